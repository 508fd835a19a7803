"""What the Items screen asks of the store thread: what was found, and one thing whole with its timeline."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event, ItemDecided
from returns_desk.domain.people import AT_THE_BENCH, Permission, may
from returns_desk.domain.photos import PhotoSnapshot
from returns_desk.domain.recommendation import Recommendation
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import (
    BatchSnapshot,
    Found,
    ItemSnapshot,
    ParcelSnapshot,
    RmaSnapshot,
    TimelineEntry,
)
from returns_desk.domain.snapshots.inspections import InspectionSnapshot
from returns_desk.usecases import look, look_batches
from returns_desk.usecases.inspect_again import inspect_again
from returns_desk.usecases.look_bench import bench as look_at_bench
from returns_desk.usecases.look_inspections import inspections_of
from returns_desk.usecases.look_stock import MoveSnapshot, ProductStock, products_named, stock_of
from returns_desk.usecases.queue_label import print_again
from returns_desk.usecases.undo import MAIN_EVENTS, undo_step

if TYPE_CHECKING:
    from returns_desk.desk import Desk

MOST_FOUND = 50
FEW_FOUND = 6  # so few leave room below them for the newest items
Thing = ItemSnapshot | ParcelSnapshot | RmaSnapshot | BatchSnapshot | ProductStock


@dataclass(frozen=True)
class FoundLook:
    """What a search found; without words to look for, the newest items."""

    asked: str
    rows: tuple[Found, ...]
    milliseconds: float
    total: int
    newest: tuple[Found, ...] = ()


@dataclass(frozen=True)
class ThingLook:
    """One thing whole."""

    kind: str
    number: str
    thing: Thing
    timeline: tuple[TimelineEntry, ...]
    recommendation: Recommendation | None = None
    photos: tuple[PhotoSnapshot, ...] = ()
    inspections: tuple[InspectionSnapshot, ...] = ()
    taken_back: frozenset[str] = frozenset()  # ids of steps that whoever sits here may take back


def find_things(desk: "Desk", asked: str) -> FoundLook:
    """Find, and measure how long it took."""
    began = time.perf_counter()
    if asked.strip():
        rows = (*desk.read(products_named, asked), *desk.read(look.find, asked, MOST_FOUND))
        took = (time.perf_counter() - began) * 1000
        newest, _ = _newest(desk) if len(rows) <= FEW_FOUND else ((), 0)
        return FoundLook(asked, rows, took, len(rows), newest)
    newest, total = _newest(desk)
    return FoundLook("", newest, (time.perf_counter() - began) * 1000, total)


def _newest(desk: "Desk") -> tuple[tuple[Found, ...], int]:
    page = desk.read(look.items, None, MOST_FOUND)
    return tuple(_as_found(item) for item in page.rows if isinstance(item, ItemSnapshot)), page.total


def _as_found(item: ItemSnapshot) -> Found:
    state = "held" if item.held else item.disposition.value if item.disposition else item.state.value
    grade = item.grade.value if item.grade else ""
    return Found("item", item.number, item.product.name, item.customer, state, item.product.name_en, grade)


def look_at_thing(desk: "Desk", kind: str, number: str) -> ThingLook | None:
    """One thing with what happened to it; ``None`` when it is there no longer."""
    try:
        thing = _thing(desk, kind, number)
        if isinstance(thing, ProductStock):
            return ThingLook(kind, number, thing, tuple(_moved(move) for move in reversed(thing.moves)))
        entries = _whole_life(desk, thing) if isinstance(thing, ItemSnapshot) else ()
        entries = entries or desk.read(look.timeline_of, kind, number)
        found = desk.read(look.recommendation, number) if kind == "item" else None
        photos = desk.read(look.photos_of, kind, number) if kind in ("item", "parcel") else ()
        looks = desk.read(inspections_of, number) if kind == "item" else ()
    except NotFound:
        return None
    return ThingLook(kind, number, thing, entries, found, photos, looks, _may_be_taken_back(desk, entries))


def _moved(move: MoveSnapshot) -> TimelineEntry:
    return TimelineEntry(move.at, move.person, move.station, move, person_en=move.person_en, step_id=move.step)


def _may_be_taken_back(desk: "Desk", entries: tuple[TimelineEntry, ...]) -> frozenset[str]:
    """The steps that stand and that whoever sits here may take back, though somebody else did them."""
    person = desk.read(look_at_bench, whole=False).person
    if person is None or not may(person.role, Permission.UNDO_ANY):
        return frozenset()
    standing = (entry for entry in entries if not entry.undone and type(entry.event).__name__ in MAIN_EVENTS)
    return frozenset(entry.step_id for entry in standing if entry.step_id)


def _whole_life(desk: "Desk", item: ItemSnapshot) -> tuple[TimelineEntry, ...]:
    """From the parcel to the credit: what befell the piece itself, its parcel as a whole, and its batch after it."""
    own = desk.read(look.timeline_of, "item", item.number)
    around = [entry for entry in desk.read(look.timeline_of, "parcel", item.parcel) if not _item_id(entry)]
    decided = max((entry.at for entry in own if isinstance(entry.event, ItemDecided)), default=None)
    if item.batch and decided is not None:
        entries = desk.read(look.timeline_of, "batch", item.batch)
        around += [entry for entry in entries if not _item_id(entry) and entry.at > decided]
    return tuple(sorted((*around, *own), key=lambda entry: entry.at))


def _item_id(entry: TimelineEntry) -> str:
    return entry.event.item_id if isinstance(entry.event, Event) else ""


def _thing(desk: "Desk", kind: str, number: str) -> Thing:
    match kind:
        case "item":
            return desk.read(look.item, number)
        case "parcel":
            return desk.read(look.parcel, number)
        case "rma":
            return desk.read(look.rma, number)
        case "product":
            return desk.read(stock_of, number)
        case _:
            return desk.read(look_batches.batch, number)


def print_label(desk: "Desk", number: str) -> tuple[Event, ...]:
    """Let a piece's label be printed once more."""
    return desk.run(AT_THE_BENCH, print_again, number).events


def inspect_anew(desk: "Desk", number: str) -> tuple[Event, ...]:
    """Take a piece in hand for another inspection; the one before is kept."""
    return desk.run(AT_THE_BENCH, inspect_again, number).events


def take_back(desk: "Desk", step_id: str) -> tuple[Event, ...]:
    """Take back a step of the timeline."""
    return desk.run(AT_THE_BENCH, undo_step, step_id).events
