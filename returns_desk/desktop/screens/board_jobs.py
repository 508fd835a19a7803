"""What the steps of the board ask of the store thread."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from returns_desk.desktop.screens.batch_jobs import Answers, Outcome
from returns_desk.domain.items import Disposition
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.usecases.destroy_batch import destroy_batch
from returns_desk.usecases.ready_batch import ready_batch, reopen_batch
from returns_desk.usecases.turn_batch import turn_batch

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Job = Callable[["Desk", str, Answers], Outcome]


def _ready(desk: "Desk", number: str, _facts: Answers) -> Outcome:
    return Outcome(desk.run(AT_THE_BENCH, ready_batch, number).events)


def _reopen(desk: "Desk", number: str, _facts: Answers) -> Outcome:
    return Outcome(desk.run(AT_THE_BENCH, reopen_batch, number).events)


def _turn(to: Disposition) -> Job:
    return lambda desk, number, facts: Outcome(desk.run(AT_THE_BENCH, turn_batch, number, to, facts["note"]).events)


def _destroy(desk: "Desk", number: str, facts: Answers) -> Outcome:
    day = date.fromisoformat(facts["day"]) if facts["day"] else None
    return Outcome(desk.run(AT_THE_BENCH, destroy_batch, number, facts["witness"], day).events)


BOARD_STEPS: dict[str, Job] = {
    "ready": _ready,
    "reopen": _reopen,
    "turn_donate": _turn(Disposition.DONATE),
    "turn_recycle": _turn(Disposition.RECYCLE),
    "destroy": _destroy,
}
