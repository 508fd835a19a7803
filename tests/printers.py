"""Printers for tests: label printers on real sockets, told beforehand how they behave."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeVar

ASKED = b"~HS"
Found = TypeVar("Found")


def hs(
    *, paper: int = 0, pause: int = 0, head: int = 0, ribbon: int = 0, formats: int = 0, labels: int = 0, **more: int
) -> bytes:
    """What a printer answers to ``~HS``; more: full, cold, hot, lost (memory), thermal (1: with ribbon)."""
    full, cold, hot, lost = (more.get(name, 0) for name in ("full", "cold", "hot", "lost"))
    first = f"030,{paper},{pause},1245,{formats:03},{full},0,0,000,{lost},{cold},{hot}"
    second = f"000,0,{head},{ribbon},{more.get('thermal', 1)},2,4,0,{labels:08},1,000"
    return b"".join(b"\x02%s\x03\r\n" % line.encode() for line in (first, second, "1234,0"))


@dataclass
class FakePrinter:
    """A label printer at ``127.0.0.1:port``: ``jobs`` holds what came over each line, without the questions.

    ``answers`` are given to ``~HS`` one after the other, the last one again and again; none: it never answers.
    ``takes`` 0: it accepts the line and reads nothing; a number: it breaks the line after so many bytes.
    ``closes`` says whether it closes the line when the other side has said everything.
    """

    answers: list[bytes] = field(default_factory=lambda: [hs()])
    takes: int = -1
    closes: bool = True
    last_words: int = -1  # after so many answers it says no more
    chokes: int = -1  # after so many bytes of a job it reads no more
    port: int = 0
    asked: int = 0
    jobs: list[bytes] = field(default_factory=list)

    @property
    def address(self) -> str:
        """As in a route."""
        return f"zpl://127.0.0.1:{self.port}"

    def serve(self, ear: socket.socket, ending: threading.Event) -> None:
        """Take one line after the other until it is switched off."""
        while not ending.is_set():
            with suppress(OSError):
                line, _ = ear.accept()
                with line:
                    line.settimeout(0.02)
                    self._listen(line, ending)

    def _listen(self, line: socket.socket, ending: threading.Event) -> None:
        heard, told = b"", 0
        place = len(self.jobs)
        while not ending.is_set():
            if self.takes == 0 or 0 < self.chokes <= len(heard):
                ending.wait(0.02)
                continue
            try:
                piece = line.recv(65536 if self.takes < 0 else self.takes)
            except TimeoutError:
                continue
            if not piece and self.closes:
                return
            if not piece:
                ending.wait(0.02)
                continue
            heard += piece
            said = heard.replace(ASKED, b"")
            if said:
                self.jobs[place:] = [said]
            told = self._answer(line, heard, told)
            if 0 < self.takes <= len(said):
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")  # a reset, no farewell
                return

    def _answer(self, line: socket.socket, heard: bytes, told: int) -> int:
        for _ in range(heard.count(ASKED) - told if self.answers else 0):
            if self.asked == self.last_words:
                break
            self.asked += 1
            line.sendall(self.answers[min(self.asked, len(self.answers)) - 1])
        return heard.count(ASKED)


@contextmanager
def label_printer(*answers: bytes, takes: int = -1, closes: bool = True, silent: bool = False) -> Iterator[FakePrinter]:
    """A printer that is switched on as long as the block runs: ``with label_printer(hs(paper=1)) as printer``."""
    printer = FakePrinter([] if silent else list(answers) or [hs()], takes, closes)
    ending = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as ear:
        ear.settimeout(0.02)
        printer.port = ear.getsockname()[1]
        thread = threading.Thread(target=printer.serve, args=(ear, ending), name="label printer")
        thread.start()
        try:
            yield printer
        finally:
            ending.set()
            thread.join()


def wait_for(look: Callable[[], Found], seconds: float = 5.0) -> Found:
    """Look again and again until there is something to be seen."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.005)
    return found


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        port: int = ear.getsockname()[1]
        return port
