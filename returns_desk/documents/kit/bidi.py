"""Hebrew and Latin in one line, in the order of drawing: reportlab and Pillow draw from left to right only.

Lines are broken first, in reading order, then each line is put into drawing order on its own: a whole paragraph put
into order at once comes out with its last line first. python-bidi does not mirror brackets; a mark (U+034F) behind
every bracket tells afterwards which of them were turned.
"""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import bidirectional

from bidi import get_display

from returns_desk.documents.kit.fonts import Face, drawable, text_width

_MARK = "\u034f"
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
_UNSEEN = dict.fromkeys(
    [0x034F, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_ELLIPSIS = "…"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u2066", "\u2067"
_ISOLATES, _POP = "\u2066\u2067\u2068", "\u2069"


def own_direction(text: str) -> str:
    """Isolate a name in the direction it is written in, so that a foreign one keeps its brackets and full stops.

    A name that begins in Latin letters and goes on in Hebrew takes the direction of the page.
    """
    strong = [sign for sign in map(bidirectional, drawable(text)) if sign in ("L", "R", "AL")]
    if not text or not strong or (strong[0] == "L" and len(set(strong)) > 1):
        return text
    return f"{_LEFT_TO_RIGHT if strong[0] == 'L' else _RIGHT_TO_LEFT}{drawable(text).translate(_UNSEEN)}{_POP}"


def without_directions(text: str) -> str:
    """The text without directing signs, for those who show it in their own way."""
    return text.translate(_UNSEEN)


def in_direction(text: str, *, right_to_left: bool) -> str:
    """Isolate sentences of another language than the page's in the direction of theirs."""
    return f"{_RIGHT_TO_LEFT if right_to_left else _LEFT_TO_RIGHT}{text}{_POP}" if text else ""


@lru_cache(maxsize=8_192)
def drawn_order(line: str, right_to_left: bool) -> str:
    """One line in the order of drawing; the result holds no directing signs."""
    if not right_to_left and line.isascii() and line.isprintable():
        return line
    marked = "".join(sign + _MARK if sign in _MIRRORED else sign for sign in drawable(line))
    shown = str(get_display(marked, base_dir="R" if right_to_left else "L"))
    return _with_mirrored(shown).translate(_UNSEEN)


def _with_mirrored(shown: str) -> str:
    """Turn the brackets whose mark came out in front of them: those stand in a right-to-left run."""
    if _MARK not in shown:
        return shown
    signs: list[str] = []
    place = 0
    while place < len(shown):
        pair = shown[place : place + 2]
        if pair[0] == _MARK and pair[1:] in _MIRRORED:
            signs.append(_MIRRORED[pair[1]])
        elif pair[0] in _MIRRORED and pair[1:] == _MARK:
            signs.append(pair[0])
        else:
            signs.append(pair[0])
            place -= 1
        place += 2
    return "".join(signs)


@lru_cache(maxsize=8_192)
def broken_lines(text: str, face: Face, size: float, width: float, most: int = 60) -> tuple[str, ...]:
    """Break a text into lines no wider than ``width``, in reading order; what is over ``most`` lines ends in "…".

    Lines break at blanks, not at no-break spaces. A text that is isolated as a whole gives lines that are.
    """
    whole = drawable(text)
    if text_width(whole, face, size) <= width and "\n" not in text:
        return (whole,)
    if _isolated_whole(whole):
        inner = broken_lines(whole[1:-1], face, size, width, most)
        return tuple(f"{whole[0]}{line}{_POP}" for line in inner)
    lines = [line for part in text.splitlines() for line in _filled(drawable(part).split(" "), face, size, width)]
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = _shortened(lines[-1], face, size, width)
    return tuple(lines) or ("",)


def _isolated_whole(text: str) -> bool:
    """Say whether the isolate at the beginning ends with the text and not before."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in _ISOLATES) - (sign == _POP)
        if depth <= 0:
            return place > 0 and place == len(text) - 1
    return False


def _filled(words: list[str], face: Face, size: float, width: float) -> Iterator[str]:
    line = ""
    for word in filter(None, words):
        longer = f"{line} {word}" if line else word
        if text_width(longer, face, size) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, face, size, width)
        yield from full
    if line:
        yield line


def _pieces(word: str, face: Face, size: float, width: float) -> list[str]:
    """Cut a word that is wider than the line, sign by sign; at least one sign a line."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and text_width(pieces[-1] + sign, face, size) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _shortened(line: str, face: Face, size: float, width: float) -> str:
    while line and text_width(line + _ELLIPSIS, face, size) > width:
        line = line[:-1]
    return line.rstrip() + _ELLIPSIS
