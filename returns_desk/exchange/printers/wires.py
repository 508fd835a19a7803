"""The two wires that end at a printer: a line of the network, a device of this computer. Each wait has an end."""

import errno
import os
import select
import socket
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Protocol

from returns_desk.domain.printing import Trouble
from returns_desk.exchange.printers.printer import PrinterRefused

_PIECE = 65_536
_BYTES_A_SECOND = 2_000  # slower than this nothing prints


class Wire(Protocol):
    """Bytes to a printer, and what it says back."""

    def put(self, content: bytes) -> None:
        """Send everything. Refuses ``PrinterRefused``: perhaps printed once a byte of it has gone out."""

    def hear(self, seconds: float) -> bytes | None:
        """What was said within this time: nothing yet (empty), or that nothing will be said any more (``None``)."""

    def farewell(self, seconds: float) -> bool:
        """Say that this was all; whether the other side has taken note of everything within this time."""


@dataclass
class SocketWire:
    """A connection; ``patience`` in seconds is how long the other side may take nothing."""

    line: socket.socket
    patience: float

    def put(self, content: bytes) -> None:
        """Send everything."""
        sent, end = 0, _latest(content, self.patience)
        try:
            self.line.settimeout(self.patience)
            while sent < len(content):
                sent += self.line.send(content[sent : sent + _PIECE])
                if time.monotonic() > end:
                    raise TimeoutError
        except OSError as error:
            raise _broken(error, begun=sent > 0) from error

    def hear(self, seconds: float) -> bytes | None:
        """What was said."""
        self.line.settimeout(max(0.001, seconds))
        try:
            return self.line.recv(4096) or None
        except TimeoutError:
            return b""
        except OSError as error:
            raise _broken(error, begun=False) from error

    def farewell(self, seconds: float) -> bool:
        """Close one half; the other side closes its own when it has read everything (as CUPS has it: waiteof)."""
        end = time.monotonic() + seconds
        try:
            self.line.shutdown(socket.SHUT_WR)
            while (left := end - time.monotonic()) > 0:
                if self.hear(left) is None:
                    return True
        except OSError as error:
            raise _broken(error, begun=True) from error
        return False


@dataclass
class DeviceWire:
    """An open device, written and read without ever being stuck in it."""

    number: int
    patience: float
    readable: bool

    def put(self, content: bytes) -> None:
        """Send everything."""
        sent, end = 0, _latest(content, self.patience)
        try:
            while sent < len(content):
                if time.monotonic() > end or not _ready(self.number, select.POLLOUT, self.patience):
                    raise TimeoutError("timed out")
                with suppress(BlockingIOError):
                    sent += os.write(self.number, content[sent : sent + _PIECE])
        except OSError as error:
            raise _broken(error, begun=sent > 0) from error

    def hear(self, seconds: float) -> bytes | None:
        """What was said; nothing ever by a device that can only be written."""
        if not self.readable:
            return None
        try:
            return os.read(self.number, 4096) if _ready(self.number, select.POLLIN, seconds) else b""
        except BlockingIOError:
            return b""
        except OSError as error:
            raise _broken(error, begun=False) from error

    def farewell(self, seconds: float) -> bool:
        """Wait until the system has passed everything on: Linux throws away what is still on its way at the end."""
        return bool(_ready(self.number, select.POLLOUT, seconds) & select.POLLOUT)


@contextmanager
def call(host: str, port: int, patience: float) -> Iterator[SocketWire]:
    """A line to a printer on the network. Refuses ``PrinterRefused``: no such host, nobody there."""
    try:
        line = socket.create_connection((host, port), timeout=patience)
    except (socket.gaierror, UnicodeError) as error:
        raise PrinterRefused(Trouble.NO_SUCH_HOST, host) from error
    except OSError as error:
        raise PrinterRefused(Trouble.OFF, error.strerror or f"{host}:{port}") from error
    with line:
        yield SocketWire(line, patience)


@contextmanager
def plug(device: str, patience: float) -> Iterator[DeviceWire]:
    """A device of this computer, or a named pipe. Refuses ``PrinterRefused``: all else, a disk above all."""
    opened = None
    try:
        _refuse_what_is_no_device(device)
        opened, readable = _open(device)
        yield DeviceWire(opened, patience, readable)
    except OSError as error:
        raise PrinterRefused(_of_device(error), error.strerror or type(error).__name__) from error
    finally:
        if opened is not None:
            os.close(opened)


def _open(device: str) -> tuple[int, bool]:
    """For reading too where that is possible: a printer may answer."""
    waits_never = os.O_NONBLOCK | os.O_NOCTTY
    if not stat.S_ISFIFO(os.stat(device).st_mode):
        with suppress(OSError):
            return os.open(device, os.O_RDWR | waits_never), True
    return os.open(device, os.O_WRONLY | waits_never), False


def _refuse_what_is_no_device(device: str) -> None:
    if not hasattr(os, "O_NONBLOCK"):  # Windows: there the system's own queues are the way to such a printer
        raise PrinterRefused(Trouble.NOT_THERE, device)
    mode = os.stat(device).st_mode
    if not (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)):
        raise PrinterRefused(Trouble.NO_DEVICE, device)


def _ready(number: int, what: int, seconds: float) -> int:
    """What a device is ready for within this time, or that something is wrong with it; 0: nothing."""
    waiting = select.poll()
    waiting.register(number, what)
    return next((found for _, found in waiting.poll(max(0.0, seconds) * 1000)), 0)


def _latest(content: bytes, patience: float) -> float:
    """When at the latest everything must have gone out, even drop by drop."""
    return time.monotonic() + patience + len(content) / _BYTES_A_SECOND


def _broken(error: OSError, *, begun: bool) -> PrinterRefused:
    trouble = Trouble.SILENT if isinstance(error, TimeoutError) else Trouble.OFF
    if error.errno == errno.ENOSPC:  # Linux says so of a printer at the USB port
        trouble = Trouble.PAPER_OUT
    return PrinterRefused(trouble, error.strerror or str(error) or type(error).__name__, perhaps=begun)


def _of_device(error: OSError) -> Trouble:
    if error.errno in (errno.EACCES, errno.EPERM):
        return Trouble.NO_RIGHT
    return Trouble.OFF if error.errno in (errno.ENXIO, errno.ENODEV, errno.EIO, errno.EBUSY) else Trouble.NOT_THERE
