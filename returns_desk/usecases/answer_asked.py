"""The answer to a check that the desk asks, by scan or by typing; then the next check, or the decision that waits."""

from returns_desk.domain.checklists import NO, YES, CheckKind, is_measure
from returns_desk.domain.events import StepUndone
from returns_desk.domain.inspection_refusals import NothingAsked
from returns_desk.domain.items import OverrideReason
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.store.work import Work
from returns_desk.usecases.answer_checks import answer_check, ask_next_check
from returns_desk.usecases.ask import ask
from returns_desk.usecases.decide_item import decide_way
from returns_desk.usecases.inspection_steps import item_to_inspect
from returns_desk.usecases.require import require


def answer_asked(work: Work, question: Question, said: str) -> None:
    """Answer the check that is asked and go on: the next one, or the decision that waited for it.

    Where the answer added or took away a finding, the decision waits for the clerk again: what is best may have
    changed. Refuses what ``answer_check`` and ``decide_item`` refuse.
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    findings = list(item.findings)
    answer_check(work, question.subject, said)
    way, why = question.marks[:2]
    if item.findings != findings:
        way = ""
    override = OverrideReason(why) if why and way else None
    if not ask_next_check(work, item, way, override) and way:
        decide_way(work, way, override)


def ask_again(work: Work, question: Question) -> None:
    """Leave a check on the bench that something else was said to. There is no inverse: any other scan drops it."""
    ask(work, question.kind, question.subject, question.choices, question.marks)


def say_no(work: Work, question: Question | None) -> None:
    """No to what the desk asks: to a check it is the answer, any other question it drops. Refuses ``NothingAsked``."""
    if question is None:
        raise NothingAsked()
    if question.kind is QuestionKind.CHECK:
        answer_asked(work, question, NO)
    else:
        work.record(StepUndone(undone="QuestionAsked", number=question.subject))


def say_yes_to_check(work: Work, question: Question | None) -> bool:
    """Yes to a check that is asked; ``False`` where the desk asks something else. Refuses ``NothingAsked``."""
    if question is None:
        raise NothingAsked()
    if question.kind is not QuestionKind.CHECK:
        return False
    answer_asked(work, question, YES)
    return True


def answer_typed(work: Work, question: Question, text: str) -> bool:
    """Take a typed number for the answer of the check that is asked; ``False`` where it can be none."""
    if not is_measure(text) or question.marks[4] == CheckKind.YES_NO:
        return False
    answer_asked(work, question, text)
    return True
