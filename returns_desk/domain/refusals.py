"""Refusals: facts that stop a step. They hold no sentences; ``wording`` says them in the person's language."""

from dataclasses import dataclass, field
from typing import Any

from returns_desk.domain.people import Permission


@dataclass(unsafe_hash=True)
class DeskError(Exception):
    """Anything the desk refuses; subclasses say the fact. Nothing of the refused step is kept."""

    def __str__(self) -> str:
        return repr(self)


@dataclass(unsafe_hash=True)
class NotSignedIn(DeskError):
    """Nobody is signed in at the station."""


@dataclass(unsafe_hash=True)
class UnknownBadge(DeskError):
    """No active person has this badge."""


@dataclass(unsafe_hash=True)
class WrongPin(DeskError):
    """Badge or PIN do not fit; said the same for both, so that neither can be guessed apart.

    ``person_id`` is whose PIN was tried, for counting the tries; empty for an unknown badge.
    """

    person_id: str = ""


@dataclass(unsafe_hash=True)
class PinLocked(DeskError):
    """Too many wrong PINs; the next try counts only after a wait."""

    seconds: int


@dataclass(unsafe_hash=True)
class NotAllowed(DeskError):
    """The person's role does not hold the permission."""

    permission: Permission


@dataclass(unsafe_hash=True)
class ApprovalNeeded(DeskError):
    """The step counts only with a supervisor's badge and PIN beside it."""

    permission: Permission


@dataclass(unsafe_hash=True)
class OwnWork(DeskError):
    """Whoever made something is never the one who approves it, or signs it a second time."""

    permission: Permission = Permission.APPROVE_BATCH


@dataclass(unsafe_hash=True)
class AlreadyBegun(DeskError):
    """The database belongs to a shop already."""

    shop: str


@dataclass(unsafe_hash=True)
class NotFound(DeskError):
    """Nothing of this kind has this number. ``kind``: parcel, item, batch, product, rma, supplier, person, document."""

    kind: str
    number: str


@dataclass(unsafe_hash=True)
class WrongState(DeskError):
    """The thing stands where this step does not fit. ``state`` is the value of its state enum."""

    kind: str
    number: str
    state: str


@dataclass(unsafe_hash=True)
class ChangedMeanwhile(DeskError):
    """Somebody else changed the thing since it was read."""

    kind: str
    number: str


@dataclass(unsafe_hash=True)
class AnswerLost(DeskError):
    """The step was done, but the connection broke before its answer came."""


@dataclass(unsafe_hash=True)
class NothingScanned(DeskError):
    """The scan was empty, or held only blanks."""


@dataclass(unsafe_hash=True)
class UnreadableScan(DeskError):
    """The scan held signs that no code has (control signs, too long, other alphabets). ``shown`` is safe to show."""

    shown: str


@dataclass(unsafe_hash=True)
class WrongCheckDigit(DeskError):
    """A product code whose check digit does not fit: misread or mistyped."""

    code: str


@dataclass(unsafe_hash=True)
class UnknownCode(DeskError):
    """A code that belongs to nothing in the catalogue or among the announced returns."""

    code: str


@dataclass(unsafe_hash=True)
class ParcelFirst(DeskError):
    """An item was scanned while no parcel is open."""

    code: str


@dataclass(unsafe_hash=True)
class NoParcelOpen(DeskError):
    """A parcel was to be closed or set aside while none is open."""


@dataclass(unsafe_hash=True)
class ItemFirst(DeskError):
    """A grade, finding or decision came while no item is in hand."""


@dataclass(unsafe_hash=True)
class GradeFirst(DeskError):
    """A decision came before the grade."""

    number: str


@dataclass(unsafe_hash=True)
class NotGradedYet(DeskError):
    """The same product was scanned again while its first piece waits for a grade or decision."""

    number: str


@dataclass(unsafe_hash=True)
class ParcelStillOpen(DeskError):
    """Another parcel was scanned while the open one is not finished."""

    number: str
    undecided: tuple[str, ...] = ()
    missing: int = 0


@dataclass(unsafe_hash=True)
class SameParcel(DeskError):
    """The parcel that is open on this bench was scanned again."""

    number: str


@dataclass(unsafe_hash=True)
class AlreadyReceived(DeskError):
    """The parcel or authorization is open at another station, with the person who works there."""

    number: str
    station: str
    name: str = ""
    name_en: str = ""


@dataclass(unsafe_hash=True)
class NoRecommendation(DeskError):
    """Every option is blocked, so there is nothing to take over; hold is the way on."""

    number: str


@dataclass(unsafe_hash=True)
class OptionBlocked(DeskError):
    """The chosen disposition is blocked. ``blocks`` are values of ``recommendation.Block``."""

    disposition: str
    blocks: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NothingToUndo(DeskError):
    """No step of this person stands at this station."""


@dataclass(unsafe_hash=True)
class CannotUndo(DeskError):
    """The newest step cannot be taken back: it left the house, or somebody touched the thing since."""

    what: str


@dataclass(unsafe_hash=True)
class NothingInBatch(DeskError):
    """A batch without a line cannot be submitted."""

    number: str


@dataclass(unsafe_hash=True)
class NoPartner(DeskError):
    """No supplier, charity or recycler takes it. ``kind`` is a value of ``batches.PartnerKind``."""

    kind: str


@dataclass(unsafe_hash=True)
class BadValue(DeskError):
    """A value that was entered does not fit. ``name`` is the field's name."""

    name: str
    value: str


@dataclass(unsafe_hash=True)
class StoreRefused(DeskError):
    """The database cannot be used.

    ``fact``: newer, foreign, damaged, locked, read-only, missing, network, unreachable, full, server; of a server also
    address, no-host, refused, password, no-database.
    """

    fact: str
    detail: str = ""


@dataclass(unsafe_hash=True)
class ImportRefused(DeskError):
    """A whole file cannot be taken. ``fact``: missing, unreadable, columns, empty, too-large."""

    fact: str
    detail: str = ""
    columns: tuple[str, ...] = field(default=())


@dataclass(unsafe_hash=True)
class RowRefused(DeskError):
    """One row of a file cannot be taken. ``fact`` names why; ``column`` and ``value`` say where."""

    fact: str
    column: str = ""
    value: str = ""


def facts(refusal: DeskError) -> dict[str, Any]:
    """The refusal's fields, for the journal."""
    return {name: getattr(refusal, name) for name in refusal.__dataclass_fields__}
