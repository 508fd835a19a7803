"""What a scan means at this station: runs on the store thread and brings back one ``Reply``.

Imported by the first job, so that the window's first paint does not wait for the use cases.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.look_bench import bench as look_at_bench

if TYPE_CHECKING:
    from returns_desk.desk import Desk


@dataclass(frozen=True)
class Reply:
    """How one scan went: what happened or why not, and how the bench stands now."""

    number: int
    text: str
    events: tuple[Any, ...]
    refusal: DeskError | None
    bench: BenchSnapshot


def look(desk: "Desk") -> BenchSnapshot:
    """How the bench of this station stands."""
    return desk.read(look_at_bench)


def take_scan(desk: "Desk", number: int, text: str) -> Reply:
    """Do what a scan means, signed by whoever is signed in when its turn comes; a refusal is an answer too."""
    try:
        done = desk.run(AT_THE_BENCH, handle_scan, text)
    except DeskError as refusal:
        return Reply(number, text, (), refusal, look(desk))
    return Reply(number, text, done.events, None, look(desk))
