"""Puts facts side by side in one line, in the direction of the screen, whatever letters each of them begins with."""

from returns_desk.wording import Words
from returns_desk.wording.words import isolated

_MARK = {True: "\N{RIGHT-TO-LEFT MARK}", False: "\N{LEFT-TO-RIGHT MARK}"}


def joined(words: Words, *facts: str) -> str:
    """The facts that are not empty, with dots between them."""
    there = [isolated(_in_direction(words, fact)) for fact in facts if fact]
    return _MARK[words.right_to_left] + " · ".join(there) if there else ""


def _in_direction(words: Words, fact: str) -> str:
    """A Hebrew sentence that begins with a number of ours runs as Hebrew all the same."""
    is_hebrew = words.right_to_left and any("א" <= sign <= "ת" for sign in fact)
    return _MARK[True] + fact if is_hebrew else fact
