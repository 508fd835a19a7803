"""Programs that are killed while they print, and two that print at once: what was acknowledged comes out once."""

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.store.database import Database
from tests.builders import Station, decided_kettle
from tests.outbox.printing import Printing
from tests.shops import OnBoth

CHECKOUT = Path(__file__).resolve().parents[2]
JOBS = 6


class SocketPrinter:
    """A label printer on a port: takes one line after the other, and tells ``before`` how many came before it reads."""

    def __init__(self) -> None:
        self.came: list[bytes] = []
        self.before: Callable[[int], None] = lambda _: None
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self._thread = threading.Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        while True:
            try:
                line, _ = self.server.accept()
            except OSError:  # closed
                return
            self.before(len(self.came))
            whole = b""
            with line, suppress(OSError):
                while part := line.recv(65536):
                    whole += part
            self.came.append(whole)

    def close(self) -> None:
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self._thread.join(10)

    @property
    def labels(self) -> int:
        """How many whole labels came."""
        return sum(whole.count(b"^XZ") for whole in self.came)


@pytest.fixture
def printer() -> Iterator[SocketPrinter]:
    made = SocketPrinter()
    yield made
    made.close()


def begin(url: str, home: Path, port: int) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.outbox.drainer", url, str(home), str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def full_queue(database: Database, home: Path) -> Printing:
    station = Station(database, "1").begin()
    decided_kettle(station)
    printing = Printing(station, home)
    for _ in range(JOBS - 1):
        printing.queue(PaperKind.HOLD_LABEL, "IT-1-000001")
    return printing


@OnBoth
@pytest.mark.parametrize("at", [0, 3])
def test_killed_in_the_middle_nothing_acknowledged_comes_out_again(
    either: Database, either_url: str, printer: SocketPrinter, tmp_path: Path, at: int
) -> None:
    printing = full_queue(either, tmp_path)
    process = begin(either_url, tmp_path, printer.port)
    printer.before = lambda came: process.kill() if came == at else None
    go(process)
    process.communicate(timeout=30)
    assert process.returncode != 0
    left = printing.states()
    assert left.count("sending") == 1
    assert left.count("printed") == at
    printer.before = lambda _: None

    second = begin(either_url, tmp_path, printer.port)
    go(second)
    told, _ = second.communicate(timeout=60)
    assert told.strip() == str(JOBS - at - 1)
    assert [len(printing.jobs(state)) for state in (JobState.PRINTED, JobState.UNSURE)] == [JOBS - 1, 1]
    assert JOBS - 1 <= printer.labels <= JOBS


@OnBoth
def test_two_that_print_at_once_print_each_job_once(
    either: Database, either_url: str, printer: SocketPrinter, tmp_path: Path
) -> None:
    printing = full_queue(either, tmp_path)
    both = [begin(either_url, tmp_path, printer.port) for _ in range(2)]
    for process in both:
        go(process)
    told = sum(int(process.communicate(timeout=60)[0]) for process in both)
    assert told == JOBS
    assert printing.states() == ["printed"] * JOBS
    assert printer.labels == JOBS
