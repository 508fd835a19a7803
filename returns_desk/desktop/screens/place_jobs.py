"""What the window asks of the store thread about bins: which there are, and a piece into one of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.usecases import look_bench, look_places
from returns_desk.usecases.import_places import drop_place
from returns_desk.usecases.look_places import PlaceLook
from returns_desk.usecases.put_away import put_item

if TYPE_CHECKING:
    from returns_desk.desk import Desk

_MOST_SHOWN = 2_000


@dataclass(frozen=True)
class PlacesLook:
    """The places, how many there are in all, and who looks at them."""

    person: PersonSnapshot | None
    rows: tuple[PlaceLook, ...]
    total: int


def look_at_places(desk: "Desk") -> PlacesLook:
    """All that the card shows."""
    page = desk.read(look_places.places, _MOST_SHOWN)
    rows = tuple(row for row in page.rows if isinstance(row, PlaceLook))
    return PlacesLook(desk.read(look_bench.bench, whole=False).person, rows, page.total)


def put_in_place(desk: "Desk", number: str, code: str) -> tuple[Event, ...]:
    """Put a piece into a bin, signed by whoever is signed in at the station."""
    return desk.run(AT_THE_BENCH, put_item, number, code).events


def use_no_longer(desk: "Desk", code: str) -> tuple[Event, ...]:
    """Use a bin no longer, signed by whoever is signed in at the station."""
    return desk.run(AT_THE_BENCH, drop_place, code).events
