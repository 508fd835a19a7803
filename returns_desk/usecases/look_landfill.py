"""Look at what charities and recyclers kept from landfill, month by month."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from returns_desk.domain.refusals import BadValue
from returns_desk.domain.rules import Stream, rule_in_force
from returns_desk.domain.snapshots.giving import Landfill, LandfillRow
from returns_desk.exchange.write_table import Cell
from returns_desk.store.lookups.decisions import book_in_force
from returns_desk.store.lookups.landfill import Taken, taken_by_month
from returns_desk.store.work import Work
from returns_desk.usecases.export_rows import Write

COLUMNS = ("month", "kind", "stream", "weight_g", "without_weight")
_MOST_MONTHS = 120


def landfill(work: Work, months: int = 12) -> Landfill:
    """The last months, this one among them; what nobody weighed counts by its products and today's rules.

    Refuses ``BadValue`` for a number of months that is none.
    """
    if not 1 <= months <= _MOST_MONTHS:
        raise BadValue("months", str(months))
    firsts = _first_days(work.today, months)
    begins = [datetime(day.year, day.month, 1).astimezone() for day in firsts]  # the station's own midnight
    taken = taken_by_month(work.session, begins)
    sums: dict[tuple[date, str, str], tuple[int, int]] = {}
    for each, stream in _with_streams(work, taken):
        key = (firsts[each.month], each.kind, stream)
        grams, unknown = sums.get(key, (0, 0))
        sums[key] = (grams + each.grams, unknown + each.unknown)
    rows = [
        LandfillRow(month, kind, stream, *sums[month, kind, stream])
        for month in reversed(firsts[:-1])
        for kind in dict.fromkeys(each.kind for each in sorted(taken, key=lambda each: each.kind))
        for stream in Stream
        if (month, kind, stream) in sums
    ]
    return Landfill(firsts[-2], tuple(rows))


def export_landfill(work: Work, write: Write) -> None:
    """The same as a table, for as long back as is kept. Looks only, so that there is no inverse."""
    write(COLUMNS, _cells(landfill(work, _MOST_MONTHS).rows))


def _cells(rows: Iterable[LandfillRow]) -> Iterator[Sequence[Cell]]:
    for row in rows:
        yield f"{row.month:%Y-%m}", row.kind.value, row.stream.value, row.weight_g, row.without_weight


def _first_days(today: date, months: int) -> list[date]:
    """First days of the months, oldest first, and of the one to come."""
    this = today.year * 12 + today.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(this - months + 1, this + 2)]


def _with_streams(work: Work, taken: Iterable[Taken]) -> Iterator[tuple[Taken, Stream]]:
    book = book_in_force(work.session, work.today)
    for each in taken:
        figures = rule_in_force(book, each.category, each.supplier, work.today).figures
        yield each, each.stream or figures.stream_of(electrical=each.electrical)
