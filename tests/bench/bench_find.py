"""Find among a million items: by number, serial, name, customer, and by beginnings that very many share."""

import shutil
import sys
from time import perf_counter

from returns_desk.desk import Desk
from returns_desk.store.database import FILE_NAME, open_database
from returns_desk.usecases.look import find

from .harness import Row, against_limit, report
from .large_shop import make_shop

ASKED = (
    "IT-9-0412345",
    "sn0777",
    "wireless head",
    "customer41",
    "h",
    "it",
    "wireless",
    "wireless customer4999 12",
    "אוזניות",
    "x'\"*(",
)
TURNS = 30


def measure(items: int) -> list[Row]:
    """Each question's median, reading and snapshots included, against 10 ms."""
    home = make_shop(items)
    desk = Desk(open_database(f"sqlite:///{home / FILE_NAME}"), "1")
    rows = []
    for asked in ASKED:
        times = []
        for _ in range(TURNS):
            start = perf_counter()
            desk.read(find, asked)
            times.append((perf_counter() - start) * 1_000)
        rows.append(against_limit(f"find {asked!r} among {items:,}", times[3:], limit=10))
    desk.close()
    shutil.rmtree(home)
    return rows


if __name__ == "__main__":
    report("find", measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
