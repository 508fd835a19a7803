"""Goods that are called back: which notice concerns which piece, by its product, lot and serial number.

A notice names a product, all of it or one lot, one serial number or a range of them. A piece of such a product whose
lot or serial nobody read may be one of them: it is neither restocked nor given away before somebody read it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.items import Disposition

# What a notice may say becomes of the goods: never back to anybody's hands.
MEASURES = (Disposition.SUPPLIER, Disposition.RECYCLE)
TO_PEOPLE = (Disposition.RESTOCK, Disposition.DONATE)  # whoever gets it uses it


class RecallCheck(StrEnum):
    """How a piece stands to the notices that there are."""

    NONE = ""  # no notice names its product
    OTHER = "other"  # one names its product, but not this lot or serial
    UNREAD = "unread"  # one may concern it: its lot or serial is still to be read
    CONCERNED = "concerned"
    WITHDRAWN = "withdrawn"  # the notice was withdrawn while the piece waited for it

    @property
    def stops(self) -> bool:
        """Whether the piece may not be restocked or given away as things stand."""
        return self in (RecallCheck.UNREAD, RecallCheck.CONCERNED)


class RangeFault(StrEnum):
    """Why two serial numbers are no range."""

    NO_BEGINNING = "no beginning"
    CROSSED = "crossed"
    OTHER_PATTERN = "other pattern"


@dataclass(frozen=True)
class Notice:
    """One line of a notice. ``since`` is its day, told and not reckoned with: goods are stopped as soon as it is known.

    ``serial_to`` empty: ``serial_from`` alone is meant. Lot and serials together mean pieces that fit both.
    """

    number: str
    code: str  # a product code or SKU
    lot: str = ""
    serial_from: str = ""
    serial_to: str = ""
    reason: str = ""
    measure: Disposition | None = None
    since: date | None = None
    withdrawn: bool = False


def check_piece(notice: Notice, lot: str, serial: str) -> RecallCheck:
    """How a piece of the named product stands to one notice; lots and serials are compared without case and blanks."""
    if notice.withdrawn:
        return RecallCheck.NONE
    facts = ((notice.lot, lot, _same_lot(notice, lot)), (notice.serial_from, serial, _in_range(notice, serial)))
    asked = [(read, fits) for named, read, fits in facts if named]
    if any(lookup_key(read) and not fits for read, fits in asked):
        return RecallCheck.OTHER
    if all(fits for _, fits in asked):
        return RecallCheck.CONCERNED
    return RecallCheck.UNREAD


def check_all(notices: Iterable[Notice], lot: str, serial: str) -> tuple[RecallCheck, Notice | None]:
    """The worst that the notices on a product say of a piece, and the first notice that says it."""
    found: dict[RecallCheck, Notice] = {}
    for notice in sorted(notices, key=lambda each: (each.number, each.lot, each.serial_from, each.serial_to)):
        found.setdefault(check_piece(notice, lot, serial), notice)
    for check in (RecallCheck.CONCERNED, RecallCheck.UNREAD, RecallCheck.OTHER):
        if check in found:
            return check, found[check]
    return RecallCheck.NONE, None


def range_fault(serial_from: str, serial_to: str) -> RangeFault | None:
    """Why two serial numbers are no range; ``None`` for a good one, a single serial, and none at all."""
    first, last = lookup_key(serial_from), lookup_key(serial_to)
    if not last:
        return None
    if not first:
        return RangeFault.NO_BEGINNING
    if not _is_number(first) or not _is_number(last):
        if _pattern(first) != _pattern(last):
            return RangeFault.OTHER_PATTERN
        return RangeFault.CROSSED if first > last else None
    return RangeFault.CROSSED if int(first) > int(last) else None


def _same_lot(notice: Notice, lot: str) -> bool:
    return bool(lookup_key(lot)) and lookup_key(lot) == lookup_key(notice.lot)


def _in_range(notice: Notice, serial: str) -> bool:
    """Whether a serial lies in the range: bare numbers by their value, others of the range's pattern by their signs.

    The pattern is the length, and where digits, letters and other signs stand; a serial of another pattern was made
    otherwise, and is none of the range.
    """
    read, first = lookup_key(serial), lookup_key(notice.serial_from)
    last = lookup_key(notice.serial_to) or first
    if not read or not first:
        return False
    if _is_number(first) and _is_number(last):
        return _is_number(read) and int(first) <= int(read) <= int(last)
    return _pattern(read) == _pattern(first) and first <= read <= last


def _is_number(serial: str) -> bool:
    return serial.isascii() and serial.isdigit()


def _pattern(serial: str) -> str:
    return "".join("0" if sign.isdigit() else "A" if sign.isalpha() else sign for sign in serial)
