"""Printing as Qt does it (the way of Windows): into a PDF that Qt writes, and through a queue that Qt finds."""

from dataclasses import replace
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from PySide6.QtPrintSupport import QPrinter

from returns_desk.desktop.system_printer import SystemPrinter, draw_pages, station_printer, tray_names
from returns_desk.documents.labels import LabelForm, draw_labels
from returns_desk.documents.labels.forms import plan_thing
from returns_desk.documents.labels.plan import BarsAt
from returns_desk.documents.slips import Ribbon, render_slip
from returns_desk.domain.printing import PAPERS, Route, Trouble
from returns_desk.exchange.printers import CupsPrinter, FolderPrinter, PrinterRefused, PrintOut
from tests.documents.papers import PRINTED, codes, item, pictures, slip_content

pytestmark = pytest.mark.usefixtures("qapp")


def _into(file: Path, dpi: int = 300) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(dpi)
    return printer


def _sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    boxes = [page.mediabox for page in pypdf.PdfReader(BytesIO(pdf)).pages]
    return [(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes]


@pytest.mark.parametrize("dpi", [300, 1200])
def test_every_page_of_a_slip_is_drawn_on_a_sheet_of_its_size_and_its_code_reads(tmp_path: Path, dpi: int) -> None:
    slip = slip_content(40)
    told: list[tuple[int, int]] = []
    drawn = render_slip(slip, "he", Ribbon.ORIGINAL, 0, PRINTED, "דנה")
    draw_pages(drawn, _into(tmp_path / "slip.pdf", dpi), lambda page, pages: told.append((page, pages)))
    printed = (tmp_path / "slip.pdf").read_bytes()
    pages = _sizes(printed)
    assert len(pages) == len(told) > 1
    assert set(pages) == {(210, 297)}
    assert slip.number in codes(pictures(printed, 300)[0])


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("size", ["62", "100x150", "210x297"])
def test_the_printer_gets_the_bars_of_a_label_dot_for_dot(tmp_path: Path, dpi: int, size: str) -> None:
    form = LabelForm("en", size, dpi)
    draw_pages(draw_labels([item()], form), _into(tmp_path / "label.pdf", dpi))
    sent = _sent(tmp_path / "label.pdf")
    plan = plan_thing(item(), form)
    assert sent.size == (plan.width, plan.height)
    (bars,) = (each for each in plan.elements if isinstance(each, BarsAt))
    planned = Image.open(BytesIO(draw_labels([item()], replace(form, speaks="png")))).convert("L")
    strip = (bars.left, bars.top, bars.left + bars.bars.width * bars.dots, bars.top + bars.height)
    for row in (1, bars.height // 2, bars.height - 2):
        assert _runs(sent.crop(strip), row) == _runs(planned.crop(strip), row)


def test_a_slips_bars_are_not_stretched_to_what_the_printer_takes_for_its_sheet(tmp_path: Path) -> None:
    slip = render_slip(slip_content(1), "he", Ribbon.ORIGINAL, 0, PRINTED, "דנה")
    draw_pages(slip, _into(tmp_path / "slip.pdf", 300))
    sent, seen = _sent(tmp_path / "slip.pdf"), pictures(slip, 300)[0]
    row = next(row for row in range(seen.height // 3) if len(_runs(seen, row)) > 60)
    assert abs(sent.width - seen.width) <= 1
    assert max(abs(one - other) for one, other in zip(_runs(sent, row + 9), _runs(seen, row + 9), strict=True)) <= 1


def _sent(file: Path) -> Image.Image:
    """The picture that was drawn on the one page, as it came to the printer."""
    (image,) = pypdf.PdfReader(file).pages[0].images
    return Image.open(BytesIO(image.data)).convert("L")


def _runs(picture: Image.Image, row: int) -> list[int]:
    """How many dots long each stretch of black or white is."""
    dots = picture.crop((0, row, picture.width, row + 1)).point(lambda light: 255 * (light > 127)).tobytes()
    return [len(list(run)) for _, run in groupby(dots)]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize(("size", "measures"), [("100x50", (100, 50)), ("100x150", (100, 150))])
def test_a_label_has_its_own_size_and_whole_dots(
    tmp_path: Path, dpi: int, size: str, measures: tuple[int, int]
) -> None:
    drawn = draw_labels([item()], LabelForm("he", size, dpi, "pdf"))
    draw_pages(drawn, _into(tmp_path / "label.pdf", dpi))
    printed = (tmp_path / "label.pdf").read_bytes()
    assert _sizes(printed) == [measures]
    assert item().number in codes(pictures(printed, dpi)[0])


def test_what_is_no_paper_is_not_drawn(tmp_path: Path) -> None:
    with pytest.raises(PrinterRefused) as refused:
        draw_pages(b"not a PDF", _into(tmp_path / "x.pdf"))
    assert refused.value.trouble is Trouble.NOT_DRAWN


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_written_refuses_the_paper(tmp_path: Path) -> None:
    drawn = draw_labels([item()], LabelForm("he", "100x50", 203, "pdf"))
    with pytest.raises(PrinterRefused) as refused:
        draw_pages(drawn, _into(tmp_path / "nowhere" / "x.pdf"))
    assert (refused.value.trouble, refused.value.perhaps) == (Trouble.REFUSED, False)


def test_a_printer_that_the_system_does_not_have_is_said() -> None:
    printer = SystemPrinter("No such printer")
    assert printer.status().troubles == (Trouble.NO_SUCH_QUEUE,)
    assert printer.knows("SR-1") is None
    with pytest.raises(PrinterRefused) as refused:
        printer.send(PrintOut("SR-1", b"%PDF"))
    assert (refused.value.trouble, refused.value.perhaps) == (Trouble.NO_SUCH_QUEUE, False)


def test_the_stations_printer_is_drawn_by_qt_only_where_nothing_else_can(tmp_path: Path) -> None:
    assert station_printer(Route("windows://HP 5"), tmp_path) == SystemPrinter("HP 5")
    assert station_printer(Route("windows://HP 5"), tmp_path).address == "windows://HP 5"
    assert station_printer(Route("cups://Office"), tmp_path) == CupsPrinter("Office")
    assert station_printer(Route("folder"), tmp_path, PAPERS) == FolderPrinter(tmp_path / "papers")
    assert station_printer(Route("nonsense"), tmp_path).status().troubles == (Trouble.BAD_ADDRESS,)


def test_trays_have_names_of_which_none_is_a_mere_bound() -> None:
    assert {"Upper", "Lower", "Manual", "Auto"} <= set(tray_names())
    assert not {"LastPaperSource", "CustomSource", "OnlyOne"} & set(tray_names())
