"""The board in the window: what to do with each batch, made ready, turned, destroyed here; in both languages."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from returns_desk.desk import Desk
from returns_desk.domain.batches import BatchMode, BatchState, PartnerKind
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.photos import KeptPicture, PhotoKind
from returns_desk.domain.snapshots import BatchRow
from returns_desk.usecases import look_batches
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.look_board import board
from returns_desk.usecases.ship_batch import authorize_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.take_photo import add_photo
from tests.desktop.stocked import (
    DANA,
    OpenWindow,
    Window,
    clear_bench,
    numbers,
    open_window,
    proven,
    scan,
    stocked_template,
)

__all__ = ["open_window", "stocked_template"]

PARCEL, CREAM, MASK = "RR402109647IL", "7290011235055", "7290011235048"


def nothing(_desk: Desk) -> None:
    """The batches gather."""


def rows(desk: Desk) -> list[BatchRow]:
    return [row for row in desk.read(board, PartnerKind.SUPPLIER).rows if isinstance(row, BatchRow)]


def destroyed(desk: Desk) -> BatchRow:
    return next(row for row in rows(desk) if row.mode is BatchMode.DESTROY)


def claim(desk: Desk) -> None:
    """A batch that HERMON wants destroyed, which lacks its photographs."""
    clear_bench(desk)
    scan(desk, DANA, PARCEL, CREAM, "DO-D", "DO-OK", "DO-OK", MASK, "DO-D", "DO-OK", "DO-OK")


def approved_claim(desk: Desk) -> None:
    """The same with photographs, approved, and with the supplier's number."""
    claim(desk)
    row = destroyed(desk)
    for piece in row.evidence:
        for kind in piece.photos:
            desk.run(AT_THE_BENCH, add_photo, KeptPicture("0" * 64, 4, 3), PhotoKind(kind), item=piece.item)
    desk.run(AT_THE_BENCH, submit_batch, row.number)
    who = proven(desk)
    desk.run(who, approve_batch, row.number)
    desk.run(who, authorize_batch, row.number, "RGA-9")


def choose_step(window: Window, name: str) -> None:
    """A line of the menu of rarer steps."""
    action = window.part("more_steps").menu().findChild(QAction, name)
    assert action is not None, name
    action.trigger()
    window.settle()


def said(window: Window) -> str:
    found: QLabel = window.part("proposal")
    return found.text()


@pytest.mark.parametrize(("language", "wait"), [("en", "Wait"), ("he", "להמתין")])
def test_the_list_says_what_to_do_with_each_batch_and_the_head_why(
    open_window: OpenWindow, language: str, wait: str
) -> None:
    window = open_window(language, prepare=nothing)
    window.show("batches")
    table = window.part("batch_table")
    model = table.model()
    cells = [str(model.index(row, 4).data()) for row in range(model.rowCount())]
    proposed = [row for row in rows(window.desk) if row.proposal]
    assert proposed
    assert all(wait in cell for cell, row in zip(cells, proposed, strict=False) if row.proposal.advice == "wait")
    assert said(window)


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_batch_without_its_photographs_is_not_ready_and_says_which(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=claim)
    screen = window.show("batches")
    row = destroyed(window.desk)
    screen.show_number(row.number)
    window.settle()
    assert row.evidence[0].item in said(window)
    choose_step(window, "ready")
    assert row.evidence[0].item in screen.notice.text.text()
    assert window.batch(row.number).row.state is BatchState.COLLECTING


def test_a_batch_is_made_ready_and_gathers_again(open_window: OpenWindow) -> None:
    window = open_window(prepare=nothing)
    screen = window.show("batches")
    number = next(row.number for row in rows(window.desk) if not row.evidence)
    screen.show_number(number)
    window.settle()
    choose_step(window, "ready")
    assert window.batch(number).row.state is BatchState.READY
    choose_step(window, "reopen")
    assert window.batch(number).row.state is BatchState.COLLECTING


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_batch_is_recycled_instead(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=clear_bench)
    screen = window.show("batches")
    number = numbers(window.desk)[0]
    screen.show_number(number)
    window.settle()
    choose_step(window, "turn_recycle")
    window.type_into_dialog("not worth the freight")
    batch = window.batch(number)
    assert (batch.row.state, batch.decision_note) == (BatchState.CANCELLED, "not worth the freight")
    recycled = window.desk.read(look_batches.batches, PartnerKind.RECYCLER).rows
    assert recycled
    assert number in screen.notice.text.text()


@pytest.mark.parametrize("language", ["en", "he"])
def test_goods_are_destroyed_here_before_a_witness(open_window: OpenWindow, language: str) -> None:
    window = open_window(language, prepare=approved_claim)
    screen = window.show("batches")
    number = destroyed(window.desk).number
    screen.show_number(number)
    window.settle()
    assert window.shell.findChild(type(window.part("destroy")), "ship") is None, "nothing travels"
    window.part("destroy").click()
    window.type_into_dialog("Yossi Levi")
    batch = window.batch(number)
    assert (batch.row.state, batch.witness) == (BatchState.PENDING_CREDIT, "Yossi Levi")
    assert batch.row.credit_due
