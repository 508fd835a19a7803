"""A process of its own that does steps at a station and says each one that is on the disk, until it is killed."""

import os
import sys

from returns_desk.store.database import open_database
from tests.builders import Station

THINGS = {"1": ("ID-DANA-1", "RR402101201IL", "7290011232016"), "2": ("ID-OMER-2", "RMA-2", "7290011233013")}


def main() -> None:
    """Receive, take, grade, decide, take it all back, for ever; one line an acknowledged step."""
    url, name, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    station = Station(open_database(url), name)
    code = station.desk.seat.code
    badge, box, product = THINGS[name]
    station.scan(badge)
    while station.bench.parcel is not None:  # as the last one left it
        station.scan("DO-UNDO")
    for _ in range(rounds):
        for scan in (box, product, "DO-D", "DO-OK", "DO-UNDO", "DO-UNDO", "DO-UNDO", "DO-UNDO"):
            events = station.scan(scan)
            told = [getattr(event, "number", "") for event in events if type(event).__name__ == "ItemTaken"]
            os.write(1, f"{code} {scan} {' '.join(told)}\n".encode())


if __name__ == "__main__":
    main()
