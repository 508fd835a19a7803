"""Papers kept as files: whole or not at all, on disks that are full, closed or gone."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from returns_desk.domain.printing import LABELS, PAPERS, Route, Trouble
from returns_desk.exchange.printers import FolderPrinter, PrinterRefused, PrintOut, printer_of

Disk = Callable[[str], Path]


@contextmanager
def _files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _refusal(printer: FolderPrinter, content: bytes = b"%PDF-1.4") -> PrinterRefused:
    with pytest.raises(PrinterRefused) as refused:
        printer.send(PrintOut("IT-1", content))
    return refused.value


def test_a_job_is_a_file_and_the_same_job_again_the_same_file(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path / "labels")
    assert printer.knows("IT-1") is False
    assert printer.send(PrintOut("IT-1", b"first")) == "IT-1.pdf"
    printer.send(PrintOut("IT-1", b"second"))
    assert printer.knows("IT-1") is True
    assert [file.read_bytes() for file in (tmp_path / "labels").iterdir()] == [b"second"]


def test_zpl_can_be_kept_too(tmp_path: Path) -> None:
    printer = printer_of(Route("folder", speaks="zpl"), tmp_path)
    assert printer.send(PrintOut("IT-1", b"^XA^XZ")) == "IT-1.zpl"


@pytest.mark.parametrize("family", [LABELS, PAPERS])
def test_another_folder_takes_labels_and_papers(tmp_path: Path, family: str) -> None:
    folder = tmp_path / "on the share"
    folder.mkdir()
    printer = printer_of(Route(f"folder:{folder}"), tmp_path / "home", family)
    assert printer.address == f"folder:{folder}"
    printer.send(PrintOut("SR-1", b"%PDF"))
    assert (folder / "SR-1.pdf").read_bytes() == b"%PDF"


def test_a_folder_of_a_persons_own_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    printer = printer_of(Route(f"folder:{tmp_path}/stick"), tmp_path)
    assert printer.status().troubles == (Trouble.NOT_THERE,)
    with pytest.raises(PrinterRefused) as refused:
        printer.send(PrintOut("SR-1", b"%PDF"))
    assert refused.value.trouble is Trouble.NOT_THERE
    assert not list(tmp_path.iterdir())


def test_a_full_disk_keeps_what_was_there_and_no_half_of_the_new(disk: Disk) -> None:
    folder = disk("size=16k")
    printer = FolderPrinter(folder)
    printer.send(PrintOut("IT-1", b"first"))
    refusal = _refusal(printer, b"x" * 40_000)
    assert (refusal.trouble, refusal.perhaps) == (Trouble.DISK_FULL, False)
    assert [(file.name, file.read_bytes()) for file in folder.iterdir()] == [("IT-1.pdf", b"first")]
    (folder / "all the rest").write_bytes(b"x" * 12_000)
    assert printer.status().troubles == (Trouble.DISK_FULL,)


def test_a_disk_that_lets_nobody_write_says_so(disk: Disk) -> None:
    printer = FolderPrinter(disk("ro"))
    assert _refusal(printer).trouble is Trouble.NO_RIGHT
    assert printer.status().troubles == (Trouble.NO_RIGHT,)


def test_a_file_that_may_not_grow_so_large_is_a_full_disk(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    with _files_no_larger_than(10_000):
        refusal = _refusal(printer, b"x" * 20_000)
    assert refusal.trouble is Trouble.DISK_FULL
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "labels").write_text("")
    assert _refusal(FolderPrinter(tmp_path / "labels")).trouble is Trouble.NOT_THERE
