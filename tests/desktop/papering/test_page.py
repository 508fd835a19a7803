"""Settings, papers: details, logo and colours are typed, seen on a slip at once, saved by an admin, taken back."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from tests.desktop.papering.conftest import OpenPapers, Papers


def logo_file(folder: Path, colour: str = "navy") -> Path:
    file = io.BytesIO()
    Image.new("RGB", (300, 100), colour).save(file, "PNG")
    path = folder / "logo.png"
    path.write_bytes(file.getvalue())
    return path


def text_on_paper(papers: Papers) -> str:
    """What stands on the slip that is shown."""
    document = papers.page.preview.view.pages.document()
    return str(document.getAllText(0).text())


def leave_and_come_back(papers: Papers) -> None:
    for tab in ("settings_station", "settings_papers"):
        papers.shell.findChild(QPushButton, tab).click()
        papers.rest()


@pytest.mark.parametrize(("language", "why"), [("en", "An administrator does this"), ("he", "פעולה של הניהול")])
def test_a_supervisor_sees_how_papers_look_and_why_it_is_not_to_be_changed(
    open_papers: OpenPapers, language: str, why: str
) -> None:
    papers = open_papers("ID-AVI-3", language)
    assert why in papers.said("paper_why_not")
    assert papers.find(QLineEdit, "paper_phone").text() == "04-0000000"
    assert papers.find(QLineEdit, "paper_phone").isReadOnly()
    names = ("paper_save", "paper_drop", "paper_logo_choose", "paper_size_Letter", "paper_colour_7f1d1d")
    assert [papers.enabled(name) for name in names] == [False] * len(names)
    papers.until(lambda: papers.page.preview.view.page_count == 1)


def test_what_is_typed_is_seen_on_a_slip_in_either_language_and_both(open_papers: OpenPapers) -> None:
    papers = open_papers()
    papers.type("paper_name_en", "Hat House")
    papers.type("paper_footer_en", "Returns: Sunday to Thursday")
    papers.until(lambda: papers.page.preview.view.page_count and "Hat House" in text_on_paper(papers))
    assert "Sunday to Thursday" in text_on_paper(papers)
    papers.press("paper_preview_language_he")
    papers.until(lambda: "תעודת" in text_on_paper(papers))
    papers.press("paper_preview_language_both")
    papers.until(lambda: "תעודת" in text_on_paper(papers) and "Return" in text_on_paper(papers))


def test_what_does_not_fit_is_said_under_its_field_and_the_slip_waits(open_papers: OpenPapers) -> None:
    papers = open_papers()
    papers.type("paper_colour", "#FFFF00")
    assert "too pale" in papers.said("paper_colour_wrong")
    papers.type("paper_email", "somewhere")
    assert "mail address" in papers.said("paper_email_wrong")
    assert not papers.enabled("paper_save")
    papers.type("paper_colour", "#1f3a8a")
    assert not papers.said("paper_colour_wrong")
    assert "10." in papers.said("paper_contrast")
    papers.press("paper_colour_7f1d1d")
    assert papers.find(QLineEdit, "paper_colour").text() == "#7F1D1D"
    assert not papers.enabled("paper_save")
    papers.type("paper_email", "returns@hats.example")
    assert papers.enabled("paper_save")


def test_a_draft_waits_while_one_looks_elsewhere_and_goes_when_it_is_dropped(open_papers: OpenPapers) -> None:
    papers = open_papers()
    papers.type("paper_phone", "03-1234567")
    leave_and_come_back(papers)
    assert papers.find(QLineEdit, "paper_phone").text() == "03-1234567"
    assert "draft" in papers.said("paper_why_not")
    papers.press("paper_drop")
    assert papers.find(QLineEdit, "paper_phone").text() == "04-0000000"


def test_details_logo_and_look_are_saved_in_one_step_and_one_undo_takes_them_back(
    open_papers: OpenPapers, tmp_path: Path
) -> None:
    papers = open_papers()
    before = papers.page.board.logo
    papers.type("paper_phone", "03-1234567")
    papers.press("paper_size_Letter")
    papers.page.logo.take_file(logo_file(tmp_path))
    papers.until(lambda: papers.page.board.new_logo is not None)
    papers.press("paper_save")
    assert "Phone" in papers.notice
    assert "Sheet size" in papers.notice
    assert "Logo" in papers.notice
    assert papers.page.board.draft is None
    assert papers.page.board.look.size == "Letter"
    assert papers.page.board.logo != before
    papers.shell.take_scan("DO-UNDO")
    papers.rest()
    papers.shell.findChild(QToolButton, "nav_settings").click()
    papers.until(lambda: papers.page.board.look.size == "A4")
    papers.rest()
    assert papers.page.board.logo == before
    assert papers.find(QLineEdit, "paper_phone").text() == "04-0000000"


def test_a_logo_is_dropped_on_its_card_and_taken_away(open_papers: OpenPapers, tmp_path: Path) -> None:
    papers = open_papers()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(logo_file(tmp_path)))])
    action, button, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    papers.page.logo.dropEvent(QDropEvent(QPointF(5, 5), action, files, button, no_key))
    papers.until(lambda: papers.page.board.new_logo is not None)
    assert not papers.find(QLabel, "paper_logo").pixmap().isNull()
    papers.press("paper_logo_away")
    assert papers.said("paper_logo") == "No logo"
    assert not papers.find(QPushButton, "paper_logo_away").isEnabled()


def test_what_is_no_picture_is_refused_in_words_and_changes_nothing(open_papers: OpenPapers, tmp_path: Path) -> None:
    papers = open_papers()
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"<svg></svg>")
    papers.page.logo.take_file(broken)
    papers.until(lambda: "SVG" in papers.notice)
    assert papers.page.board.draft is None


def test_whoever_types_a_footer_goes_on_looking_at_the_foot(open_papers: OpenPapers) -> None:
    papers = open_papers()
    view = papers.page.preview.view
    papers.until(lambda: view.page_count == 1 and view.pages.verticalScrollBar().maximum() > 0)
    view.pages.verticalScrollBar().setValue(view.pages.verticalScrollBar().maximum())
    papers.type("paper_footer_en", "Returns: Sunday to Thursday")
    papers.until(lambda: "Sunday to Thursday" in text_on_paper(papers))
    bar = view.pages.verticalScrollBar()
    assert bar.value() > 0.9 * bar.maximum() > 0  # the window may have got its last size meanwhile
