"""Every paper in one dialog: what is shown is what the books say, and each way out takes one registered print."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QPushButton

from returns_desk.desk import Desk
from returns_desk.desktop.preview import PaperPreview, open_preview
from returns_desk.desktop.preview.sheets import (
    COMMANDS,
    SCANNER,
    open_badges,
    open_calibration,
    open_sheet,
    read_badges,
)
from returns_desk.desktop.preview.shown import BOTH, drawn
from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.resources import resource
from returns_desk.settings import Settings
from returns_desk.usecases import look_batches
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.paper import Paper
from returns_desk.usecases.print_papers import paper_of
from tests.desktop.stocked import OpenWindow, Window, approve_all, numbers, open_window, stocked_template

__all__ = ["open_window", "stocked_template"]

LANGUAGES = pytest.mark.parametrize("language", ["he", "en"])
PAPERS: dict[PaperKind, Callable[[Desk], str]] = {
    PaperKind.SLIP: lambda desk: numbers(desk)[0],
    PaperKind.EVIDENCE: lambda desk: numbers(desk)[0],
    PaperKind.STATEMENT: lambda desk: desk.read(look_batches.batch, numbers(desk)[0]).row.partner.code,
    PaperKind.ITEM_LABEL: lambda desk: desk.read(look_batches.batch, numbers(desk)[0]).lines[0].item.number,
    PaperKind.PARCEL_LABEL: lambda desk: desk.read(look_batches.batch, numbers(desk)[0]).lines[0].item.parcel,
    PaperKind.TOTE_LABEL: lambda desk: numbers(desk)[0],
    PaperKind.SHEET: lambda _desk: COMMANDS,
}


def shown(window: Window, kind: PaperKind, number: str, **what: Any) -> PaperPreview:
    """A preview with its first page drawn."""
    room = window.show("batches")._room
    preview = open_preview(room, kind, number, what, window.shell)
    window.qtbot.waitUntil(lambda: preview.page_count > 0, timeout=15_000)
    return preview


def said(preview: PaperPreview) -> str:
    return preview._notice.text.text() if preview._notice.isVisible() else ""


def text_of(window: Window, paper: Paper, language: str) -> str:
    content = drawn(paper, language, Settings(language="en"), window.home)
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def only_signs(text: str) -> str:
    """Letters and figures: what reads a PDF has its own idea of hyphens, and of their order in Hebrew."""
    return "".join(sign for sign in text if sign.isalnum())


def prints(window: Window) -> int:
    papers = window.desk.read(look_batches.documents).rows
    return sum(paper.copies for paper in papers)


@LANGUAGES
@pytest.mark.parametrize("kind", PAPERS)
def test_each_kind_is_shown_as_the_books_say_in_either_language(
    open_window: OpenWindow, kind: PaperKind, language: str
) -> None:
    window = open_window(language, prepare=approve_all)
    number = PAPERS[kind](window.desk)
    preview = shown(window, kind, number)
    preview.choose_language(language)
    window.settle()
    paper = window.desk.read(paper_of, kind, number, {"language": language})
    wanted = PdfReader(BytesIO(drawn(paper, language, Settings(), window.home)))
    window.qtbot.waitUntil(lambda: preview.page_count == len(wanted.pages))
    assert preview.view._opened is not None
    pages = preview.view._opened[0]
    code = "DO-A" if kind is PaperKind.SHEET else paper.number
    text = only_signs("".join(pages.getAllText(page).text() for page in range(preview.page_count)))
    assert all(part in text for part in code.split("-"))
    assert preview.language == language
    assert prints(window) == 0
    preview.accept()


def test_one_sheet_for_both_languages_where_the_paper_knows_it(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=approve_all)
    number = numbers(window.desk)[0]
    preview = shown(window, PaperKind.SLIP, number)
    assert preview.findChild(QPushButton, f"paper_{BOTH}")
    preview.choose_language(BOTH)
    window.settle()
    assert preview.language == BOTH
    both = window.desk.read(paper_of, PaperKind.SLIP, number, dict(preview.what))
    text = text_of(window, both, "")
    assert "Description" in text or "Supplier" in text
    preview.accept()
    label = shown(window, PaperKind.TOTE_LABEL, number)
    assert label.findChild(QPushButton, f"paper_{BOTH}") is None
    label.accept()


def test_pages_are_turned_and_sizes_changed_by_keys_and_buttons(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=approve_all)
    preview = open_sheet(window.show("settings")._room, COMMANDS, window.shell)
    window.qtbot.waitUntil(lambda: preview.page_count > 1, timeout=15_000)
    view = preview.view
    window.qtbot.waitUntil(lambda: view.which.text() == f"Page ⁨1⁩ of ⁨{preview.page_count}⁩")
    window.qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    window.qtbot.waitUntil(lambda: view.page == 2)
    window.qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    window.qtbot.waitUntil(lambda: view.page == 1)
    before = view.factor
    window.qtbot.keyClick(preview, Qt.Key.Key_Plus, delay=60)
    window.qtbot.waitUntil(lambda: view.pages.zoomMode() == QPdfView.ZoomMode.Custom)
    assert view.factor > before
    window.qtbot.keyClick(preview, Qt.Key.Key_Minus, delay=60)
    window.qtbot.waitUntil(lambda: view.factor == pytest.approx(before, rel=0.01))
    preview.findChild(QPushButton, "paper_fit_page").click()
    assert view.pages.zoomMode() == QPdfView.ZoomMode.FitInView
    preview.accept()


def test_printing_is_a_row_of_the_queue_and_it_is_told_where_the_paper_is(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=approve_all)
    number = numbers(window.desk)[0]
    preview = shown(window, PaperKind.SLIP, number)
    preview.choose_language("he")
    preview.findChild(QPushButton, "paper_print").click()
    slip = window.batch(number).slip
    wanted = window.home / "papers" / f"{slip}-original-he.pdf"
    window.qtbot.waitUntil(wanted.exists, timeout=10_000)
    window.qtbot.waitUntil(lambda: str(wanted) in said(preview))
    job = next(job for job in window.desk.read(jobs) if job.kind is PaperKind.SLIP)
    assert (job.number, job.state, job.copy) == (slip, JobState.PRINTED, 0)
    window.qtbot.waitUntil(lambda: "copy 1" in preview._title.text().replace("⁨", "").replace("⁩", ""))
    preview.accept()


def test_a_copy_is_opened_in_the_systems_viewer_or_told_where_it_is(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=approve_all)
    preview = shown(window, PaperKind.SLIP, numbers(window.desk)[0])
    opened: list[str] = []
    preview.outlets.open_outside = lambda url: bool(opened.append(url.toLocalFile()))
    preview.open_beside()
    window.qtbot.waitUntil(lambda: len(opened) == 1)
    assert Path(opened[0]).parent == window.home / "temp" / "papers"
    assert "No program" in said(preview)
    assert opened[0] in said(preview)
    assert prints(window) == 1
    preview.accept()


def test_a_full_disk_loses_no_original(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=approve_all)
    preview = shown(window, PaperKind.SLIP, numbers(window.desk)[0])
    blocked = window.home / "blocked"
    blocked.write_text("a file, no folder")
    preview.save(blocked / "slip.pdf")
    window.qtbot.waitUntil(lambda: "not lost" in said(preview))
    assert prints(window) == 1
    saved = window.home / "elsewhere.pdf"
    preview.save(saved)
    window.qtbot.waitUntil(saved.exists)
    assert prints(window) == 1  # the very same print
    window.settle()
    preview.save(blocked / "slip.pdf")
    window.qtbot.waitUntil(lambda: "not lost" in said(preview))
    assert prints(window) == 2
    preview.accept()
    window.qtbot.waitUntil(lambda: any((window.home / "papers").glob("*-copy-1-*.pdf")))


def test_the_systems_dialog_prints_once_on_what_was_chosen(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=approve_all)
    preview = shown(window, PaperKind.SLIP, numbers(window.desk)[0])
    preview.ask_printer()
    asking = preview.findChild(QPrintDialog)
    assert asking.isVisible()
    asking.reject()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(window.home / "printed.pdf"))
    preview.outlets.print_on(preview._shown, {}, printer)
    window.qtbot.waitUntil(lambda: "went to" in said(preview), timeout=15_000)
    assert len(PdfReader(window.home / "printed.pdf").pages) == 1
    assert prints(window) == 1
    preview.accept()


def test_a_label_is_seen_whole_at_first(open_window: OpenWindow) -> None:
    window = open_window("en", prepare=approve_all)
    label = shown(window, PaperKind.ITEM_LABEL, PAPERS[PaperKind.ITEM_LABEL](window.desk))
    slip = shown(window, PaperKind.SLIP, numbers(window.desk)[0])
    modes = [preview.view.pages.zoomMode() for preview in (label, slip)]
    assert modes == [QPdfView.ZoomMode.FitInView, QPdfView.ZoomMode.FitToWidth]
    for preview in (label, slip):
        preview.accept()


def test_badges_wear_what_the_shops_papers_wear(open_window: OpenWindow) -> None:
    window = open_window("he", prepare=approve_all)
    room = window.show("settings")._room
    people = read_badges(resource("sample", "people.csv"), room).people
    preview = open_badges(room, people, window.shell)
    window.qtbot.waitUntil(lambda: preview.page_count > 0, timeout=15_000)
    preview.print_paper()
    folder = window.home / "papers"
    window.qtbot.waitUntil(lambda: str(folder) in said(preview), timeout=10_000)
    (printed,) = folder.glob("badges-he*")
    assert PdfReader(printed).pages[0].images, "the sample shop's logo"
    preview.accept()


def test_sheets_and_calibration_are_shown_and_a_loose_one_goes_to_its_printer(open_window: OpenWindow) -> None:
    window = open_window("he", prepare=approve_all)
    room = window.show("settings")._room
    for preview, title in (
        (open_sheet(room, SCANNER, window.shell), "בדיקת סורק"),
        (open_calibration(room, parent=window.shell), "דף כיול"),
        (open_calibration(room, PaperKind.ITEM_LABEL, parent=window.shell), "תווית כיול"),
    ):
        window.qtbot.waitUntil(lambda preview=preview: preview.page_count > 0, timeout=15_000)
        assert preview.windowTitle() == title
        preview.print_paper()
        folder = window.home / preview._shown.kind.family
        window.qtbot.waitUntil(lambda preview=preview, folder=folder: str(folder) in said(preview), timeout=10_000)
        preview.accept()
    assert any((window.home / "papers").glob("calibration-he*"))
    assert any((window.home / "labels").glob("calibration-he*"))
