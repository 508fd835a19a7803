"""The keys that open a choice or the line for a note: F3 a note, the comma why it came back, the full stop more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from returns_desk.desktop.screens.panels.choosing import FOUND_KEY, MORE_KEY, Chooser, found_reasons, liabilities
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words


def act_for_key(event: QKeyEvent, bench: BenchSnapshot) -> str:
    """What a key opens now: note, found, more, or nothing."""
    item, key = bench.item, event.key()
    if key == Qt.Key.Key_F3:
        return "note" if item is not None else ""
    if event.text() == FOUND_KEY:
        return "found" if item is not None and item.grade is not None else ""
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    wants_more = event.text() == MORE_KEY or key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and shifted)
    return "more" if wants_more and (bench.parcel is not None or item is not None) else ""


def next_chooser(words: Words, now: Chooser | None) -> Chooser | None:
    """The same key again goes on: why it came back, who answers for it, none."""
    if now is None or now.name not in ("found", "liability"):
        return found_reasons(words)
    return liabilities(words) if now.name == "found" else None
