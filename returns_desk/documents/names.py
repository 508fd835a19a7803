"""What the codes of the trade are called on paper, in one language or in both."""

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.grades import Grade, SupplierReason
from returns_desk.domain.items import Disposition
from returns_desk.domain.rules import Stream
from returns_desk.domain.slips import Ribbon
from returns_desk.wording import Words


def slip_title(words: Words, kind: PartnerKind) -> str:
    """What the paper is called."""
    return {
        PartnerKind.SUPPLIER: words("Supplier return slip"),
        PartnerKind.CHARITY: words("Donation slip"),
        PartnerKind.RECYCLER: words("Recycling slip"),
    }[kind]


def ribbon_name(words: Words, ribbon: Ribbon, copy: int) -> str:
    """What this print is worth; copies are numbered from 1."""
    return {
        Ribbon.DRAFT: words("Draft"),
        Ribbon.ORIGINAL: words("Original"),
        Ribbon.COPY: words("Copy {number}", number=copy),
        Ribbon.CANCELLED: words("Cancelled"),
    }[ribbon]


def grade_name(words: Words, grade: str) -> str:
    """What a grade's letter stands for; a letter of another program stays as it is."""
    return words.name(Grade(grade)) if grade in set(Grade) else grade


def reason_name(words: Words, reason: str) -> str:
    """What an X12 1293 code stands for; an unknown code stays as it is."""
    return words.name(SupplierReason(reason)) if reason in set(SupplierReason) else reason


def outcome_name(words: Words, outcome: str) -> str:
    """What the supplier is asked for."""
    names = {"credit": words("Credit"), "replacement": words("Replacement"), "repair": words("Repair")}
    return names.get(outcome, outcome)


def stream_name(words: Words, stream: str) -> str:
    """What a material is called; one of a newer program stays as it is."""
    return words.name(Stream(stream)) if stream in set(Stream) else stream


def wipe_name(words: Words, how: str) -> str:
    """How a device was wiped; a way of a newer program stays as it is."""
    return words.name(WipeHow(how)) if how in set(WipeHow) else how


def disposition_name(words: Words, disposition: Disposition | None, *, held: bool = False) -> str:
    """What becomes of an item, as one word on its label."""
    if held:
        return words("Hold")
    return words.name(disposition) if disposition else words("Undecided")
