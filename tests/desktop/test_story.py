"""The whole way of goods on one page, over a real database: from a piece, from a batch, and back again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from returns_desk.desk import Desk
from returns_desk.desktop.preview import PaperPreview
from returns_desk.domain.batches import BatchState
from returns_desk.domain.exceptions import ExceptionKind
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.photos import KeptPicture, PhotoKind
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases import look, look_batches
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.take_photo import add_photo
from tests.desktop.stocked import OpenWindow, Window, numbers, open_window, proven, stocked_template, submit_all

__all__ = ["open_window", "stocked_template"]


def approved(desk: Desk) -> None:
    """Batches with their papers, and a photograph of the newest piece in one."""
    item = in_batch(desk)
    desk.run(AT_THE_BENCH, add_photo, KeptPicture("a" * 64, 160, 120), PhotoKind.DEFECT, item=item.number)
    submit_all(desk)
    for number in numbers(desk):
        desk.run(proven(desk), approve_batch, number)  # one proof is for one act


def in_batch(desk: Desk) -> ItemSnapshot:
    items = [item for item in desk.read(look.items).rows if isinstance(item, ItemSnapshot)]
    return next(item for item in items if item.batch.startswith("SB-"))


def press(window: Window, inside: QWidget, name: str) -> None:
    button = next(one for one in inside.findChildren(QPushButton, name) if not one.isHidden())
    button.click()
    window.settle()


def said(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_piece_leads_to_its_story_and_the_story_to_its_batch(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=approved)
    screen = window.show("items")
    item = in_batch(window.desk)
    screen.show_number(item.number)
    window.settle()
    press(window, screen, "go_story")
    chapters = window.part("story_chapters")
    window.qtbot.waitUntil(lambda: item.parcel in said(chapters) or item.batch in said(chapters))
    assert screen._story.isVisible()
    assert [photo.kind for photo in screen._story.view.belongings.photos.photos] == [PhotoKind.DEFECT]
    papers = [b for b in screen.findChildren(QPushButton) if b.objectName().startswith("belongs_paper_SR-")]
    assert len(papers) == 1
    press(window, screen, f"belongs_batch_{item.batch}")
    window.qtbot.waitUntil(lambda: window.shell.inside.screen_name == "batches")


def test_escape_leads_back_to_what_was_found(open_window: OpenWindow) -> None:
    window = open_window(prepare=approved)
    screen = window.show("items")
    screen.show_number(in_batch(window.desk).number)
    window.settle()
    press(window, screen, "go_story")
    window.keys.press(int(Qt.Key.Key_Escape), "", after=500)
    window.settle()
    window.qtbot.waitUntil(lambda: not screen._story.isVisible())
    assert window.part("found").isVisible()


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_batch_has_its_story_beside_its_lines(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=approved)
    screen = window.show("batches")
    item = in_batch(window.desk)
    screen.show_number(item.batch)
    window.settle()
    press(window, screen, "page_story")
    window.settle()
    story = screen._story
    window.qtbot.waitUntil(lambda: item.batch in said(screen) and story.chapters._story is not None)
    assert story.chapters._story.about.number == item.batch
    unfold = [b for b in story.findChildren(QPushButton) if b.objectName().startswith("unfold_")]
    before = len(story.chapters.findChildren(QLabel))
    if unfold:
        unfold[0].click()
        window.settle()
        assert len(story.chapters.findChildren(QLabel)) > before
    press(window, story, f"belongs_item_{item.number}")
    window.qtbot.waitUntil(lambda: window.shell.inside.screen_name == "items")


def test_nothing_is_asked_while_the_page_is_not_seen(open_window: OpenWindow) -> None:
    window = open_window(prepare=approved)
    screen = window.show("batches")
    screen.show_number(in_batch(window.desk).batch)
    window.settle()
    assert screen._story.chapters._story is None


def test_a_paper_is_shown_from_the_story(open_window: OpenWindow) -> None:
    window = open_window(prepare=approved)
    screen = window.show("items")
    item = in_batch(window.desk)
    screen.show_number(item.number)
    window.settle()
    press(window, screen, "go_story")
    window.qtbot.waitUntil(lambda: bool(screen._story.view.belongings.photos.photos))
    slip = window.desk.read(look_batches.batch, item.batch).slip
    press(window, screen, f"belongs_paper_{slip}")
    preview = screen._story.view.findChild(PaperPreview)
    window.qtbot.waitUntil(lambda: preview.page_count > 0)
    preview.accept()
    window.settle()


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_batch_that_stands_out_leads_to_itself(open_window: OpenWindow, language: str) -> None:
    def long_ago(desk: Desk) -> None:
        """The first supplier's batch left, and its credit did not come."""

        def write(work: Work) -> None:
            batch = work.session.query(BatchRecord).filter(BatchRecord.number.like("SB-%")).first()
            assert batch is not None
            batch.state, batch.credit_due = BatchState.SHIPPED, work.today - timedelta(days=9)

        desk.run(AT_THE_BENCH, write)

    window = open_window(language, prepare=long_ago)
    screen = window.show("exceptions")
    chip = screen.findChild(QPushButton, "kind_credit-overdue")
    chip.click()
    window.settle()
    assert screen.row.kind is ExceptionKind.CREDIT_OVERDUE
    number = screen.row.number
    press(window, screen, "way_batch")
    window.qtbot.waitUntil(lambda: window.shell.inside.screen_name == "batches")
    window.qtbot.waitUntil(lambda: window.shell.inside.screen_shown.batch.row.number == number)
