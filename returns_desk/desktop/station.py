"""What a scan means at this station: runs on the store thread and brings back one ``Reply``.

Imported by the first job, so that the window's first paint does not wait for the use cases.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import ApprovalNeeded, ChangedMeanwhile, DeskError
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.look_bench import bench as look_at_bench
from returns_desk.usecases.sign_in import prove

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

    @property
    def wants_second(self) -> bool:
        """Whether it was refused for want of a second signature."""
        return isinstance(self.refusal, ApprovalNeeded)


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


def take_step(desk: "Desk", number: int, step: "Callable[[Desk], tuple[Any, ...]]") -> Reply:
    """Do a step that no scan stands for; what it gives back is what happened."""
    try:
        events = step(desk)
    except DeskError as refusal:
        return Reply(number, "", (), refusal, look(desk))
    return Reply(number, "", events, None, look(desk))


def take_signed(
    desk: "Desk", number: int, step: "Callable[[Desk, int], Reply]", stood: BenchSnapshot, proof: tuple[str, str]
) -> Reply:
    """Do again what was refused for want of a second signature, signed by two; ``proof``: the second's badge and PIN.

    It means what it meant: once something else lies on the bench, it is refused instead (``ChangedMeanwhile``).
    """
    try:
        now = desk.read(look_at_bench, whole=False)
        if _lying(now) != _lying(stood):
            raise ChangedMeanwhile("item", stood.item.number if stood.item else "")
        second = desk.run(AT_THE_BENCH, prove, *proof).answer.person_id
    except DeskError as refusal:
        return Reply(number, "", (), refusal, look(desk))
    return step(desk.beside(second or ""), number)


def _lying(bench: BenchSnapshot) -> tuple[object, ...]:
    """Who sits there, and what a scan could mean."""
    things = (bench.person, bench.parcel, bench.item)
    return (*(thing.id if thing else "" for thing in things), bench.question)
