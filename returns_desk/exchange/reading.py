"""A file taken row by row: what is good is made into rows, what is not is kept with its line and its reason."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused
from returns_desk.exchange.mapping import Mapping, Source
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import Reading, RefusedRow, RowT
from returns_desk.exchange.tables import Table, TableRow, read_table


@dataclass(frozen=True)
class Import:
    """What a reading needs besides the file: the day, the shop's currency and, for foreign files, a mapping."""

    today: date
    currency: str = "ILS"
    mapping: Mapping | None = None


@dataclass(frozen=True)
class Family(Generic[RowT]):
    """How one family of rows is read: its columns, those that must be there, and who makes a record into a row.

    ``begin`` gives a fresh maker for each file, since a maker remembers what stood on earlier lines.
    """

    name: str
    fields: tuple[str, ...]
    needed: tuple[str, ...]
    begin: Callable[[Mapping], Callable[[Record], RowT]]


class Seen:
    """Remembers on which line something stood first."""

    def __init__(self) -> None:
        self._lines: dict[Hashable, int] = {}

    def once(self, key: Hashable, line: int) -> None:
        """Refuse what stood on an earlier line already."""
        first = self._lines.setdefault(key, line)
        if first != line:
            raise RowRefused(RowFact.DUPLICATE, value=str(first))


def read_family(path: Path, family: Family[RowT], wanted: Import) -> Reading[RowT]:
    """Read a whole file; raises ``ImportRefused`` when no row of it could be right."""
    mapping = wanted.mapping or Mapping(family.name)
    if mapping.family != family.name:
        raise ImportRefused(FileFact.MAPPING, mapping.family)
    sources = mapping.columns(family.fields)
    if sources.keys() - set(family.fields):
        raise ImportRefused(FileFact.MAPPING, ", ".join(sorted(sources.keys() - set(family.fields))))
    table = read_table(path)
    _check_columns(table, family, mapping)
    unsaid = _unsaid(table, family, sources)
    make = family.begin(mapping)
    rows: list[RowT] = []
    refused = list(table.refused)
    for row in table.rows:
        try:
            rows.append(make(_record(table, row, sources, wanted, unsaid)))
        except RowRefused as refusal:
            refused.append(RefusedRow(row.line, refusal))
    return Reading(tuple(rows), tuple(sorted(refused, key=lambda refusal: refusal.line)))


def _record(table: Table, row: TableRow, sources: dict[str, Source], wanted: Import, unsaid: frozenset[str]) -> Record:
    """The row under our own names, unless a rule of the mapping says it is none of ours."""
    mapping = wanted.mapping
    cells = {column.casefold(): cell for column, cell in zip(table.columns, row.cells, strict=True)}
    for rule in mapping.rules if mapping else ():
        refusal = rule.refuses(cells)
        if refusal:
            raise refusal
    texts = {name: source.take(cells) for name, source in sources.items()}
    currency = mapping.currency if mapping and mapping.currency else wanted.currency
    return Record(row.line, texts, today=wanted.today, currency=currency, unsaid=unsaid)


def _unsaid(table: Table, family: Family[RowT], sources: dict[str, Source]) -> frozenset[str]:
    """The fields for which the file has no column, and the mapping no constant."""
    there = {column.casefold() for column in table.columns}
    told = {name for name, source in sources.items() if not source.column or source.column.casefold() in there}
    return frozenset(family.fields) - told


def _check_columns(table: Table, family: Family[RowT], mapping: Mapping) -> None:
    """Refuse a file without the columns that its rows need; those that a mapping names must all be there."""
    there = {column.casefold() for column in table.columns}
    if mapping.sources is None:
        wanted = set(family.needed)
    else:
        wanted = {name for name in family.needed if name not in mapping.sources}
        wanted |= {source.column for source in mapping.sources.values() if source.column}
    wanted |= {rule.column for rule in mapping.rules}
    missing = tuple(sorted(column for column in wanted if column.casefold() not in there))
    if missing:
        raise ImportRefused(FileFact.COLUMNS, columns=missing)
