"""One store thread: in order, never lost, answered on the window's thread, ended cleanly."""

import threading
from collections.abc import Iterator
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from returns_desk.desk import Desk
from returns_desk.desktop.runner import Runner
from returns_desk.domain.refusals import DeskError, NothingToUndo, StoreRefused
from tests.desktop.fake_desk import FakeDesk


class Opening:
    """A store that opens when the test says so."""

    def __init__(self) -> None:
        self.may_open = threading.Event()
        self.refusal: Exception | None = None

    def __call__(self) -> Desk:
        self.may_open.wait(5)
        if self.refusal is not None:
            raise self.refusal
        return cast(Desk, FakeDesk())


@pytest.fixture
def opening() -> Opening:
    return Opening()


@pytest.fixture
def runner(opening: Opening, qtbot: QtBot) -> Iterator[Runner]:
    made = Runner(opening)
    yield made
    opening.may_open.set()
    made.stop()


def test_jobs_given_before_the_store_is_open_are_kept_counted_and_done_in_order(
    runner: Runner, opening: Opening, qtbot: QtBot
) -> None:
    done: list[int] = []
    runner.start()
    for number in range(50):
        runner.do(lambda _desk, number=number: number, done.append, counted=True)
    assert (runner.count, runner.is_open) == (50, False)
    opening.may_open.set()
    qtbot.waitUntil(lambda: runner.count == 0)
    assert done == list(range(50))


def test_jobs_run_on_the_store_thread_and_answers_come_on_the_windows(
    runner: Runner, opening: Opening, qtbot: QtBot
) -> None:
    threads: list[str] = []
    opening.may_open.set()
    runner.start()
    runner.do(
        lambda _desk: threading.current_thread().name,
        lambda name: threads.extend((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == ["store", threading.main_thread().name]


def test_a_refusal_goes_to_whoever_asked(runner: Runner, opening: Opening, qtbot: QtBot) -> None:
    heard: list[DeskError] = []

    def refuse(_desk: Desk) -> None:
        raise NothingToUndo

    opening.may_open.set()
    runner.start()
    runner.do(refuse, None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [NothingToUndo()]


def test_a_refusal_that_nobody_takes_is_told_to_all(runner: Runner, opening: Opening, qtbot: QtBot) -> None:
    def refuse(_desk: Desk) -> None:
        raise NothingToUndo

    opening.may_open.set()
    runner.start()
    with qtbot.waitSignal(runner.refused) as told:
        runner.do(refuse)
    assert told.args == [NothingToUndo()]


def test_a_fault_is_told_whole_and_the_next_job_is_done(runner: Runner, opening: Opening, qtbot: QtBot) -> None:
    def fail(_desk: Desk) -> None:
        raise ZeroDivisionError("on purpose")

    answers: list[Any] = []
    opening.may_open.set()
    runner.start()
    with qtbot.waitSignal(runner.crashed) as told:
        runner.do(fail, counted=True)
        runner.do(lambda _desk: "next", answers.append, counted=True)
    assert "on purpose" in str(told.args)
    qtbot.waitUntil(lambda: runner.count == 0)
    assert answers == ["next"]


def test_a_store_that_cannot_be_used_says_why(runner: Runner, opening: Opening, qtbot: QtBot) -> None:
    opening.refusal = StoreRefused("newer")
    opening.may_open.set()
    with qtbot.waitSignal(runner.failed) as told:
        runner.start()
    assert told.args == [StoreRefused("newer")]


def test_stopping_finishes_what_was_given(opening: Opening, qtbot: QtBot) -> None:
    done: list[int] = []
    runner = Runner(opening)
    opening.may_open.set()
    runner.start()
    for number in range(30):
        runner.do(lambda _desk, number=number: done.append(number))
    runner.stop()
    assert done == list(range(30))


def test_what_happened_is_told_once_and_nothing_is_told_of_nothing(runner: Runner, qtbot: QtBot) -> None:
    heard: list[tuple[object, ...]] = []
    runner.happened.connect(heard.append)
    runner.tell(())
    runner.tell(("an event",))
    assert heard == [("an event",)]
