"""A process of its own that prints what waits at station 1, on a label printer at a port of this machine."""

import sys
from pathlib import Path

from returns_desk.desk import Desk
from returns_desk.domain.printing import Route
from returns_desk.outbox import drain
from returns_desk.settings import Settings
from returns_desk.store.database import open_database


def main() -> None:
    """Say when it begins, print, say how many came out."""
    url, home, port = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    desk = Desk(open_database(url), "1")
    print("ready", flush=True)
    sys.stdin.readline()
    settings = Settings(routes={"labels": Route(f"zpl://127.0.0.1:{port}?answers=no")})
    print(sum(each.printed for each in drain(desk, settings, home, "en")), flush=True)
    desk.close()


if __name__ == "__main__":
    main()
