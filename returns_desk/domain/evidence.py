"""Which photographs a piece calls for: by its grade, its worth, the reasons, the box, and the supplier's terms.

Most of them are only advised. Asked for is what somebody else will surely want to see: the supplier whose terms say so,
or whoever questions a valuable piece that is written off.
"""

from dataclasses import dataclass

from returns_desk.domain.grades import Finding, FoundReason, Grade, StatedReason
from returns_desk.domain.items import Disposition
from returns_desk.domain.parcels import OuterCondition
from returns_desk.domain.photos import PhotoKind

_WRITTEN_OFF = (Grade.D, Grade.E, Grade.X)


@dataclass(frozen=True)
class EvidenceCase:
    """All that the rule looks at; money in minor units of one piece.

    ``disposition`` is the one asked for or recommended, ``taken`` what was photographed of the piece and its parcel.
    """

    grade: Grade | None = None
    value: int | None = None
    photo_value: int = 0
    findings: tuple[Finding, ...] = ()
    stated: StatedReason | None = None
    found: FoundReason | None = None
    condition: OuterCondition | None = None
    empty: bool = False
    serialised: bool = False
    disposition: Disposition | None = None
    terms_ask: bool = False
    taken: tuple[PhotoKind, ...] = ()

    @property
    def valuable(self) -> bool:
        """Whether it is worth more than what need not be photographed."""
        return self.value is not None and self.value > self.photo_value

    @property
    def for_supplier(self) -> bool:
        """Whether it goes, or should go, back to its supplier."""
        return self.disposition is Disposition.SUPPLIER


def photos_needed(case: EvidenceCase) -> tuple[PhotoKind, ...]:
    """What the case calls for and nobody photographed yet, in the order of ``PhotoKind``."""
    wanted = _of_box(case) | _of_piece(case)
    return tuple(kind for kind in PhotoKind if kind in wanted and kind not in case.taken)


def photos_asked(case: EvidenceCase) -> tuple[PhotoKind, ...]:
    """What is asked for before the piece may be decided without a word; a part of ``photos_needed``."""
    by_supplier = case.for_supplier and case.terms_ask
    written_off = case.valuable and case.grade in _WRITTEN_OFF
    return photos_needed(case) if by_supplier or written_off else ()


def _of_box(case: EvidenceCase) -> set[PhotoKind]:
    nothing_of_ours = case.grade is Grade.X or case.empty
    if nothing_of_ours or case.condition not in (None, OuterCondition.INTACT):
        return {PhotoKind.BOX, PhotoKind.LABEL}
    damaged = case.stated is StatedReason.DAMAGED or case.found is FoundReason.DAMAGED_ON_THE_WAY
    return {PhotoKind.BOX} if damaged else set()


def _of_piece(case: EvidenceCase) -> set[PhotoKind]:
    wanted = set()
    damaged = case.stated is StatedReason.DAMAGED or case.found is FoundReason.DAMAGED_ON_THE_WAY
    if damaged or (case.grade is not None and case.grade.defective):
        wanted.add(PhotoKind.DEFECT)
    elif case.valuable or (case.for_supplier and case.terms_ask):
        wanted.add(PhotoKind.FRONT)
    if Finding.MISSING_PART in case.findings or case.found is FoundReason.INCOMPLETE:
        wanted.add(PhotoKind.MISSING)
    if case.serialised and case.for_supplier:
        wanted.add(PhotoKind.SERIAL)
    return wanted


SERIAL_NUMBER = "serial number"


@dataclass(frozen=True)
class PieceUnproved:
    """A piece of a batch, and what its supplier's terms want to see of it and nobody took yet."""

    item: str
    photos: tuple[PhotoKind, ...] = ()
    serial: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is missing, as codes."""
        return (*(kind.value for kind in self.photos), *((SERIAL_NUMBER,) if self.serial else ()))
