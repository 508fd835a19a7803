"""Labels written to a device of this computer: real pseudo-terminals and pipes stand for the USB port."""

import os
import pty
import select
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from returns_desk.domain.printing import Trouble
from returns_desk.exchange.printers import DevicePrinter, PrinterRefused, PrintOut
from tests.printers import ASKED, hs, wait_for

_OUT = PrintOut("IT-1", b"^XA^FDIT-1^FS^XZ")
_PATIENCE = 0.3


@contextmanager
def _plugged(answer: bytes = b"") -> Iterator[tuple[str, bytearray]]:
    """A printer at the other end of a pseudo-terminal: what device it is, and what it heard."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    heard, ending = bytearray(), threading.Event()

    def listen() -> None:
        told = 0
        while not ending.is_set():
            if select.select([ours], [], [], 0.02)[0]:
                heard.extend(os.read(ours, 4096))
            while answer and told < heard.count(ASKED):
                told += 1
                os.write(ours, answer)

    thread = threading.Thread(target=listen, name="plugged printer")
    thread.start()
    try:
        yield os.ttyname(theirs), heard
    finally:
        ending.set()
        thread.join()
        os.close(ours)
        os.close(theirs)


def _refusal(device: object) -> PrinterRefused:
    with pytest.raises(PrinterRefused) as refused:
        DevicePrinter(str(device), patience=_PATIENCE).send(_OUT)
    return refused.value


def test_a_label_goes_to_the_device_and_the_printer_is_asked_how_it_is() -> None:
    with _plugged(hs()) as (device, heard):
        printer = DevicePrinter(device, patience=_PATIENCE)
        assert printer.send(_OUT) == ""
        assert printer.status().ready
        assert printer.knows("IT-1") is None
        assert bytes(heard).replace(ASKED, b"") == _OUT.content


def test_a_printer_out_of_paper_gets_no_label() -> None:
    with _plugged(hs(paper=1)) as (device, heard):
        refusal = _refusal(device)
        assert bytes(heard).replace(ASKED, b"") == b""
    assert (refusal.trouble, refusal.perhaps) == (Trouble.PAPER_OUT, False)


def test_a_device_that_only_takes_is_written_to() -> None:
    with _plugged() as (device, heard):
        DevicePrinter(device, patience=_PATIENCE).send(_OUT)
        arrived = wait_for(lambda: bytes(heard).replace(ASKED, b""))
    assert arrived == _OUT.content


def test_a_device_that_takes_no_more_is_given_up_and_the_label_is_unsure() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    with pytest.raises(PrinterRefused) as refused:
        DevicePrinter(os.ttyname(theirs), "pdf", _PATIENCE).send(PrintOut("SR-1", b"%PDF" * 500_000))
    assert (refused.value.trouble, refused.value.perhaps) == (Trouble.SILENT, True)
    os.close(ours)
    os.close(theirs)


def test_a_pipe_takes_a_label_too_and_a_pipe_that_nobody_reads_is_off(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    refusal = _refusal(pipe)
    assert (refusal.trouble, refusal.perhaps) == (Trouble.OFF, False)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    DevicePrinter(str(pipe), patience=_PATIENCE).send(_OUT)
    assert os.read(reader, 4096).replace(ASKED, b"") == _OUT.content
    os.close(reader)


def test_a_file_a_folder_and_what_is_not_there_are_no_devices_and_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"precious")
    assert _refusal(file).trouble is Trouble.NO_DEVICE
    assert _refusal(tmp_path).trouble is Trouble.NO_DEVICE
    assert _refusal(tmp_path / "lp0").trouble is Trouble.NOT_THERE
    assert DevicePrinter(str(file)).status().troubles == (Trouble.NO_DEVICE,)
    assert file.read_bytes() == b"precious"
    assert sorted(tmp_path.iterdir()) == [file]


def test_a_device_whose_disk_is_full_says_so_of_its_paper() -> None:
    assert _refusal("/dev/full").trouble is Trouble.PAPER_OUT
