"""What happened, in past tense. An event is one journal row; undo, timeline, band and screens all read it.

Fields are plain (text, whole numbers, truth, tuples of text), so that a row can be read back for as long as it is kept.
``parcel_id``, ``item_id``, ``batch_id`` and ``rma_id`` tie it to the timelines it belongs to.
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened."""

    parcel_id: str = ""
    item_id: str = ""
    batch_id: str = ""
    rma_id: str = ""


@dataclass(frozen=True, kw_only=True)
class ShopStarted(Event):
    """The database was made for a shop."""

    name: str
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    """A person scanned a badge."""

    name: str
    role: str
    before: str = ""  # person_id that was signed in until then


@dataclass(frozen=True, kw_only=True)
class SignedOut(Event):
    """A person left the station."""

    name: str


@dataclass(frozen=True, kw_only=True)
class PinProven(Event):
    """A person gave badge and PIN for an act that needs both."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Refused(Event):
    """A step was refused; nothing of it was kept."""

    refusal: str
    facts: dict[str, Any]
    scan: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Event):
    """The desk waits for an answer."""

    kind: str
    subject: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParcelReceived(Event):
    """A parcel arrived at the bench and is open on it."""

    number: str
    tracking: str
    announced: bool
    rmas: tuple[str, ...] = ()
    carrier: str = ""
    vip: bool = False
    created: bool = False  # the record was made by this step
    state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelMatched(Event):
    """A return authorization was found to be in the open parcel."""

    number: str
    rma: str
    state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelReopened(Event):
    """A parcel that was set aside (or closed) is on the bench again."""

    number: str
    state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelSetAside(Event):
    """A parcel left the bench unfinished; it stays in the list of open parcels."""

    number: str
    missing: int = 0
    item_in_hand: str = ""


@dataclass(frozen=True, kw_only=True)
class ParcelClosed(Event):
    """A parcel is finished; ``missing`` pieces were announced and did not come."""

    number: str
    items: int
    missing: int = 0
    state_before: str = ""
    item_in_hand: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemTaken(Event):
    """A piece was taken out of the parcel and got its own number."""

    number: str
    product: str
    product_en: str
    sku: str
    outcome: str
    quantity: int = 1
    serial: str = ""
    line_id: str = ""
    hand_before: str = ""
    parcel_state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemPickedUp(Event):
    """A piece that was taken before is in hand again."""

    number: str
    product: str
    product_en: str
    hand_before: str = ""


@dataclass(frozen=True, kw_only=True)
class SerialRecorded(Event):
    """The serial number of the piece in hand was read."""

    number: str
    serial: str
    before: str = ""
    fits: bool = True


@dataclass(frozen=True, kw_only=True)
class ItemGraded(Event):
    """The piece got its grade."""

    number: str
    grade: str
    before: str = ""
    recommended: str = ""


@dataclass(frozen=True, kw_only=True)
class FindingAdded(Event):
    """Something was found at the piece."""

    number: str
    finding: str


@dataclass(frozen=True, kw_only=True)
class FindingRemoved(Event):
    """A finding was taken away again."""

    number: str
    finding: str


@dataclass(frozen=True, kw_only=True)
class ReasonStated(Event):
    """The customer's reason was noted for the piece."""

    number: str
    reason: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Event):
    """A note was written about the piece."""

    number: str
    note: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemDecided(Event):
    """The piece got its disposition; ``explanation`` keeps all options as they were."""

    number: str
    disposition: str
    recommended: str
    net_minor: int
    currency: str
    batch: str = ""
    place: str = ""
    override: str = ""
    rule_version: int = 1
    explanation: tuple[dict[str, Any], ...] = ()
    line_id: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemHeld(Event):
    """The piece waits in quarantine."""

    number: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class HoldReleased(Event):
    """The piece waits no longer."""

    number: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class LabelQueued(Event):
    """A label waits for the printer."""

    number: str
    job_id: str
    again: bool = False


@dataclass(frozen=True, kw_only=True)
class StepUndone(Event):
    """A step was taken back; ``undone`` is the name of its main event."""

    undone: str
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchOpened(Event):
    """A batch was begun for a partner."""

    number: str
    partner: str


@dataclass(frozen=True, kw_only=True)
class BatchSubmitted(Event):
    """A batch waits for a supervisor; ``seen`` is the hash of its lines."""

    number: str
    lines: int
    seen: str
    state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchWithdrawn(Event):
    """A submitted batch was taken back before anybody decided."""

    number: str


@dataclass(frozen=True, kw_only=True)
class BatchApproved(Event):
    """A supervisor approved what the batch holds."""

    number: str
    lines: int
    seen: str
    expected_minor: int
    currency: str
    authorization_needed: bool = False


@dataclass(frozen=True, kw_only=True)
class LineSentBack(Event):
    """A supervisor sent one line back to the desk."""

    number: str
    item: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class LinePulled(Event):
    """A line was taken out of the batch."""

    number: str
    item: str


@dataclass(frozen=True, kw_only=True)
class BatchSentBack(Event):
    """A supervisor sent the whole batch back."""

    number: str
    note: str


@dataclass(frozen=True, kw_only=True)
class BatchRejected(Event):
    """A supervisor rejected the batch for good; its items wait for another decision."""

    number: str
    note: str


@dataclass(frozen=True, kw_only=True)
class BatchCancelled(Event):
    """A batch was given up before it left; its items wait for another decision."""

    number: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchAuthorized(Event):
    """The supplier gave its own number for the goods."""

    number: str
    authorization: str
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchPacked(Event):
    """The goods are in their boxes."""

    number: str
    packages: int
    weight_g: int = 0


@dataclass(frozen=True, kw_only=True)
class BatchShipped(Event):
    """The goods left the house."""

    number: str
    carrier: str = ""
    waybill: str = ""
    driver: str = ""


@dataclass(frozen=True, kw_only=True)
class CreditRecorded(Event):
    """A supplier's credit came."""

    number: str
    credit: str
    amount_minor: int
    currency: str
    state: str


@dataclass(frozen=True, kw_only=True)
class BatchClosed(Event):
    """Nothing more is expected of the batch."""

    number: str


@dataclass(frozen=True, kw_only=True)
class DocumentIssued(Event):
    """A numbered paper was issued; its content is frozen."""

    number: str
    batch: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class DocumentPrinted(Event):
    """A numbered paper was printed: the original once, then copies."""

    number: str
    copy: int  # 0 = original
    language: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentCancelled(Event):
    """A numbered paper is void; its number stays."""

    number: str


@dataclass(frozen=True, kw_only=True)
class RowsImported(Event):
    """A file was taken in. ``kind``: products, suppliers, customers, expected, people."""

    kind: str
    file: str
    taken: int
    changed: int
    refused: int
    sha256: str = ""


EVENTS: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__subclasses__()}


def to_body(event: Event) -> dict[str, Any]:
    """The event's own facts, without the ties to timelines."""
    ties = ("parcel_id", "item_id", "batch_id", "rma_id")
    return {name: value for name, value in asdict(event).items() if name not in ties}


def from_body(kind: str, body: dict[str, Any], **ties: str) -> Event:
    """Read an event back; facts that a newer program wrote and this one does not know are left out."""
    made = EVENTS[kind]
    known = made.__dataclass_fields__
    facts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in body.items() if name in known
    }
    return made(**facts | ties)
