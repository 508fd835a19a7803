"""Take a whole file in, in pieces: each piece is one step, so that another station never waits long.

A trial run does every piece in full and takes each back, so it finds what the real run would find.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from returns_desk.desk import Desk
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.people import Signature
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.read_checklists import read_checklists, read_guides
from returns_desk.exchange.read_expected import read_expected
from returns_desk.exchange.read_people import read_people
from returns_desk.exchange.read_places import read_places
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.read_recalls import read_recalls
from returns_desk.exchange.read_sales import read_sales
from returns_desk.exchange.read_suppliers import read_suppliers
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import ChecklistRow, ExpectedRow, Reading, SaleRow
from returns_desk.store.photo_shelf import PhotoShelf
from returns_desk.store.work import Work
from returns_desk.usecases.guide_pictures import keep_guide_pictures
from returns_desk.usecases.import_checklists import import_checklists, import_guides
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_places import import_places
from returns_desk.usecases.import_recalls import import_recalls
from returns_desk.usecases.import_rows import (
    PIECE,
    Taken,
    import_people,
    import_products,
    import_suppliers,
    note_import,
    what_import_needs,
)
from returns_desk.usecases.import_sales import import_sales

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Family:
    """How one kind of file is read, and which use case takes its rows."""

    read: Callable[[Path, Import], Reading[Any]]
    take: Callable[[Work, Sequence[Any]], Taken]


FAMILIES: dict[str, _Family] = {
    "products": _Family(read_products, import_products),
    "suppliers": _Family(read_suppliers, import_suppliers),
    "expected": _Family(read_expected, import_expected),
    "people": _Family(read_people, import_people),
    "recalls": _Family(read_recalls, import_recalls),
    "sales": _Family(read_sales, import_sales),
    "checklists": _Family(read_checklists, import_checklists),
    "guides": _Family(read_guides, import_guides),
    "places": _Family(read_places, import_places),
}


@dataclass(frozen=True)
class FileToTake:
    """A file, what kind of rows it holds, how its columns are to be read, and whether it is only tried.

    ``shelf``: where pictures that the file names are kept.
    """

    kind: str
    path: Path
    mapping: Mapping | None = None
    trial: bool = False
    shelf: PhotoShelf | None = None


class _TakenBack(Exception):
    """Carries the answer of a piece out of the transaction that is rolled back."""

    def __init__(self, taken: Taken) -> None:
        super().__init__()
        self.taken = taken


def take_file(desk: Desk, who: Signature, file: FileToTake, progress: Progress = lambda done, of: None) -> Taken:
    """Take a file in and say how its rows went; refused rows are in the file's order.

    Raises ``ImportRefused`` when the file cannot be read at all, and what the family's use case refuses.
    """
    today, currency = desk.read(what_import_needs)
    return take_reading(desk, who, file, read_file(file, Import(today, currency, file.mapping)), progress)


def read_file(file: FileToTake, wanted: Import) -> Reading[Any]:
    """Read a file, without the database: what is slow about an import. Refuses ``ImportRefused``, ``ShelfRefused``."""
    reading = FAMILIES[file.kind].read(file.path, wanted)
    if file.kind == "guides":
        return keep_guide_pictures(reading, file.path.parent, None if file.trial else file.shelf)
    return reading


def take_reading(
    desk: Desk, who: Signature, file: FileToTake, reading: Reading[Any], progress: Progress = lambda done, of: None
) -> Taken:
    """Take the rows of a file that was read, and say how they went."""
    family = FAMILIES[file.kind]
    taken = Taken(refused=reading.refused)
    done = 0
    for piece in pieces(reading.rows):
        taken += _try_piece(desk, who, family, piece) if file.trial else desk.run(who, family.take, piece).answer
        done += len(piece)
        progress(done, len(reading.rows))
    whole = replace(taken, refused=tuple(sorted(taken.refused, key=lambda row: row.line)))
    if not file.trial and (whole.added or whole.changed):
        digest = sha256(file.path.read_bytes()).hexdigest()
        desk.run(who, note_import, file.kind, file.path.name, whole, len(whole.refused), digest)
    return whole


def pieces(rows: Sequence[Any], size: int = PIECE) -> Iterator[list[Any]]:
    """Share rows out to pieces; all rows of one return or checklist come together, wherever they stand in the file."""
    order: dict[str, int] = {}
    places = [order.setdefault(_belonging(row, str(n)), n) for n, row in enumerate(rows)]
    together = sorted(range(len(rows)), key=lambda n: places[n])
    piece: list[Any] = []
    for _, of_one in groupby(together, key=lambda n: places[n]):
        piece.extend(rows[n] for n in of_one)
        if len(piece) >= size:
            yield piece
            piece = []
    if piece:
        yield piece


def _belonging(row: Any, alone: str) -> str:
    """What a row counts together with others for: its return, its order, its category's list; else it stands alone."""
    match row:
        case ExpectedRow():
            return lookup_key(row.rma)
        case SaleRow():
            return lookup_key(row.order)
        case ChecklistRow():
            return f"list {row.category}"
    return alone


def _try_piece(desk: Desk, who: Signature, family: _Family, piece: Sequence[Any]) -> Taken:
    def take_and_take_back(work: Work) -> None:
        taken = family.take(work, piece)
        work.flush()
        raise _TakenBack(taken)

    try:
        desk.run(who, take_and_take_back)
    except _TakenBack as back:
        return back.taken
    raise AssertionError("a trial always takes back")
