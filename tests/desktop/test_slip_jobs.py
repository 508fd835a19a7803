"""A slip on its way to a printer: whole pages, and nothing lost when there is no such printer."""

from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.slip_jobs import Paper, draw_pages, save_paper, send_to_printer
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.slips import Ribbon, SlipContent, SlipLine, SlipParty

NOW = datetime(2026, 11, 22, 7, 41, tzinfo=UTC)


def a_paper(lines: int = 1, ribbon: Ribbon = Ribbon.COPY, copy: int = 2) -> Paper:
    shown = tuple(SlipLine(place, f"IT-2-{place:06d}", description="קומקום") for place in range(1, lines + 1))
    company, partner = SlipParty("דמו"), SlipParty("גליל חשמל")
    content = SlipContent(PartnerKind.SUPPLIER, "SR-2026-000001", "SB-000001", company, partner, NOW, lines=shown)
    return Paper(content, "he", ribbon, copy, NOW, "דנה לוי")


def test_every_page_reaches_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    drawn = a_paper(lines=60).draw()
    pages = len(PdfReader(save_paper(a_paper(lines=60), tmp_path / "slip.pdf")).pages)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    reports: list[tuple[int, int]] = []
    assert draw_pages(drawn, printer, lambda done, of: reports.append((done, of)))
    printed = PdfReader(tmp_path / "printed.pdf")
    assert pages > 1
    assert len(printed.pages) == pages == len(reports)
    width, height = (float(side) for side in printed.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)


def test_a_printer_that_is_gone_takes_nothing(qtbot: QtBot) -> None:
    assert not send_to_printer(a_paper(), "no such printer", lambda _done, _of: None)


def test_a_file_is_named_by_number_print_and_language() -> None:
    assert a_paper().file_name == "SR-2026-000001-copy-2-he.pdf"
    assert a_paper(ribbon=Ribbon.ORIGINAL, copy=0).file_name == "SR-2026-000001-original-he.pdf"


def test_saving_leaves_no_half_file_behind(tmp_path: Path) -> None:
    saved = save_paper(a_paper(), tmp_path / "new" / "slip.pdf")
    assert saved.read_bytes().startswith(b"%PDF")
    assert [path.name for path in saved.parent.iterdir()] == ["slip.pdf"]
