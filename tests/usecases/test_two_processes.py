"""Two programs over one database, on a file and on a server: no number twice or skipped, no batch approved twice."""

import subprocess
import sys
from pathlib import Path

from returns_desk.store.database import Database
from returns_desk.usecases.submit_batch import submit_batch
from tests.builders import BADGES, KETTLE, PINS, SHIRT, Station, rows
from tests.shops import OnBoth

APPROVER = [sys.executable, "-m", "tests.usecases.approver"]
CHECKOUT = Path(__file__).resolve().parents[2]


def both(url: str, *what: str) -> list[list[str]]:
    """Let Avi and Tal do the same at the same moment, each in a process of their own; what each was told."""
    started = [
        subprocess.Popen(
            [*APPROVER, url, station, BADGES[name], PINS[name], *what],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=CHECKOUT,
            text=True,
        )
        for station, name in (("1", "avi"), ("2", "tal"))
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [process.communicate(timeout=60)[0].split("\n")[:-1] for process in started]
    assert [process.returncode for process in started] == [0, 0]
    return told


@OnBoth
def test_a_number_is_never_given_twice_or_skipped_even_when_steps_are_refused(either_url: str) -> None:
    first, second = both(either_url, "30")
    assert [first.count("NothingToUndo"), second.count("NothingToUndo")] == [10, 10]
    given = sorted(int(number) for number in (*first, *second) if number.isdecimal())
    assert given == list(range(1, 41))


@OnBoth
def test_batches_that_two_approve_in_the_same_second_are_approved_once(either: Database, either_url: str) -> None:
    station = Station(either, "1").begin()
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    station.do(submit_batch, "SB-000001")
    station.scan(SHIRT, "DO-D", "DO-OK")
    station.do(submit_batch, "SB-000002")
    station.scan("DO-NEXT", "RR402101201IL", KETTLE, "DO-D", "DO-OK")
    station.do(submit_batch, "SB-000003")
    numbers = ("SB-000001", "SB-000002", "SB-000003")
    told = both(either_url, *numbers)
    for number in numbers:
        ended = sorted(line.split()[1] for said in told for line in said if line.startswith(number))
        assert ended == ["WrongState", "approved"], told
    papers = sorted(number for (number,) in rows(either, "SELECT number FROM documents"))
    assert papers == [f"SR-2026-{count:06d}" for count in (1, 2, 3)]
    approved = rows(either, "SELECT batch_id, count(*) FROM journal WHERE kind = 'BatchApproved' GROUP BY batch_id")
    assert [count for _, count in approved] == [1, 1, 1]
