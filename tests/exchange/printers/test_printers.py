"""Which printer a station has, and what a folder of labels holds."""

from pathlib import Path

import pytest

from returns_desk.domain.printing import PAPERS, Route, Trouble
from returns_desk.exchange.printers import FolderPrinter, NetworkPrinter, PrinterRefused, PrintOut, printer_of


@pytest.mark.parametrize(
    ("named", "printer"),
    [
        ("zpl://labels.local:9101", NetworkPrinter("labels.local", 9101)),
        ("zpl://10.0.0.7", NetworkPrinter("10.0.0.7", 9100)),
    ],
)
def test_a_label_printer_is_named_by_its_place(tmp_path: Path, named: str, printer: NetworkPrinter) -> None:
    assert printer_of(Route(named), tmp_path) == printer


@pytest.mark.parametrize("named", ["folder", ""])
def test_without_a_printer_labels_and_papers_are_kept_in_folders(tmp_path: Path, named: str) -> None:
    assert printer_of(Route(named), tmp_path) == FolderPrinter(tmp_path / "labels")
    assert printer_of(Route(named), tmp_path, PAPERS) == FolderPrinter(tmp_path / "papers")


@pytest.mark.parametrize("named", ["zpl://", "zpl://10.0.0.7:none", "http://host", "?"])
def test_an_address_that_is_none_takes_nothing_and_says_so(tmp_path: Path, named: str) -> None:
    printer = printer_of(Route(named), tmp_path)
    assert printer.status().troubles == (Trouble.BAD_ADDRESS,)
    with pytest.raises(PrinterRefused) as refused:
        printer.send(PrintOut("IT-1", b"%PDF"))
    assert refused.value.trouble is Trouble.BAD_ADDRESS
    assert not list(tmp_path.iterdir())


def test_a_label_never_leaves_its_folder(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path / "labels")
    printer.send(PrintOut("../../IT-1", b"%PDF"))
    assert [file.parent for file in tmp_path.rglob("*.pdf")] == [tmp_path / "labels"]
    assert printer.status().ready


def test_a_folder_that_cannot_be_refuses_the_label(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    printer = FolderPrinter(tmp_path / "file" / "labels")
    assert not printer.status().ready
    with pytest.raises(PrinterRefused):
        printer.send(PrintOut("IT-1", b"%PDF"))


def test_nobody_at_the_other_end_is_said_at_once() -> None:
    assert NetworkPrinter("127.0.0.1", 1).status().troubles == (Trouble.OFF,)
