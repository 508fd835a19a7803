"""A process of its own that approves batches, or takes numbers, as soon as it is told to; it says how each went."""

import os
import sys

from returns_desk.desk import Desk
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import DeskError, NothingToUndo
from returns_desk.store.database import open_database
from returns_desk.store.numbers import next_number
from returns_desk.store.work import Work
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.sign_in import prove
from tests.fakes import FakeClock


def take_number(work: Work, refused: bool) -> int:
    """Take a number as a paper does; a step that is refused afterwards gives it back."""
    number = next_number(work.session, "document SR 2026")
    if refused:
        raise NothingToUndo()
    return number


def main() -> None:
    """Arguments: URL, station, badge, PIN, then batches' numbers, or one count of numbers to take."""
    url, station, badge, pin, *what = sys.argv[1:]
    desk = Desk(open_database(url), station, FakeClock())
    os.write(1, b"ready\n")
    sys.stdin.readline()
    if what[0].isdecimal():
        for count in range(int(what[0])):
            try:
                os.write(1, f"{desk.run(AT_THE_BENCH, take_number, count % 3 == 2).answer}\n".encode())
            except DeskError as refusal:
                os.write(1, f"{type(refusal).__name__}\n".encode())
        return
    who = desk.run(AT_THE_BENCH, prove, badge, pin, len(what)).answer
    for number in what:
        try:
            desk.run(who, approve_batch, number)
            os.write(1, f"{number} approved\n".encode())
        except DeskError as refusal:
            os.write(1, f"{number} {type(refusal).__name__}\n".encode())


if __name__ == "__main__":
    main()
