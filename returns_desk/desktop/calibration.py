"""Tells from the keys heard for known codes how a scanner is set up, and which pace fits it. Pure.

What arrived is compared with what each code looks like under an American and a Hebrew layout, with and without
CapsLock. What stands before the code is the scanner's prefix, how the keys ended is its suffix.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import ceil

from returns_desk.desktop.burst import Pace, Stroke
from returns_desk.scanning.layout import ESC, GS, type_in_hebrew, undo_hebrew
from returns_desk.scanning.symbology import split_identifier

SLOWEST_GAP_MS = 70  # the fastest people need 100 ms a key: nearer to them nobody could tell
LONGEST_PAUSE_MS = 300
_LEAST_GAP_MS, _LEAST_PAUSE_MS = 20, 60
_RIGHT_BRACKET = 27  # its place on every keyboard


class Ending(StrEnum):
    """How a scanner ends a scan."""

    ENTER = "enter"
    TAB = "tab"
    NONE = "none"


@dataclass(frozen=True)
class Trial:
    """The keys of one scan, and when and how they ended."""

    strokes: tuple[Stroke, ...]
    ending: Ending = Ending.NONE
    ended_ms: int = 0

    @property
    def text(self) -> str:
        """What arrived, the group separator in whatever guise as 0x1D."""
        return "".join(GS if _is_separator(stroke) else stroke.text for stroke in self.strokes)

    @property
    def gaps(self) -> list[int]:
        """Milliseconds from key to key, the ending's included."""
        times = [stroke.at_ms for stroke in self.strokes] + ([self.ended_ms] if self.ending is not Ending.NONE else [])
        return [max(0, after - before) for before, after in pairwise(times)]


@dataclass(frozen=True)
class Match:
    """One trial that is one of the codes."""

    code: str
    hebrew: bool
    caps_lock: bool
    prefix: str
    tail: str
    separator: str | None  # what came between two fields; ``None``: the code has none


@dataclass(frozen=True)
class Verdict:
    """How the scanner is set up, as far as it was heard; ``None`` is not known yet."""

    read: frozenset[str] = frozenset()
    hebrew: bool | None = None
    caps_lock: bool | None = None
    ending: Ending | None = None
    prefix: str = ""
    tail: str = ""
    sends_identifier: bool | None = None
    sends_separator: bool | None = None
    mean_gap_ms: float = 0.0
    largest_gap_ms: int = 0
    pace: Pace = field(default_factory=Pace)

    @property
    def is_too_slow(self) -> bool:
        """Whether it cannot be told from a person who types fast."""
        return self.mean_gap_ms > SLOWEST_GAP_MS or self.largest_gap_ms > LONGEST_PAUSE_MS


_TURNS: tuple[tuple[bool, bool, Callable[[str], str]], ...] = (
    (False, False, str),
    (False, True, str.swapcase),
    (True, False, type_in_hebrew),
    (True, True, lambda code: type_in_hebrew(code.swapcase())),
    (True, True, lambda code: type_in_hebrew(code.lower())),
)


def match_code(trial: Trial, codes: Sequence[str]) -> Match | None:
    """Which of the codes was scanned; none if it was something else."""
    heard = trial.text
    for hebrew, caps_lock, turn in _TURNS:
        for code in codes:
            fields = [re.escape(turn(part)) for part in code.split(GS)]
            found = re.search("(.{0,5}?)".join(fields), heard, re.DOTALL)
            if found is not None:
                back = _turned_back(hebrew, caps_lock)
                between = found.group(1) if len(fields) > 1 else None
                prefix, tail = back(heard[: found.start()]), back(heard[found.end() :])
                return Match(code, hebrew, caps_lock, prefix, tail, between)
    return None


def judge(trials: Sequence[Trial], codes: Sequence[str]) -> Verdict:
    """Put together what all trials say; what was no code of the sheet is left out."""
    known = [(trial, match) for trial in trials if (match := match_code(trial, codes)) is not None]
    if not known:
        return Verdict()
    matches = [match for _, match in known]
    lettered = [match for match in matches if not match.code.isdigit()]
    parted = [match for match in matches if match.separator is not None]
    gaps = [gap for trial, _ in known for gap in trial.gaps]
    mean, largest = sum(gaps) / max(1, len(gaps)), max(gaps, default=0)
    identifiers = [_identifier(match.prefix) for match in matches]
    return Verdict(
        read=frozenset(match.code for match in matches),
        hebrew=any(match.hebrew for match in lettered) if lettered else None,
        caps_lock=any(match.caps_lock for match in lettered) if lettered else None,
        ending=known[-1][0].ending,
        prefix=matches[-1].prefix.removesuffix(identifiers[-1]),
        tail=matches[-1].tail,
        sends_identifier=all(identifiers),
        sends_separator=all(match.separator == GS for match in parted) if parted else None,
        mean_gap_ms=mean,
        largest_gap_ms=largest,
        pace=fitting_pace(mean, largest),
    )


def fitting_pace(mean_gap_ms: float, largest_gap_ms: int) -> Pace:
    """Twice the mean gap and three times the largest: room for a bad day, and still far from a person's typing."""
    gap = 5 * ceil(2 * mean_gap_ms / 5)
    pause = 10 * ceil(3 * largest_gap_ms / 10)
    return Pace(
        min(max(gap, _LEAST_GAP_MS), SLOWEST_GAP_MS), min(max(pause, 2 * gap, _LEAST_PAUSE_MS), LONGEST_PAUSE_MS)
    )


def _is_separator(stroke: Stroke) -> bool:
    if stroke.text in (GS, ESC) and stroke.text:
        return True
    return stroke.control and (stroke.position == _RIGHT_BRACKET or stroke.text == "]")


def _turned_back(hebrew: bool, caps_lock: bool) -> Callable[[str], str]:
    def back(text: str) -> str:
        plain = undo_hebrew(text) if hebrew else text
        return plain.swapcase() if caps_lock else plain

    return back


def _identifier(prefix: str) -> str:
    """The AIM identifier at the end of a prefix; empty where there is none."""
    last = prefix[-3:]
    return last if len(last) == 3 and split_identifier(last)[1] == "" else ""
