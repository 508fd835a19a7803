"""Give back what the scanner meant when the keyboard layout was Hebrew or CapsLock was on.

A keyboard-wedge scanner presses the keys of a US keyboard. Under the Hebrew layout (SI-1452) the same keys give other
signs; the map is one-to-one, so it can be undone as soon as it is known that Hebrew was active. Best is to read the
keys themselves (``text_of_keys``); where only the text is left, a Hebrew letter or an AIM identifier with a turned
bracket gives the layout away.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

GS = "\x1d"
ESC = "\x1b"

_US = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`(){}<>"
_HEBREW = "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.;)(}{><"
_TO_US = {ord(hebrew): us for us, hebrew in zip(_US, _HEBREW, strict=True)} | {ord(ESC): GS}
_TO_HEBREW = {ord(us): hebrew for us, hebrew in zip(_US, _HEBREW, strict=True)} | {ord(GS): ESC}

_HEBREW_LETTER = re.compile("[א-ת]")
_TURNED_IDENTIFIER = re.compile(r"\[[A-Za-z][0-9]")
_INVERTED_IDENTIFIER = re.compile(r"\](?:[acfijq][0-9]|D[0-9])")  # AIM letters are capitals, but for Data Matrix

_ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'`", 43: "\\zxcvbnm,./", 57: " "}
_SHIFTED = str.maketrans("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?')
_KEYS = {start + place: sign for start, row in _ROWS.items() for place, sign in enumerate(row)}


@dataclass(frozen=True)
class KeyStroke:
    """One key as the hardware numbers it (PC scan code set 1; on X11 that is the native code minus 8)."""

    code: int
    shift: bool = False
    control: bool = False


def text_of_keys(strokes: Iterable[KeyStroke]) -> str:
    """Return what a US keyboard gives for these keys, whatever layout and CapsLock are; unknown keys give nothing."""
    return "".join(_sign_of(stroke) for stroke in strokes)


def _sign_of(stroke: KeyStroke) -> str:
    """The sign of one key under the US layout."""
    sign = _KEYS.get(stroke.code, "")
    if not sign:
        return ""
    if stroke.control:
        return chr(ord(sign.upper()) & 0x1F) if sign.isalpha() or sign in "[]\\" else ""
    if stroke.shift:
        return sign.upper() if sign.isalpha() else sign.translate(_SHIFTED)
    return sign


def was_typed_in_hebrew(text: str) -> bool:
    """Say whether the text shows that the Hebrew layout was active."""
    return _TURNED_IDENTIFIER.match(text) is not None or _HEBREW_LETTER.search(text) is not None


def undo_hebrew(text: str) -> str:
    """Turn what the Hebrew layout made of a scan back into what was scanned; GS, which comes as ESC, included."""
    return text.translate(_TO_US)


def type_in_hebrew(text: str) -> str:
    """Return what a scan of this text looks like under the Hebrew layout: the inverse of ``undo_hebrew``."""
    return text.translate(_TO_HEBREW)


def was_inverted(text: str) -> bool:
    """Say whether an AIM identifier shows that CapsLock turned upper and lower case round (``]c1``, ``]D2``)."""
    return _INVERTED_IDENTIFIER.match(text) is not None
