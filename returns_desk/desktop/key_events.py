"""Key events as values: what a key wrote, where it is, on which keyboard, and a copy that outlives the event."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from returns_desk.desktop.burst import Stroke

MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ENDS = (*ENTER, Qt.Key.Key_Tab)
# what a platform adds to the Linux key code
_POSITION_OFFSETS = {"xcb": 8, "wayland": 8, "windows": 0}


@dataclass(frozen=True)
class HeldKey:
    """A key event that waits, and to whom it was going."""

    receiver: QObject
    event: QKeyEvent


def keyboard_of(event: QKeyEvent) -> int:
    """A number for the keyboard that was typed on; the same for all where the platform does not tell them apart."""
    device = event.device()
    return device.systemId() if device is not None else 0


def stroke_of(event: QKeyEvent, at_ms: int) -> Stroke:
    """What a key press means for a scan."""
    offset = _POSITION_OFFSETS.get(QGuiApplication.platformName())
    position = event.nativeScanCode() - offset if offset is not None else 0
    text = event.text()
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if control and 0x20 < event.key() < 0x7F:
        text = text or chr(event.key())
    return Stroke(
        at_ms,
        text if text != "\r" else "",
        max(0, position),
        bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
        control,
    )


def copy_of(event: QKeyEvent) -> QKeyEvent:
    """The same event once more, to be handed on later."""
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
