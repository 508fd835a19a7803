"""The papers of a batch in the window: a file is kept, evidence and an advance copy are made, a slip is corrected."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from returns_desk.desk import Desk
from returns_desk.desktop.screens.papers.page import PapersPage
from returns_desk.domain.papers import AttachmentKind
from returns_desk.usecases.look_papers import papers_of
from returns_desk.usecases.ship_batch import ship_batch
from tests.desktop.stocked import (
    AVI,
    AVIS_PIN,
    DANA,
    OpenWindow,
    Window,
    approve_all,
    numbers,
    open_window,
    proven,
    stocked_template,
)

__all__ = ["open_window", "stocked_template"]


def ship_all(desk: Desk) -> None:
    """Every batch on its way."""
    approve_all(desk)
    for number in numbers(desk):
        desk.run(proven(desk), ship_batch, number)


def papers_page(window: Window, number: str) -> tuple[PapersPage, list[Path]]:
    """The page of a batch's papers, and what would be opened in other programs."""
    window.show("batches").show_number(number)
    window.settle()
    window.part("page_papers").click()
    window.settle()
    page: PapersPage = window.part("papers")
    opened: list[Path] = []
    page.steps.open_outside = opened.append
    return page, opened


def smallest(window: Window) -> str:
    return min((n for n in numbers(window.desk) if n.startswith("SB-")), key=lambda n: len(window.batch(n).lines))


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_papers_of_a_batch_from_a_file_to_its_correction(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, DANA, ship_all)
    number = smallest(window)
    page, opened = papers_page(window, number)
    assert page.none.isVisible()
    proof = window.home / "proof.png"
    Image.new("RGB", (60, 40), (10, 90, 90)).save(proof)
    page.kind.show_value(AttachmentKind.PROOF_OF_DELIVERY.value)
    page.attach(proof)
    window.qtbot.waitUntil(lambda: page.files.isVisible())
    (file,) = window.batch(number).attachments
    assert (file.kind, file.name) == (AttachmentKind.PROOF_OF_DELIVERY, "proof.png")
    page.files.choose(0)
    window.part("open_file").click()
    window.qtbot.waitUntil(lambda: len(opened) == 1)
    assert opened[0].read_bytes() == proof.read_bytes()
    window.part("evidence").click()
    preview = window.dialog()
    window.qtbot.waitUntil(lambda: preview.page_count >= 1)
    preview.accept()
    window.part("advance_copy").click()
    window.qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened[1].suffix == ".eml"
    assert b"X-Unsent: 1" in opened[1].read_bytes()
    page.files.choose(0)
    window.part("remove_file").click()
    window.qtbot.waitUntil(lambda: page.none.isVisible())


def test_a_wrong_file_is_refused_in_words(open_window: OpenWindow) -> None:
    window = open_window("en", DANA, ship_all)
    page, _ = papers_page(window, smallest(window))
    wrong = window.home / "program.pdf"
    wrong.write_bytes(b"MZ")
    page.attach(wrong)
    window.qtbot.waitUntil(lambda: page.told.property("tone") == "bad")
    assert "neither PDF" in page.told.text()


def test_a_slip_is_corrected_with_a_supervisors_pin(open_window: OpenWindow) -> None:
    window = open_window("en", AVI, ship_all)
    number = smallest(window)
    papers_page(window, number)
    item = window.batch(number).lines[0].item.number
    assert window.part("correct").isEnabled()
    window.part("correct").click()
    dialog = window.dialog()
    dialog.findChild(QLineEdit, "note").setText("it lay here")
    dialog.findChild(QCheckBox, f"line_{item}").setChecked(True)
    dialog.findChild(QPushButton, "entry_go_on").click()
    window.sign(AVI, AVIS_PIN)
    papers = window.desk.read(papers_of, number)
    assert papers[-1].number == "SC-2026-000001"
    page = window.part("papers")
    window.qtbot.waitUntil(lambda: len(page.numbered.rows_model.rows) == len(papers))
    page.numbered.choose(len(papers) - 1)
    window.part("show_paper").click()
    preview = window.dialog()
    window.qtbot.waitUntil(lambda: preview.page_count >= 1)
    preview.print_paper()
    wanted = window.home / "papers" / "SC-2026-000001-original-he.pdf"
    window.qtbot.waitUntil(wanted.exists)
    preview.accept()
