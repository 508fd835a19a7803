"""Labels to bytes: one at a time, and a thousand in one job.

ZPL goes out label by label, so a job takes the memory of one. A PDF names the place of each of its pages in a table at
its end, and its fonts hold the letters of all of them: so it holds its pages until it is whole, about 10 KB each, and
lets go of them with its job. What must not grow is the program, job after job.
"""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import getpagesize
from time import process_time

from returns_desk.documents.labels import LabelForm, draw_labels, stream_labels
from returns_desk.domain.snapshots import ItemSnapshot
from tests.bench.harness import Row, against_limit, report
from tests.documents.papers import item, product

_JOB, _EARLY = 1_000, 100
_NAMES = ("אוזניות אלחוטיות WH-300", "קומקום KX-17 (1.7 ל׳)", "מגבת חוף 70×140 ס״מ")


def _pieces(count: int, first: int = 1) -> list[ItemSnapshot]:
    """Pieces that differ in all that is printed of them."""
    return [
        item(number=f"IT-1-{number:06}", serial=f"88{number:06}", product=product(name=_NAMES[number % 3]))
        for number in range(first, first + count)
    ]


def _new_label(speaks: str, dpi: int) -> Callable[[], object]:
    """Draw another label each time: nothing of it is remembered but the letters."""
    pieces, form = iter(_pieces(500)), LabelForm("he", "62", dpi, speaks)
    return lambda: draw_labels([next(pieces)], form)


def _cpu_ms(do: Callable[[], object], turns: int = 200, warm: int = 20) -> list[float]:
    """The processor's milliseconds of each turn: a label is held against a plain limit, whatever else is going on."""
    times = []
    for turn in range(warm + turns):
        begun = process_time()
        do()
        if turn >= warm:
            times.append((process_time() - begun) * 1_000)
    return times


def _heights(pieces: list[ItemSnapshot]) -> Iterator[int]:
    """Memory in use as each label of a stream goes out, in bytes."""
    for _ in stream_labels(pieces, LabelForm("he", "62", 203, "zpl")):
        yield tracemalloc.get_traced_memory()[0]


def _stream_growth() -> float:
    """MB that a stream of labels holds more at its last label than at its hundredth."""
    heights = list(_heights(_pieces(_JOB)))
    return (heights[-1] - heights[_EARLY]) / 1e6


def _pdf_growth() -> float:
    """KB that each further label of a PDF takes at the most: a PDF is whole only at its end, its pages are kept."""
    tops = []
    for count in (_EARLY, _JOB):
        pieces = _pieces(count)
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        draw_labels(pieces, LabelForm("he", "62", 300, "pdf"))
        tops.append(tracemalloc.get_traced_memory()[1] - before)
    return (tops[1] - tops[0]) / (_JOB - _EARLY) / 1e3


def _traced(growth: Callable[[], float]) -> float:
    """Measure on a second run: what is remembered of numbers and names (a bounded number of them) is there already."""
    growth()
    tracemalloc.start()
    try:
        growth()
        return growth()
    finally:
        tracemalloc.stop()


def _process_growth(speaks: str, dpi: int) -> float:
    """MB that the whole program is larger after the sixth job of a thousand labels than after the fourth.

    Before that it fills what it remembers of texts, which is bounded.
    """
    sizes = []
    for job in range(6):
        draw_labels(_pieces(_JOB, 1 + job * _JOB), LabelForm("he", "62", dpi, speaks))
        gc.collect()
        sizes.append(_resident_mb())
    return sizes[5] - sizes[3]


def _resident_mb() -> float:
    """Memory of this process that is in the machine's, as Linux counts it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * getpagesize() / 1e6


def measure() -> list[Row]:
    """A label's median in milliseconds, and what a thousand of them take."""
    zpl, pdf = (_cpu_ms(_new_label(speaks, dpi)) for speaks, dpi in (("zpl", 203), ("pdf", 300)))
    return [
        against_limit("a new item label as ZPL", zpl, limit=5),
        against_limit("a new item label as PDF", pdf, limit=25),
        against_limit("label 100 to 1,000 of a ZPL stream", [_traced(_stream_growth)], limit=0.5, unit="MB"),
        against_limit("each label of a PDF of 1,000", [_traced(_pdf_growth)], limit=12, unit="KB"),
        against_limit("program, job 4 to 6 of 1,000 as ZPL", [_process_growth("zpl", 203)], limit=2, unit="MB"),
        against_limit("program, job 4 to 6 of 1,000 as PDF", [_process_growth("pdf", 300)], limit=2, unit="MB"),
    ]


if __name__ == "__main__":
    report("labels", measure())
