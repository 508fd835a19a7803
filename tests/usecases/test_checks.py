"""Checks of a category: asked when a decision waits for them, answered by scans and by typing, taken back."""

from dataclasses import replace

import pytest

from returns_desk.domain.checklists import Check, CheckAnswer, CheckKind
from returns_desk.domain.grades import Finding
from returns_desk.domain.inspection_refusals import NoSuchCheck, NotAnAnswer, NothingAsked
from returns_desk.domain.items import Disposition, ItemState
from returns_desk.domain.refusals import CannotUndo, ItemFirst
from returns_desk.domain.snapshots import NextStep, QuestionKind
from returns_desk.exchange.rows import ChecklistRow
from returns_desk.store.database import Database
from returns_desk.usecases import look
from returns_desk.usecases.answer_checks import answer_check
from returns_desk.usecases.import_checklists import import_checklists
from returns_desk.usecases.import_rows import import_products
from returns_desk.wording import Words
from returns_desk.wording.band import band
from tests.builders import KETTLE, SHIRT, Station, products, standing
from tests.shops import OnBoth

POWER = Check("POWER", "נדלק?", "Does it power on?", finding=Finding.NO_POWER)
SIZE = Check("LID", "המכסה?", "The lid?", CheckKind.CHOICE, ("שלם", "חסר"), ("whole", "missing"), good=("שלם",))
HEAT = Check("HEAT", "חום", "Heat", CheckKind.MEASURE, good=(), least="90", most="100", unit="°C")
BOX = Check("BOX", "קופסה מקורית?", "Original box?", needed=False)


def give(station: Station, *checks: Check, category: str = "kitchen", findings: tuple[Finding, ...] = ()) -> None:
    """Put the kettle into a category that has these checks."""
    avi = station.signature("avi")
    kettle = replace(next(row for row in products() if row.sku == "KETTLE"), category=" Kitchen")
    rows = [ChecklistRow(number, category, check) for number, check in enumerate(checks, 2)]
    if findings:
        rows.append(ChecklistRow(len(rows) + 2, category, findings=findings))
    station.desk.run(avi, import_products, [kettle])
    station.desk.run(avi, import_checklists, rows)


@pytest.fixture
def kitchen(station: Station) -> Station:
    """A station with a kettle in hand that has three needed checks, graded D."""
    give(station, POWER, SIZE, BOX, HEAT)
    station.scan("RR402101201IL", KETTLE, "DO-D")
    return station


def answers(station: Station, number: str = "IT-1-000001") -> tuple[CheckAnswer, ...]:
    return station.item(number).answers


def test_things_without_a_list_are_decided_in_four_scans(station: Station) -> None:
    give(station, POWER, category="shoes")
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    assert station.item("IT-1-000001").state is ItemState.BATCHED
    assert station.bench.checklist is None


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_decision_asks_the_needed_checks_one_by_one_and_is_carried_out_after_the_last(
    kitchen: Station, language: str
) -> None:
    words = Words(language)
    asked = []
    for scanned in ("DO-OK", "DO-YES", "DO-1"):
        shown = band(words, kitchen.scan(scanned), kitchen.bench)
        question = kitchen.bench.question
        assert question is not None
        assert (shown.tone, question.kind) == ("ask", QuestionKind.CHECK)
        asked.append((question.subject, shown.title))
    texts = {"he": ("נדלק?", "המכסה?", "חום"), "en": ("Does it power on?", "The lid?", "Heat")}[language]
    assert asked == list(zip(("POWER", "LID", "HEAT"), texts, strict=True))
    kitchen.scan("95,5")
    item = kitchen.item("IT-1-000001")
    assert (item.state, item.disposition) == (ItemState.BATCHED, Disposition.SUPPLIER)
    assert [(answer.code, answer.value, answer.passed) for answer in item.answers] == [
        ("POWER", "yes", True),
        ("LID", "שלם", True),
        ("HEAT", "95.5", True),
    ]
    assert kitchen.bench.item is None


def test_the_bench_shows_the_list_and_the_findings_that_matter(station: Station) -> None:
    give(station, POWER, BOX, findings=(Finding.LEAKS, Finding.MARKED))
    station.scan("RR402101201IL", KETTLE)
    shown = station.bench.checklist
    assert shown is not None
    assert [check.code for check in shown.checks] == ["POWER", "BOX"]
    assert shown.findings == (Finding.LEAKS, Finding.MARKED)


def test_an_answer_that_fails_adds_its_finding_and_leaves_the_decision_to_the_clerk(kitchen: Station) -> None:
    kitchen.scan("DO-OK", "DO-NO")
    assert kitchen.item("IT-1-000001").findings == (Finding.NO_POWER,)
    kitchen.scan("DO-2", "120")
    item = kitchen.item("IT-1-000001")
    assert [answer.passed for answer in item.answers] == [False, False, False]
    assert item.disposition is None
    assert kitchen.bench.next_step is NextStep.DECIDE
    kitchen.scan("DO-OK")
    assert kitchen.item("IT-1-000001").disposition is Disposition.SUPPLIER


def test_another_decision_keeps_its_reason_through_the_checks(kitchen: Station) -> None:
    kitchen.scan("DO-RECYCLE", "DO-O-SHOP", "DO-YES", "DO-1", "95")
    assert kitchen.item("IT-1-000001").disposition is Disposition.RECYCLE


def test_a_hold_needs_no_answers(kitchen: Station) -> None:
    kitchen.scan("DO-HOLD")
    assert kitchen.item("IT-1-000001").held


def test_ok_is_no_answer_to_a_check(kitchen: Station) -> None:
    kitchen.scan("DO-OK", "DO-OK")
    question = kitchen.bench.question
    assert question is not None
    assert question.subject == "POWER"
    assert answers(kitchen) == ()


def test_any_other_scan_leaves_the_check_open(kitchen: Station) -> None:
    kitchen.scan("DO-OK", "DO-F-LEAKS")
    assert kitchen.bench.question is None
    assert answers(kitchen) == ()
    kitchen.scan("DO-OK")
    assert kitchen.bench.question is not None


def test_a_number_is_no_answer_to_yes_or_no_and_a_choice_too_high_is_refused(kitchen: Station) -> None:
    kitchen.scan("DO-OK", "DO-YES")
    assert kitchen.refused("DO-3") is not None
    assert isinstance(kitchen.refused("7"), NotAnAnswer)
    question = kitchen.bench.question
    assert question is not None
    assert question.subject == "LID", "a refused answer leaves the question open"


def test_yes_without_a_question_is_refused(kitchen: Station) -> None:
    assert isinstance(kitchen.refused("DO-YES"), NothingAsked)
    assert isinstance(kitchen.refused("DO-NO"), NothingAsked)


def test_yes_and_no_answer_the_desks_other_questions_too(station: Station) -> None:
    station.scan("RR402101201IL", SHIRT, "DO-NO")
    assert (station.bench.question, station.bench.item) == (None, None)
    station.scan(SHIRT, "DO-YES")
    assert station.bench.item is not None


def test_answers_are_changed_and_taken_back_one_by_one(kitchen: Station) -> None:
    stood = [standing(kitchen.database)]
    for value in ("no", "yes", "no"):
        kitchen.do(answer_check, "POWER", value)
        stood.append(standing(kitchen.database))
    assert kitchen.item("IT-1-000001").findings == (Finding.NO_POWER,)
    for before in reversed(stood[:-1]):
        kitchen.scan("DO-UNDO")
        assert standing(kitchen.database) == before


def test_a_finding_that_was_there_already_stays_when_the_answer_changes(kitchen: Station) -> None:
    kitchen.scan("DO-F-NOPOWER")
    kitchen.do(answer_check, "POWER", "no")
    kitchen.do(answer_check, "POWER", "yes")
    assert kitchen.item("IT-1-000001").findings == (Finding.NO_POWER,)


def test_an_answer_is_not_taken_back_once_another_changed_the_findings(kitchen: Station) -> None:
    kitchen.do(answer_check, "POWER", "no")
    kitchen.scan("ID-OMER-2", "DO-F-LEAKS", "ID-DANA-1")
    assert isinstance(kitchen.refused("DO-UNDO"), CannotUndo)


def test_undoing_the_last_answer_undoes_the_decision_that_it_brought(kitchen: Station) -> None:
    kitchen.scan("DO-OK", "DO-YES", "DO-1")
    kitchen.scan("95", "DO-UNDO")
    item = kitchen.item("IT-1-000001")
    assert (item.disposition, [answer.code for answer in item.answers]) == (None, ["POWER", "LID"])
    assert kitchen.bench.item is not None


def test_what_cannot_be_answered_is_refused(station: Station) -> None:
    assert isinstance(station.refusal(station.signature("dana"), answer_check, "POWER", "yes"), ItemFirst)
    station.scan("RR402101201IL", KETTLE)
    assert isinstance(station.refusal(station.signature("dana"), answer_check, "POWER", "yes"), NoSuchCheck)


def test_a_list_for_all_counts_where_a_category_has_none(station: Station) -> None:
    give(station, POWER, category="")
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    assert station.bench.question is not None
    give(station, BOX)
    station.scan("DO-UNDO", "DO-OK")
    assert station.item("IT-1-000001").disposition is not None


def test_the_answers_are_told_in_the_timeline(kitchen: Station) -> None:
    kitchen.scan("DO-OK", "DO-NO")
    told = [type(entry.event).__name__ for entry in kitchen.desk.read(look.timeline_of, "item", "IT-1-000001")]
    assert "CheckAnswered" in told


@OnBoth
def test_checks_are_kept_and_answered_on_either_database(either: Database, kind: str) -> None:
    station = Station(either).begin()
    give(station, POWER, HEAT)
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-YES", "88.5")
    assert [answer.passed for answer in answers(station)] == [True, False]


def test_an_answer_that_does_not_pass_is_no_good_news(station: Station) -> None:
    give(station, POWER)
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    shown = band(Words("en"), station.scan("DO-NO"), station.bench)
    assert (shown.tone, "Does it power on?" in shown.title) == ("ask", True)
