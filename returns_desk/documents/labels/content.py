"""What a label says, whatever it is printed on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.labels.marks import Mark
from returns_desk.domain.grades import Finding
from returns_desk.domain.items import HoldReason
from returns_desk.wording import Words


class Stress(NamedTuple):
    """How high the number and the bars are, against the usual of the label's size."""

    number: float = 1.0
    bars: float = 1.0


EVEN = Stress()
ON_WORDS = Stress(0.8, 0.7)
ON_NUMBER = Stress(1.6, 0.75)


@dataclass(frozen=True)
class LabelContent:
    """The parts of a label; ``facts`` are printed as far as there is room, the first first.

    ``headline``: what this label is made to say, in bold above the name; such a label has two lines of facts before it
    has any for the name. ``sscc``: printed as bars instead of the number, on paper wide enough for it. ``copy`` says
    which copy it is.
    """

    number: str
    name: str
    mark: Mark
    place: str = ""
    grade: str = ""
    facts: tuple[str, ...] = ()
    headline: str = ""
    sscc: str = ""
    copy: str = ""
    stress: Stress = EVEN


def said(facts: Iterable[str]) -> tuple[str, ...]:
    """The facts that there are."""
    return tuple(fact for fact in facts if fact)


def when(words: Words, moment: datetime | None) -> str:
    """A moment at this station, in its own direction; nothing where none is known."""
    return f"\u2066{words.moment(moment)}\u2069" if moment else ""


def named(text: str) -> str:
    """A name from outside, in its own direction."""
    return own_direction(text)


def hold_reason_name(words: Words, reason: str) -> str:
    """Why a piece is held; a reason of a newer program, or in somebody's own words, stays as it is."""
    return words.name(HoldReason(reason)) if reason in set(HoldReason) else own_direction(reason)


def finding_name(words: Words, finding: str) -> str:
    """What was found; a finding of a newer program stays as it is."""
    return words.name(Finding(finding)) if finding in set(Finding) else finding
