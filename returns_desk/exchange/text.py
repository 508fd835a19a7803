"""Text from other people's files made safe to keep: no control signs, no direction tricks, no broken characters."""

import re
import unicodedata

MAX_TEXT = 300
_BLANKS = re.compile(r"\s+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the wide ones run in East Asian settings


def broken(text: str) -> bool:
    """Whether the text holds what no text holds: NUL, or half a character left over from decoding."""
    return "\x00" in text or _SURROGATE.search(text) is not None


def clean(text: str) -> str:
    """Drop control signs and directing signs, fold blanks to one; the letters stay as they were (NFC)."""
    folded = _BLANKS.sub(" ", text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", folded)).strip()


def writable(text: str) -> str:
    """The text as a file can hold it: half characters become the replacement sign, control signs go."""
    return _UNWRITABLE.sub("", _SURROGATE.sub("\ufffd", text))


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula."""
    return text.startswith(_FORMULA)


def quoted(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run, whatever apostrophes it begins with."""
    return f"'{text}" if looks_like_formula(text.lstrip("'")) else text


def unquoted(text: str) -> str:
    """Take the apostrophe away again that ``quoted`` put there."""
    return text[1:] if text.startswith("'") and looks_like_formula(text.lstrip("'")) else text
