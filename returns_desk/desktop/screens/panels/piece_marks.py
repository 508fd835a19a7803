"""What is to be known of a piece at once, each a mark with a word, an icon and a colour."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from returns_desk.desktop.widgets.mark_chip import Mark
from returns_desk.domain.items import ReceiptOutcome, SerialCheck
from returns_desk.domain.recalls import RecallCheck
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.wording import Words

_SOON_DAYS = 30
MARKS, MARKS_KEY = "marks", "Ctrl+L"


def is_marks_key(event: QKeyEvent) -> bool:
    """Ctrl+L, also while the keyboard is set to Hebrew."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in (Qt.Key.Key_L, 0x5DA)


def state_marks(words: Words, item: ItemSnapshot) -> tuple[Mark, ...]:
    """How the piece stands: counted as many, not as announced, on hold, looked at twice."""
    marks = []
    if item.carton:
        marks.append(Mark(words("Carton of {count}", count=item.quantity), "brand", "boxes", words("Sealed carton")))
    elif item.quantity > 1:
        marks.append(Mark(f"× {words.number(item.quantity)}", "brand", "boxes", words("Quantity")))
    if item.outcome is not ReceiptOutcome.EXPECTED:
        marks.append(Mark(words.name(item.outcome), "ask"))
    if item.recall_check.stops:
        unread = item.recall_check is RecallCheck.UNREAD
        word = words("Lot not read") if unread else words("Recalled")
        marks.append(Mark(word, "ask" if unread else "bad", more=words("Notice {notice}", notice=item.recall)))
    if item.held:
        marks.append(Mark(words("On hold"), "bad", more=_hold_in_words(words, item)))
    if item.second_look:
        marks.append(Mark(words("Second look"), "brand", "eye", words("Somebody else looks at it")))
    return tuple(marks)


def number_marks(words: Words, item: ItemSnapshot, today: date) -> tuple[Mark, ...]:
    """What is written on the piece: serial number, lot, last day."""
    marks = []
    if item.serial or item.product.serialised:
        marks.append(_serial_mark(words, item))
    if item.lot:
        marks.append(Mark(words("Lot {lot}", lot=item.lot), "", "package"))
    if item.expires is not None:
        left = (item.expires - today).days
        tone = "bad" if left < 0 else "ask" if left < _SOON_DAYS else ""
        word = words("Expired {day}", day=words.date(item.expires)) if left < 0 else ""
        marks.append(Mark(word or words("Until {day}", day=words.date(item.expires)), tone, "calendar"))
    return tuple(marks)


def _serial_mark(words: Words, item: ItemSnapshot) -> Mark:
    check, number = item.serial_check, item.serial
    said = words.name(check)
    if check.suspicious:
        return Mark(said, "bad", more=words("Serial {serial}", serial=number))
    if check is SerialCheck.UNREADABLE or not number:
        return Mark(said if check is SerialCheck.UNREADABLE else words("Serial not read"), "ask")
    fits = check is SerialCheck.FITS
    word = words("Serial {serial}", serial=number)
    return Mark(word, "ok" if fits else "", "" if fits else "scan-barcode", said if check else "")


def _hold_in_words(words: Words, item: ItemSnapshot) -> str:
    why = words.name(item.hold_code) if item.hold_code else item.hold_reason
    owner = (item.hold_owner_en or item.hold_owner) if words.language == "en" else item.hold_owner
    return " · ".join(part for part in (why, owner) if part)
