"""What a scan says: its kind, its normal form, its parts, other readings and warnings, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from returns_desk.domain.scan_facts import ScanKind as ScanKind
from returns_desk.domain.scan_facts import ScanWarning as ScanWarning
from returns_desk.scanning.commands import Command

SHOWN_LENGTH = 40
_DIRECTING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = "\ufffd"


@dataclass(frozen=True)
class Candidate:
    """One reading of a scanned text."""

    kind: ScanKind
    value: str
    parts: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The candidate as ``identify --json`` prints it."""
        return {"kind": self.kind.value, "value": self.value, "parts": dict(self.parts)}


@dataclass(frozen=True)
class Scan:
    """A scanned text and what it says; ``candidates`` holds every reading, the chosen one first."""

    text: str  # exactly as it came
    kind: ScanKind
    value: str = ""  # the normal form of this kind, to be looked up and stored
    symbology: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()
    warnings: tuple[ScanWarning, ...] = ()
    command: Command | None = None
    trimmed: str = ""  # the text without what a scanner adds (AIM identifier, Enter, blanks), layout undone

    @property
    def shown(self) -> str:
        """The text as it may stand on a screen, in a log or on paper: every sign visible, at most 40 of them."""
        return shown(self.text)

    @property
    def lookup_keys(self) -> tuple[str, ...]:
        """The spellings under which the database may know it, best first (step 1 of the order of looking)."""
        spellings = [self.trimmed, self.value, self.trimmed.upper(), *(reading.value for reading in self.candidates)]
        if self.kind is ScanKind.PRODUCT and len(self.value) == 13 and self.value.startswith("0"):
            spellings.append(self.value[1:])
        return tuple(dict.fromkeys(spelling for spelling in spellings if spelling))

    def as_json(self) -> dict[str, object]:
        """The scan as ``identify --json`` prints it."""
        return {
            "text": _without_surrogates(self.text),
            "kind": self.kind.value,
            "value": self.value,
            "symbology": self.symbology,
            "parts": dict(self.parts),
            "candidates": [reading.as_json() for reading in self.candidates],
            "warnings": [warning.value for warning in self.warnings],
        }


def shown(text: str, length: int = SHOWN_LENGTH) -> str:
    """Make any text safe to show: control signs as pictures (␝), directing signs and broken halves as �, cut."""
    cut = "".join(_seen(sign) for sign in text[:length])
    return f"{cut}…" if len(text) > length else cut


def _seen(sign: str) -> str:
    """One sign, or the visible sign that stands for it."""
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if sign == " " or (sign.isprintable() and sign not in _DIRECTING):
        return sign
    return _UNSEEN


def _without_surrogates(text: str) -> str:
    """The text as it can be written in UTF-8."""
    return "".join(_UNSEEN if 0xD800 <= ord(sign) <= 0xDFFF else sign for sign in text)
