"""What every benchmark shares: ours beside a bare limit, measured turn by turn in the same run.

A benchmark is a module ``bench_NAME.py`` with ``def measure() -> list[Row]`` and ``if __name__ == "__main__":
report(NAME, measure())``. A figure is a ratio to the bare limit: the machine's speed, and whatever else it is doing,
falls out of it. Turns are interleaved (bare, ours, bare, ours...) so that both meet the same weather.
"""

import json
import math
import os
import platform
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """One measured figure. Times are milliseconds; ``limit`` is what the figure must not pass, none if just told."""

    name: str
    ours: float
    bare: float | None = None
    p99: float | None = None
    figure: float | None = None
    limit: float | None = None
    unit: str = "x"

    @property
    def within(self) -> bool:
        """Whether the figure keeps its limit."""
        return self.limit is None or self.figure is None or self.figure <= self.limit


def quantile(times: Sequence[float], share: float) -> float:
    """The value that ``share`` of the times do not pass (nearest rank)."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(share * len(ordered)) - 1))]


def _timed(do: Callable[[], object]) -> float:
    start = perf_counter()
    do()
    return (perf_counter() - start) * 1_000


def interleave(
    ours: Callable[[], object], bare: Callable[[], object], *, turns: int, warm: int = 3
) -> tuple[list[float], list[float]]:
    """Run both in turns; return the milliseconds of each turn, ours and bare. Warm turns are not counted."""
    pairs = [(_timed(bare), _timed(ours)) for _ in range(warm + turns)][warm:]
    return [our for _, our in pairs], [bare for bare, _ in pairs]


def compare(name: str, ours: Sequence[float], bare: Sequence[float], *, limit: float | None = None) -> Row:
    """Our median as a ratio to the bare median."""
    our_median, bare_median = statistics.median(ours), statistics.median(bare)
    return Row(name, our_median, bare_median, quantile(ours, 0.99), our_median / bare_median, limit)


def against_limit(name: str, times: Sequence[float], *, share: float = 0.5, limit: float, unit: str = "ms") -> Row:
    """A quantile of our own measurements against a plain limit, e.g. p99 under 16 ms or memory under 250 MB."""
    return Row(name, statistics.median(times), None, quantile(times, 0.99), quantile(times, share), limit, unit)


def _cell(value: float | None, unit: str = "") -> str:
    return "" if value is None else f"{value:,.2f}{unit}"


def table(title: str, rows: Sequence[Row]) -> str:
    """The rows as text, with a word for every limit kept or passed."""
    head = ("", "ours", "bare", "p99", "figure", "limit", "")
    body = [
        (
            row.name,
            _cell(row.ours),
            _cell(row.bare),
            _cell(row.p99),
            _cell(row.figure, f" {row.unit}"),
            _cell(row.limit, f" {row.unit}"),
            "" if row.limit is None else "good" if row.within else "OVER",
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (head, *body)) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(line, widths, strict=True)) for line in (head, *body))
    ]
    return "\n".join([title, *lines, ""])


def save(path: Path, title: str, rows: Sequence[Row]) -> None:
    """Put the rows into a JSON file beside those of other benchmarks; a later run replaces its own part."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept["machine"] = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
    kept[title] = [{**asdict(row), "within": row.within} for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")


def report(title: str, rows: Sequence[Row]) -> None:
    """Print the table, save it where packaging/bench says, and exit 1 if a limit was passed."""
    print(table(title, rows))
    if target := os.environ.get("RETURNS_DESK_BENCH_JSON"):
        save(Path(target), title, rows)
    sys.exit(0 if all(row.within for row in rows) else 1)
