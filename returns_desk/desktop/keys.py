"""Which key of a person stands for which scan, given what the desk waits for.

Every key submits the very code that the command sheet has, so that keys, buttons and scans are one thing.
"""

from PySide6.QtCore import Qt

from returns_desk.desktop.screens.panels.answers import answer_codes, code_for_answer, dropping_code
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition
from returns_desk.domain.snapshots import BenchSnapshot, NextStep

GRADE_KEYS = {Grade.A: "1", Grade.B: "2", Grade.C: "3", Grade.D: "4", Grade.E: "5", Grade.X: "X"}
DISPOSITION_KEYS = {
    Disposition.RESTOCK: "F5",
    Disposition.SUPPLIER: "F6",
    Disposition.DONATE: "F7",
    Disposition.RECYCLE: "F8",
}
OPEN_BOX_KEY = "Shift+F5"
_FUNCTION_KEYS = {
    Qt.Key.Key_F5: "DO-RESTOCK",
    Qt.Key.Key_F6: "DO-SUPPLIER",
    Qt.Key.Key_F7: "DO-DONATE",
    Qt.Key.Key_F8: "DO-RECYCLE",
    Qt.Key.Key_F10: "DO-HOLD",
    Qt.Key.Key_F11: "DO-CLOSE",
    Qt.Key.Key_F12: "DO-NEXT",
}
_CONTROL_KEYS = {Qt.Key.Key_Z: "DO-UNDO", Qt.Key.Key_P: "DO-PRINT"}
_HEBREW_PLACES = {"ז": Qt.Key.Key_Z, "פ": Qt.Key.Key_P, "ס": Qt.Key.Key_X}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENTER_STEPS = (NextStep.DECIDE, NextStep.ANSWER, NextStep.NEXT_PARCEL)


def code_for_key(key: int, text: str, *, control: bool, bench: BenchSnapshot | None, shift: bool = False) -> str | None:
    """The scan that a key stands for now, ``None`` if it means nothing here."""
    if key == Qt.Key.Key_F5 and shift:
        return "DO-OPENBOX"
    if key in _FUNCTION_KEYS:
        return _FUNCTION_KEYS[Qt.Key(key)]
    place = _latin_place(key, text)
    if control:
        return _CONTROL_KEYS.get(place) if place is not None else None
    if bench is None:
        return None
    if key in _ENTER:
        return _code_for_enter(bench)
    if bench.question is not None:
        return dropping_code(bench.question) if key == Qt.Key.Key_Escape else code_for_answer(bench.question, text)
    return _code_for_grade(place, text, bench)


def _latin_place(key: int, text: str) -> Qt.Key | None:
    """The key's Latin letter, also while the keyboard is set to Hebrew."""
    if text in _HEBREW_PLACES:
        return _HEBREW_PLACES[text]
    if 0x5D0 <= key <= 0x5EA:
        return _HEBREW_PLACES.get(chr(key))
    return Qt.Key(key) if Qt.Key.Key_A <= key <= Qt.Key.Key_Z else None


def _code_for_enter(bench: BenchSnapshot) -> str | None:
    if bench.next_step is NextStep.NEXT_PARCEL:
        return "DO-NEXT"
    if bench.question is not None and "DO-OK" not in answer_codes(bench.question):
        return None  # something is to be typed or chosen: a bare Enter is no answer
    return "DO-OK" if bench.next_step in _ENTER_STEPS else None


def _code_for_grade(place: Qt.Key | None, text: str, bench: BenchSnapshot) -> str | None:
    if bench.item is None or bench.item.disposition is not None:
        return None
    if place is Qt.Key.Key_X:
        return "DO-X"
    grade = next((grade for grade, key in GRADE_KEYS.items() if key == text), None)
    return f"DO-{grade.value}" if grade else None
