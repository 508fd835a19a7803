"""What the mark says of a queue: nothing while all goes well, else the trouble, how many wait, what is unsure."""

from dataclasses import replace

import pytest

from returns_desk.desktop.mark_words import Waits, say_waits, short_trouble, waits_in
from returns_desk.domain.printing import JobState, PaperKind, Trouble
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.wording import Words
from tests.desktop.printing.stations import plain
from tests.fakes import MORNING

WAITS = JobSnapshot("1", PaperKind.ITEM_LABEL, "IT-1-000001", JobState.WAITING, MORNING)
OFF = replace(WAITS, trouble=Trouble.OFF)
UNSURE = replace(WAITS, state=JobState.UNSURE)


@pytest.mark.parametrize(
    ("jobs", "said"),
    [
        ((), ""),
        ((WAITS, WAITS), ""),
        ((replace(WAITS, state=JobState.PRINTED), replace(OFF, state=JobState.CANCELLED)), ""),
        ((OFF, WAITS, replace(WAITS, held_back=True)), "Printer off, 2 waiting"),
        ((UNSURE,), "Perhaps printed: 1"),
        ((OFF, UNSURE), "Printer off, 1 waiting · Perhaps printed: 1"),
        (
            (OFF, replace(OFF, trouble=Trouble.PAPER_OUT), replace(OFF, trouble=Trouble.PAPER_OUT)),
            "Out of paper, 3 waiting",
        ),
    ],
)
def test_the_mark_says_what_somebody_should_know(jobs: tuple[JobSnapshot, ...], said: str) -> None:
    assert plain(say_waits(Words("en"), waits_in(jobs))) == said
    assert bool(waits_in(jobs)) is bool(said)


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_said_in_few_words(language: str, trouble: Trouble) -> None:
    assert 0 < len(short_trouble(Words(language), trouble)) < 55


def test_nothing_is_said_of_an_empty_queue() -> None:
    assert say_waits(Words("he"), Waits()) == ""
