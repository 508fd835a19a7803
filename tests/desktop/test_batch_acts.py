"""Which steps a batch offers, to whom, and what the entry dialog takes."""

import dataclasses

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from returns_desk.desktop.dialogs.entry import EntryDialog, Field, FieldKind
from returns_desk.desktop.screens.batch_acts import Act, acts_for, say_standing
from returns_desk.desktop.screens.batch_words import days_tone, say_window
from returns_desk.domain.batches import BatchState, PartnerKind, Totals
from returns_desk.domain.money import Money
from returns_desk.domain.people import Role
from returns_desk.domain.snapshots import BatchRow, BatchSnapshot, PartnerSnapshot, PersonSnapshot
from returns_desk.wording import Words
from tests.desktop.benches import NOW

WORDS = Words("en")
CLERK = PersonSnapshot("c", "דנה", Role.CLERK)
SUPERVISOR = PersonSnapshot("s", "אבי", Role.SUPERVISOR)
ZERO = Money(0)


def a_batch(state: BatchState, kind: PartnerKind = PartnerKind.SUPPLIER) -> BatchSnapshot:
    partner = PartnerSnapshot("p", "GALIL", kind, "גליל חשמל")
    row = BatchRow("b", "SB-000001", kind, partner, state, 1, ZERO, ZERO, NOW, None, None)
    totals = Totals(ZERO, ZERO, ZERO, ZERO)
    return BatchSnapshot(
        row, (), totals, CLERK, NOW, None, None, "", "", None, "", "", "", 0, None, None, "", (), ZERO
    )  # fmt: skip


def names(acts: tuple[Act, ...]) -> list[str]:
    return [act.name for act in acts if not act.why_not]


@pytest.mark.parametrize("state", list(BatchState))
def test_no_state_has_more_than_one_primary_button(state: BatchState) -> None:
    primary = [act.name for act in acts_for(WORDS, a_batch(state), SUPERVISOR) if act.part == "primary"]
    assert len(primary) <= 1


@pytest.mark.parametrize("state", list(BatchState))
def test_a_clerk_is_never_offered_what_only_a_supervisor_may(state: BatchState) -> None:
    offered = set(names(acts_for(WORDS, a_batch(state), CLERK)))
    assert not offered & {"approve", "send_back", "reject", "credit", "close_batch", "second_original"}


def test_whoever_is_not_signed_in_may_nothing() -> None:
    assert names(acts_for(WORDS, a_batch(BatchState.SUBMITTED), None)) == []


def test_an_approved_batch_is_given_up_only_by_a_supervisor() -> None:
    batch = a_batch(BatchState.APPROVED)
    assert "cancel" not in names(acts_for(WORDS, batch, CLERK))
    assert "cancel" in names(acts_for(WORDS, batch, SUPERVISOR))


@pytest.mark.parametrize("state", [BatchState.SHIPPED, BatchState.PENDING_CREDIT])
def test_goods_for_a_charity_are_certified_then_closed_without_a_credit(state: BatchState) -> None:
    batch = a_batch(state, PartnerKind.CHARITY)
    acts = acts_for(WORDS, batch, SUPERVISOR)
    assert (acts[0].name, acts[0].part) == ("certify", "primary")
    assert "credit" not in names(acts)
    certified = acts_for(WORDS, dataclasses.replace(batch, certificate="C-1"), SUPERVISOR)
    assert (certified[0].name, certified[0].part) == ("close_batch", "primary")


def test_an_empty_batch_is_not_submitted() -> None:
    assert "submit" not in names(acts_for(WORDS, a_batch(BatchState.COLLECTING), CLERK))


def test_only_the_maker_is_told_that_another_must_look() -> None:
    batch = a_batch(BatchState.SUBMITTED)
    assert say_standing(WORDS, batch, SUPERVISOR) == ""
    maker = dataclasses.replace(batch, prepared_by=SUPERVISOR)
    assert "another supervisor" in say_standing(WORDS, maker, SUPERVISOR)


@pytest.mark.parametrize(
    ("days", "said", "tone"),
    [
        (0, "Return window closes today", "bad"),
        (1, "Return window closes tomorrow", "bad"),
        (-2, "Return window closed 2 days ago", "bad"),
        (15, "Return window closes in 15 days", "ask"),
        (40, "Return window closes in 40 days", ""),
    ],
)
def test_the_window_says_how_near_its_end_is(days: int, said: str, tone: str) -> None:
    assert say_window(WORDS, days).replace("\u2068", "").replace("\u2069", "") == said
    assert days_tone(days) == tone


@pytest.mark.parametrize(
    ("kind", "typed", "heard"),
    [
        (FieldKind.DAY, "30.11.2026", "2026-11-30"),
        (FieldKind.DAY, "2026-11-30", "2026-11-30"),
        (FieldKind.DAY, "31.11.2026", None),
        (FieldKind.COUNT, "12", "12"),
        (FieldKind.COUNT, "-1", None),
        (FieldKind.NUMBER, "4,5", "4.5"),
        (FieldKind.NUMBER, "nan", None),
        (FieldKind.MONEY, "1,234.50", "1,234.50"),
        (FieldKind.MONEY, "much", None),
        (FieldKind.TEXT, "  a note ", "a note"),
        (FieldKind.TEXT, "", None),
    ],
)
def test_a_field_takes_only_what_it_is_for(qtbot: QtBot, kind: FieldKind, typed: str, heard: str | None) -> None:
    dialog = EntryDialog(WORDS, "Test", (Field("fact", "A fact", kind, needed=True),), "Save")
    answers: list[dict[str, str]] = []
    dialog.entered.connect(answers.append)
    dialog.open()
    dialog.findChild(QLineEdit, "fact").setText(typed)
    dialog.findChild(QLineEdit, "fact").returnPressed.emit()
    dialog._on_go_on()
    assert answers == ([{"fact": heard}] if heard is not None else [])
    dialog.close()


@pytest.mark.parametrize("kind", list(PartnerKind))
@pytest.mark.parametrize("state", list(BatchState))
def test_no_key_stands_for_two_steps_of_one_state(state: BatchState, kind: PartnerKind) -> None:
    keys = [act.key for act in acts_for(WORDS, a_batch(state, kind), SUPERVISOR) if act.key]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("state", list(BatchState))
def test_the_next_step_of_a_batch_has_a_key_on_its_button(state: BatchState) -> None:
    primary = [act for act in acts_for(WORDS, a_batch(state), SUPERVISOR) if act.part == "primary"]
    assert all(act.key for act in primary)
