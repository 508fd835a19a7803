"""Take off what scanners, keyboards and copied text add to a code, before anybody asks what it says.

A Code 128 may hold any control sign ("BadBarcode"), and a copied number may hold signs nobody sees. Only GS, RS and EOT
belong to messages; everything else of the kind is dropped, and said.
"""

import re
from dataclasses import dataclass

from returns_desk.scanning.layout import ESC, GS, undo_hebrew, was_inverted, was_typed_in_hebrew
from returns_desk.scanning.scan import ScanWarning
from returns_desk.scanning.symbology import Symbology, split_identifier

LONGEST_SCAN = 1000
_ENDS = " \t\r\n\v\f\u00a0\u2007\u202f\u3000\ufeff"
_NOT_MEANT = re.compile(
    "[\x00-\x03\x05-\x1c\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_BROKEN = re.compile("[\ud800-\udfff\ufffd]")
_BLANKS = re.compile("[ \t\u00a0\u2007\u202f]+")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


@dataclass(frozen=True)
class CleanText:
    """A text ready to be read, and what was done to it."""

    text: str
    symbology: Symbology = Symbology.UNSAID
    warnings: tuple[ScanWarning, ...] = ()
    broken: bool = False  # signs are missing for certain

    @property
    def tampered(self) -> bool:
        """Whether signs inside it were dropped; such a text never gives an order and never signs anybody in."""
        return ScanWarning.CONTROL_SIGNS_DROPPED in self.warnings


def clean(text: str, *, as_typed: bool = False) -> CleanText:
    """Trim, undo the layout, drop control signs, split the AIM identifier off.

    ``as_typed`` leaves Hebrew letters alone: for a text that makes no sense as a scan, but may be meant as it is.
    """
    warnings: list[ScanWarning] = []
    meant = text.strip(_ENDS)
    if not as_typed and was_typed_in_hebrew(meant):
        meant = undo_hebrew(meant)
        warnings.append(ScanWarning.HEBREW_LAYOUT_UNDONE)
    if was_inverted(meant):
        meant = meant.swapcase()
        warnings.append(ScanWarning.CAPS_LOCK_UNDONE)
    symbology, meant = split_identifier(meant)
    if symbology.is_gs1:
        meant = meant.replace(ESC, GS)
    meant, dropped = _NOT_MEANT.subn("", meant)
    if dropped:
        warnings.append(ScanWarning.CONTROL_SIGNS_DROPPED)
    return CleanText(meant.strip(_ENDS + GS), symbology, tuple(warnings), _BROKEN.search(text) is not None)


def compact(text: str) -> str:
    """The text as our own codes are written: capitals, no blanks, plain hyphens."""
    return _BLANKS.sub("", text).translate(_DASHES).upper()
