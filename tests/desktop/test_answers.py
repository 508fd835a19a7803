"""Every question of the desk in a sentence with its answers, in both languages, and the scans they stand for."""

from dataclasses import replace

import pytest

from returns_desk.desktop.screens.panels.answers import (
    answer_codes,
    answers_to,
    code_for_answer,
    dropping_answer,
)
from returns_desk.desktop.screens.panels.check_words import say_answered, say_limits
from returns_desk.desktop.screens.panels.choosing import DISPUTE, found_reasons, liabilities, more_acts, more_findings
from returns_desk.desktop.screens.panels.questions import say_question
from returns_desk.domain.checklists import Check, CheckAnswer, CheckKind
from returns_desk.domain.grades import Finding
from returns_desk.domain.items import HOLD_ANSWERS
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.scanning.commands import parse_command
from returns_desk.wording import Words
from tests.desktop.benches import waiting_for_answer

BATTERY = Check("BATTERY", "סוללה", "Battery", CheckKind.MEASURE, least="80", unit="%")
QUESTIONS = (
    Question(QuestionKind.OVERRIDE_REASON, "donate", ("AGREED", "STOCK")),
    Question(QuestionKind.TAKE_UNEXPECTED, "7290011231088", ("unexpected",)),
    Question(QuestionKind.TAKE_UNKNOWN, "7290011231088"),
    Question(QuestionKind.WHICH_PRODUCT, "7290011231088", ("A-1", "B-2")),
    Question(QuestionKind.CLOSE_SHORT, "PA-2-000001", ("2",)),
    Question(QuestionKind.REOPEN, "PA-2-000001"),
    Question(QuestionKind.REOPEN, "PA-2-000001", ("RMA-1",)),
    Question(QuestionKind.WHICH_RETURN, "0501234567", ("RMA-1", "RMA-2")),
    Question(QuestionKind.TAKE_OVER, "40", ("38",)),
    Question(QuestionKind.SPLIT, "IT-2-004512", ("40",)),
    Question(QuestionKind.MERGE, "IT-2-004512"),
    Question(QuestionKind.EMPTY_BOX, "PA-2-000001", ("2",)),
    Question(QuestionKind.NOT_OURS, "PA-2-000001"),
    Question(QuestionKind.CLOSE_UNDECIDED, "PA-2-000001", ("IT-2-004512", "IT-2-000002")),
    Question(QuestionKind.HOLD_REASON, "IT-2-004512", HOLD_ANSWERS),
    Question(QuestionKind.CHECK, "POWER", (), ("", "", "נדלק?", "Does it power on?", "yes or no")),
    Question(QuestionKind.CHECK, "ACC", ("הכול", "חלק"), ("", "", "אביזרים?", "Accessories?", "choice", "all", "some")),
    Question(QuestionKind.CHECK, "BATTERY", (), ("", "", "סוללה", "Battery", "measure")),
    Question(QuestionKind.PHOTOS_MISSING, "supplier", ("defect", "front")),
    Question(QuestionKind.AGREE_AMOUNT, "refund"),
    Question(QuestionKind.CARTON_PIECES, "IT-2-004512"),
    Question(QuestionKind.WHICH_PLACE, "IT-2-004512", (), ("afterwards",)),
    Question(QuestionKind.WHICH_PLACE, "IT-2-004512", ("Z-99",)),
    Question(QuestionKind.MOVE, "IT-2-004512"),
)


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_no_kind_of_question_is_left_out() -> None:
    assert {question.kind for question in QUESTIONS} == set(QuestionKind)


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.kind} {question.subject}")
def test_a_question_is_a_sentence_and_its_answers_are_commands(question: Question, language: str) -> None:
    words, bench = Words(language), waiting_for_answer(question)
    assert say_question(words, question, bench)
    answers = (*answers_to(words, question), dropping_answer(words, question))
    assert all(answer.text for answer in answers)
    assert [answer.code for answer in answers if parse_command(answer.code) is None] == []
    keys = [answer.key for answer in answers if answer.key]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.kind} {question.subject}")
def test_the_key_beside_an_answer_gives_it(question: Question) -> None:
    for language in ("he", "en"):
        for answer in answers_to(Words(language), question):
            if answer.key != "Enter":
                assert code_for_answer(question, answer.key) == answer.code


def test_what_is_to_be_typed_has_no_answer_by_key() -> None:
    typed = [question for question in QUESTIONS if not answer_codes(question)]
    assert {question.kind for question in typed} >= {QuestionKind.SPLIT, QuestionKind.MERGE, QuestionKind.CHECK}
    assert [code_for_answer(question, "4") for question in typed] == [None] * len(typed)


def test_closing_undecided_names_the_pieces() -> None:
    question = replace(QUESTIONS[13], choices=("IT-2-004512",))
    said = plain(say_question(Words("en"), question, waiting_for_answer(question)))
    assert "IT-2-004512 Wireless headphones WH-300" in said


def test_a_measured_value_is_folded_with_its_limit() -> None:
    words = Words("en")
    assert plain(say_answered(words, BATTERY, CheckAnswer("BATTERY", "71", False))) == "Battery: 71% · at least 80%"
    assert plain(say_limits(words, replace(BATTERY, most="100"))) == "80 to 100%"
    assert plain(say_limits(words, replace(BATTERY, least="", most="5", unit="mm"))) == "at most 5\u00a0mm"


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_choice_that_the_clerk_opens_is_a_command_of_the_sheet(language: str) -> None:
    words, bench = Words(language), waiting_for_answer(QUESTIONS[0])
    assert bench.item is not None
    piece = replace(bench, item=replace(bench.item, serial="", quantity=3))
    choosers = [
        found_reasons(words),
        liabilities(words),
        more_findings(words, tuple(Finding)),
        more_acts(words, piece),
        more_acts(words, replace(bench, item=None)),
    ]
    codes = [answer.code for chooser in choosers for answer in chooser.answers]
    assert [code for code in codes if parse_command(code) is None] == [DISPUTE]
    assert {"DO-SPLIT", "DO-NOSERIAL", "DO-AGAIN", "DO-LOOK", "DO-MERGE", "DO-EMPTY", "DO-NOTOURS"} <= set(codes)


def test_a_finished_parcel_is_opened_again_or_is_another_box_of_its_return() -> None:
    question = Question(QuestionKind.REOPEN, "PA-2-000001", ("RMA-1",))
    said = [(answer.key, answer.code, plain(answer.text)) for answer in answers_to(Words("en"), question)]
    assert said == [("Enter", "DO-OK", "Yes, open it again"), ("1", "DO-1", "It is another box of RMA-1")]


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_box_taken_for_a_strangers_is_asked_about_otherwise_than_a_finished_one(language: str) -> None:
    finished = Question(QuestionKind.REOPEN, "PA-2-000001", marks=("closed",))
    strangers = replace(finished, marks=("not ours",))
    said = [say_question(Words(language), asked, waiting_for_answer(asked)) for asked in (finished, strangers)]
    assert said[0] != said[1]
    assert all("PA-2-000001" in each for each in said)
