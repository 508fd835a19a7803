"""What the card of recalls asks of the store thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.usecases import look_bench, look_recalls
from returns_desk.usecases.look_recalls import NoticeLine
from returns_desk.usecases.withdraw_recall import withdraw_recall

if TYPE_CHECKING:
    from returns_desk.desk import Desk

_MOST_SHOWN = 500


@dataclass(frozen=True)
class RecallsLook:
    """The lines of all notices, the newest first, and who looks at them."""

    person: PersonSnapshot | None
    lines: tuple[NoticeLine, ...]


def look_at_recalls(desk: "Desk") -> RecallsLook:
    """All that the card shows."""
    page = desk.read(look_recalls.recalls, _MOST_SHOWN)
    lines = tuple(row for row in page.rows if isinstance(row, NoticeLine))
    return RecallsLook(desk.read(look_bench.bench, whole=False).person, lines)


def withdraw(desk: "Desk", number: str) -> tuple[Event, ...]:
    """Let a notice count no longer, signed by whoever is signed in at the station."""
    return desk.run(AT_THE_BENCH, withdraw_recall, number).events
