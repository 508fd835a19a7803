"""What to do about the codes in sight: take the one that is known, or ask the clerk."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from returns_desk.usecases.look_codes import CodeMeaning

MOST_CHOICES = 9


class Step(StrEnum):
    """What comes next."""

    WAIT = "wait"
    TAKE = "take"  # one code, known to the database
    CONFIRM = "confirm"  # one code that nothing knows: a picture may be misread
    CHOOSE = "choose"


@dataclass(frozen=True)
class Choice:
    """A step, and the codes it is about."""

    step: Step
    codes: "tuple[CodeMeaning, ...]" = ()


def choose(codes: "Sequence[CodeMeaning]") -> Choice:
    """Decide about codes that are new; what is known goes before what is not."""
    known = tuple(code for code in codes if code.known)
    offered = (known or tuple(codes))[:MOST_CHOICES]
    if not offered:
        return Choice(Step.WAIT)
    if len(offered) > 1:
        return Choice(Step.CHOOSE, offered)
    return Choice(Step.TAKE if known else Step.CONFIRM, offered)
