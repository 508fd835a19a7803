"""What the Exceptions screen asks of the store thread: what stands out, and the ways to settle it as steps.

Imported with the screen, not before the window's first paint.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.desktop.screens.place_jobs import put_in_place
from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.events import Event
from returns_desk.domain.exceptions import ExceptionCount, ExceptionKind, ExceptionRow, Way
from returns_desk.domain.items import HoldReason
from returns_desk.domain.people import AT_THE_BENCH, Permission, may
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import PersonSnapshot, TimelineEntry
from returns_desk.usecases import look, look_bench, look_candidates, look_exceptions, match_parcel
from returns_desk.usecases.hold_item import end_hold, explain_hold, give_hold
from returns_desk.usecases.settle_exception import settle_exception
from returns_desk.usecases.undo import undo

if TYPE_CHECKING:
    from returns_desk.desk import Desk

WITH_A_LIFE = ("item", "parcel", "rma", "batch")
_MOST_SHOWN = 300


@dataclass(frozen=True)
class ExceptionsLook:
    """All that the Exceptions screen shows; ``row`` is the chosen one, with what it may be where it is a parcel."""

    person: PersonSnapshot | None
    kind: ExceptionKind | None
    counts: tuple[ExceptionCount, ...]
    rows: tuple[ExceptionRow, ...]
    row: ExceptionRow | None
    candidates: tuple[ReturnCandidate, ...] = ()
    owners: tuple[PersonSnapshot, ...] = ()  # who may settle a hold
    timeline: tuple[TimelineEntry, ...] = ()

    @property
    def total(self) -> int:
        """How many stand out in all."""
        return sum(count.count for count in self.counts)


def look_at_exceptions(desk: "Desk", kind: ExceptionKind | None, key: str, place: int) -> ExceptionsLook:
    """The list of a kind (or of all), and the row asked for; where that is gone, the one that took its place."""
    counts = desk.read(look_exceptions.count_each)
    if kind is not None and not any(count.count for count in counts if count.kind is kind):
        kind = None  # the last of its kind was settled
    page = desk.read(look_exceptions.exceptions, _MOST_SHOWN, kind)
    rows = tuple(row for row in page.rows if isinstance(row, ExceptionRow))
    row = next((row for row in rows if row.key == key), None)
    if row is None and rows:
        row = rows[min(max(place, 0), len(rows) - 1)]
    person = desk.read(look_bench.bench, whole=False).person
    more = (_candidates(desk, row), _owners(desk), _timeline(desk, row))
    return ExceptionsLook(person, kind, counts, rows, row, *more)


def _candidates(desk: "Desk", row: ExceptionRow | None) -> tuple[ReturnCandidate, ...]:
    if row is None or row.kind is not ExceptionKind.UNMATCHED:
        return ()
    try:
        return desk.read(look_candidates.candidates, row.number)
    except NotFound:
        return ()


def _timeline(desk: "Desk", row: ExceptionRow | None) -> tuple[TimelineEntry, ...]:
    """What happened to the thing; a customer and a scan have no life of their own."""
    if row is None or row.subject not in WITH_A_LIFE:
        return ()
    return desk.read(look.timeline_of, row.subject, row.number)


def _owners(desk: "Desk") -> tuple[PersonSnapshot, ...]:
    people = desk.read(look.people)
    return tuple(each for each in people if each.active and may(each.role, Permission.SETTLE_EXCEPTION))


def take_way(desk: "Desk", row: ExceptionRow, way: Way, answer: str = "") -> tuple[Event, ...]:
    """Settle one thing by one of its ways; ``answer``: the note, person, reason or return that it was asked for."""
    match way:
        case Way.SEEN:
            return desk.run(AT_THE_BENCH, settle_exception, row.key, answer).events
        case Way.OWNER:
            return desk.run(AT_THE_BENCH, give_hold, row.number, answer).events
        case Way.REASON:
            return desk.run(AT_THE_BENCH, explain_hold, HoldReason(answer), row.fact("note"), row.number).events
        case Way.RELEASE:
            return desk.run(AT_THE_BENCH, end_hold, row.number).events
        case Way.PUT:
            return put_in_place(desk, row.number, answer)
    return _settle_parcel(desk, row.number, way, answer)


def _settle_parcel(desk: "Desk", number: str, way: Way, answer: str) -> tuple[Event, ...]:
    match way:
        case Way.MATCH:
            return desk.run(AT_THE_BENCH, match_parcel.match_by_number, number, answer).events
        case Way.SEND_BACK:
            return desk.run(AT_THE_BENCH, match_parcel.disown_parcel, number).events
        case Way.SENT:
            return desk.run(AT_THE_BENCH, match_parcel.send_parcel_back, number).events
    return desk.run(AT_THE_BENCH, match_parcel.make_unauthorized, number, answer).events


def take_back(desk: "Desk") -> tuple[Event, ...]:
    """Take the newest step of this person at this station back."""
    return desk.run(AT_THE_BENCH, undo).events


def count_exceptions(desk: "Desk") -> int:
    """How many stand out, for the rail."""
    return desk.read(look_exceptions.count_exceptions)
