"""One scan through ``Desk.run`` to durable, beside the very same statements replayed through the bare driver."""

import shutil
import statistics
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import pysqlite3.dbapi2 as sqlite
from sqlalchemy import event

from returns_desk.desk import Desk
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.store.database import _PRAGMAS, FILE_NAME, open_database
from returns_desk.usecases.handle_scan import handle_scan

from .harness import Row, against_limit, compare, report
from .large_shop import copy_shop, make_shop, parcel_scans

Statements = list[tuple[str, Any, bool]]
WARM = 12  # parcels that are scanned but not counted


def _record(home: Path) -> list[list[Statements]]:
    """Scan every parcel once and keep the statements of each scan."""
    desk = Desk(open_database(f"sqlite:///{home / FILE_NAME}"), "1")
    said: Statements = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        said.append((statement, parameters, many))

    event.listen(desk.database.engine, "before_cursor_execute", keep)
    recorded = []
    for scans in parcel_scans():
        of_parcel = []
        for scan in scans:
            said.clear()
            desk.run(AT_THE_BENCH, handle_scan, scan)
            of_parcel.append(list(said))
        recorded.append(of_parcel)
    desk.close()
    return recorded


def _replay(connection: Any, statements: Statements) -> float:
    start = perf_counter()
    for statement, parameters, many in statements:
        cursor = connection.cursor()
        (cursor.executemany if many else cursor.execute)(statement, parameters)
        if cursor.description:
            cursor.fetchall()
    connection.execute("COMMIT")
    return (perf_counter() - start) * 1_000


def _scan(desk: Desk, text: str) -> float:
    start = perf_counter()
    desk.run(AT_THE_BENCH, handle_scan, text)
    return (perf_counter() - start) * 1_000


def _measure(items: int) -> tuple[list[Row], float]:
    home = make_shop(items)
    ours_home, bare_home = copy_shop(home), copy_shop(home)
    recorded = _record(home)
    desk = Desk(open_database(f"sqlite:///{ours_home / FILE_NAME}"), "1")
    bare = sqlite.connect(str(bare_home / FILE_NAME), isolation_level=None)
    for pragma in _PRAGMAS:
        bare.execute(pragma)
    times: dict[str, tuple[list[float], list[float]]] = {
        name: ([], []) for name in ("parcel", "item", "grade", "decide")
    }
    for scans, statements in zip(parcel_scans(), recorded, strict=True):
        for name, scan, said in zip(times, scans, statements, strict=True):
            times[name][0].append(_scan(desk, scan))
            times[name][1].append(_replay(bare, said))
    desk.close()
    bare.close()
    for folder in (home, ours_home, bare_home):
        shutil.rmtree(folder)
    rows = [
        compare(
            f"{name} scan, {items:,} items ({len(recorded[-1][at])} statements)",
            ours[WARM:],
            bare_times[WARM:],
            limit=8,
        )
        for at, (name, (ours, bare_times)) in enumerate(times.items())
    ]
    every = [time for ours, _ in times.values() for time in ours[WARM:]]
    rows.append(against_limit(f"any scan, p99, {items:,} items", every, share=0.99, limit=16))
    return rows, statistics.median(every)


def measure(sizes: tuple[int, int]) -> list[Row]:
    """A few items and a million of them: the ratio at each size, and how flat the line between them is."""
    small, small_median = _measure(sizes[0])
    large, large_median = _measure(sizes[1])
    flat = Row(
        f"flat from {sizes[0]:,} to {sizes[1]:,}", large_median, small_median, None, large_median / small_median, 1.5
    )
    return [*small, *large, flat]


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    report("scan", measure((1_000, wanted)))
