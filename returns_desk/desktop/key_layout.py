"""What a scanner meant, when the station's keyboard is set to Hebrew or CapsLock is on.

A scanner sends key positions as if the keyboard were American. Where the platform tells positions (X11, Wayland,
Windows) they are taken first, but only if a Hebrew layout or CapsLock explains every sign that arrived, so that a
scanner set up for another layout is left alone. Without positions only CapsLock is undone here: Shift and the letter
that came contradict each other; Hebrew letters are undone where every text is read (``scanning/cleaning.py``).
"""

from collections.abc import Sequence

from returns_desk.desktop.burst import Stroke
from returns_desk.scanning.layout import KeyStroke, text_of_keys, type_in_hebrew


def meant_text(strokes: Sequence[Stroke]) -> str:
    """The text that a scanner sent, whatever layout and CapsLock made of it."""
    signs = [stroke for stroke in strokes if stroke.is_sign]
    if all(_explained(stroke) for stroke in signs):
        return "".join(_by_position(stroke) for stroke in signs)
    text = "".join(_by_text(stroke) for stroke in signs)
    return text.swapcase() if _caps_lock(signs) else text


def _by_position(stroke: Stroke) -> str:
    return text_of_keys([KeyStroke(stroke.position, stroke.shift, stroke.control)])


def _explained(stroke: Stroke) -> bool:
    """Whether an American or Hebrew layout, with or without CapsLock, writes what came at that position."""
    meant = _by_position(stroke)
    if not meant:
        return False
    plain = text_of_keys([KeyStroke(stroke.position)])
    possible = {meant, meant.swapcase(), type_in_hebrew(meant), type_in_hebrew(plain)}
    return stroke.control or stroke.text in possible


def _by_text(stroke: Stroke) -> str:
    if stroke.control and stroke.text and stroke.text.isprintable():
        return chr(ord(stroke.text[0].upper()) & 0x1F)
    return stroke.text


def _caps_lock(signs: Sequence[Stroke]) -> bool:
    """Whether every letter came in the other case than Shift says."""
    letters = [stroke for stroke in signs if stroke.text.isascii() and stroke.text.isalpha() and not stroke.control]
    return bool(letters) and all(stroke.text.islower() == stroke.shift for stroke in letters)
