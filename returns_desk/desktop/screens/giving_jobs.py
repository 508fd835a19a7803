"""What gifts and recycling ask of the store thread: weights, certificates, devices that were wiped, what was kept."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from returns_desk.desktop.screens.batch_jobs import Answers, Outcome
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.rules import Stream
from returns_desk.usecases.certify_batch import certify_batch
from returns_desk.usecases.credit_batch import close_batch
from returns_desk.usecases.weigh_streams import weigh_streams
from returns_desk.usecases.wipe_item import wipe_item

if TYPE_CHECKING:
    from returns_desk.desk import Desk


def weigh(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Note the weights that were entered in kilograms, by the names of their materials."""
    streams = {Stream(name): round(Decimal(kilograms) * 1000) for name, kilograms in facts.items() if kilograms}
    return Outcome(desk.run(AT_THE_BENCH, weigh_streams, number, streams).events)


def certify(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Keep the recipient's certificate."""
    day = date.fromisoformat(facts["day"]) if facts["day"] else None
    again = bool(facts["again"])
    return Outcome(desk.run(AT_THE_BENCH, certify_batch, number, facts["certificate"], day, again=again).events)


def wipe(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Note that a device of the batch was wiped."""
    del number
    return Outcome(desk.run(AT_THE_BENCH, wipe_item, facts["item"], WipeHow(facts["how"])).events)


def close(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Nothing more is expected; the note says why there is no certificate."""
    return Outcome(desk.run(AT_THE_BENCH, close_batch, number, facts.get("note", "")).events)


GIVING_STEPS: dict[str, Callable[["Desk", str, Answers], Outcome]] = {
    "weigh": weigh,
    "certify": certify,
    "wipe": wipe,
    "close_batch": close,
}
