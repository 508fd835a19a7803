"""What the card of checklists and guides asks of the pool and of the store thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import Reading
from returns_desk.intake import FileToTake, read_file, take_reading
from returns_desk.usecases import look_bench
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_inspections import CategoryRules, category_rules

if TYPE_CHECKING:
    from returns_desk.desk import Desk


@dataclass(frozen=True)
class ChecklistsLook:
    """What is laid down for the categories, and who looks at it."""

    person: PersonSnapshot | None
    rules: tuple[CategoryRules, ...]


def look_at_checklists(desk: "Desk") -> ChecklistsLook:
    """All that the card shows."""
    return ChecklistsLook(desk.read(look_bench.bench, whole=False).person, desk.read(category_rules))


def read_rules(file: FileToTake, wanted: Import) -> Reading[Any] | DeskError:
    """Read a file in the pool; a refusal is given back, for it is no fault."""
    try:
        return read_file(file, wanted)
    except DeskError as refusal:
        return refusal


def take_rules(desk: "Desk", file: FileToTake, reading: Reading[Any]) -> Taken:
    """Take a file's rows in, signed by whoever is signed in at the station."""
    return take_reading(desk, AT_THE_BENCH, file, reading)
