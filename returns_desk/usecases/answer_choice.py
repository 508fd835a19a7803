"""A choice by its number (``DO-1`` ... ``DO-9``): it answers whichever open question has that many answers."""

from returns_desk.domain.arrival_refusals import NothingToChoose
from returns_desk.domain.items import HoldReason, OverrideReason
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.work import Work
from returns_desk.usecases.answer_asked import answer_asked
from returns_desk.usecases.ask import ask
from returns_desk.usecases.choose_return import choose_candidate, choose_return, open_another_box
from returns_desk.usecases.decide_item import decide_way
from returns_desk.usecases.find_carton import take_by_code
from returns_desk.usecases.hold_item import explain_hold
from returns_desk.usecases.new_item import Marks, kept_marks
from returns_desk.usecases.split_item import merge_items


def answer_choice(work: Work, number: int, question: Question | None) -> None:
    """Answer the open question by the number of the choice, from 1. Refuses ``NothingToChoose``.

    Without a question it is the candidate of that number, of an open parcel that nobody announced.
    """
    if question is None:
        choose_candidate(work, number)
        return
    choices = _choices(question)
    if not 1 <= number <= len(choices):
        raise NothingToChoose(number)
    choice = choices[number - 1]
    match question.kind:
        case QuestionKind.WHICH_RETURN:
            choose_return(work, choice)
        case QuestionKind.REOPEN:
            open_another_box(work, choice)
        case QuestionKind.WHICH_PRODUCT:
            _take(work, choice, question.marks)
        case QuestionKind.MERGE:
            merge_items(work, choice, question.subject)
        case _:
            _give_reason(work, number, choice, question)


def _give_reason(work: Work, number: int, choice: str, question: Question) -> None:
    match question.kind:
        case QuestionKind.OVERRIDE_REASON:
            decide_way(work, question.subject, OverrideReason(choice))
        case QuestionKind.HOLD_REASON:
            explain_hold(work, HoldReason(choice))
        case QuestionKind.CHECK:
            answer_asked(work, question, choice)
        case _:
            raise NothingToChoose(number)


def say_yes_to_return(work: Work, question: Question) -> None:
    """Yes to the only return there is to choose; of several it chooses none, and the question stays."""
    if len(question.choices) == 1:
        choose_return(work, question.choices[0])
    else:
        ask(work, question.kind, question.subject, question.choices)


def _choices(question: Question) -> tuple[str, ...]:
    """What there is to choose from; a question without choices of its own asks for any of its kind's reasons."""
    match question:
        case Question(QuestionKind.OVERRIDE_REASON, choices=()):
            return tuple(OverrideReason)
        case Question(QuestionKind.HOLD_REASON, choices=()):
            return tuple(HoldReason)
    return question.choices


def _take(work: Work, sku: str, marks: tuple[str, ...]) -> None:
    product = product_by_sku(work.session, sku)
    if product is not None:
        take_by_code(work, product, sku, kept_marks(marks) if marks else Marks())
