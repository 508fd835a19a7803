"""What a command barcode (``DO-...``) does at the desk; a key or button of the window is the same scan."""

from returns_desk.domain.items import Disposition, HoldReason, OverrideReason
from returns_desk.domain.refusals import ItemFirst
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.scanning.commands import (
    Command,
    DispositionCommand,
    FindingCommand,
    GradeCommand,
    HoldCommand,
    OverrideCommand,
    ReasonCommand,
    SimpleCommand,
)
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.lookups.returns import parcel_by_number
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask
from returns_desk.usecases.decide_item import decide_item, take_recommendation
from returns_desk.usecases.finish_parcel import close_parcel, set_parcel_aside
from returns_desk.usecases.hold_item import explain_hold, hold_item
from returns_desk.usecases.inspect_item import grade_item, state_reason, toggle_finding
from returns_desk.usecases.queue_label import print_again
from returns_desk.usecases.receive_item import kept_marks, take_item, take_unknown_item
from returns_desk.usecases.receive_parcel import receive_parcel
from returns_desk.usecases.undo import undo


def obey_command(work: Work, command: Command, question: Question | None) -> None:
    """Do what a command says; ``question`` is the one that lay on the bench when it came, which it may answer."""
    match command:
        case GradeCommand(grade):
            grade_item(work, grade)
        case DispositionCommand(disposition):
            decide_item(work, disposition)
        case FindingCommand(finding):
            toggle_finding(work, finding)
        case ReasonCommand(reason):
            state_reason(work, reason)
        case OverrideCommand(reason):
            _give_override_reason(work, reason, question)
        case HoldCommand(reason):
            _give_hold_reason(work, reason, question)
        case SimpleCommand.OK:
            _say_yes(work, question)
        case _:
            _obey_simple(work, command)


def _obey_simple(work: Work, command: SimpleCommand) -> None:
    match command:
        case SimpleCommand.HOLD:
            hold_item(work)
        case SimpleCommand.UNDO:
            undo(work)
        case SimpleCommand.PRINT:
            print_again(work)
        case SimpleCommand.NEXT:
            set_parcel_aside(work)
        case SimpleCommand.CLOSE:
            close_parcel(work)


def _give_override_reason(work: Work, reason: OverrideReason, question: Question | None) -> None:
    if question is None or question.kind is not QuestionKind.OVERRIDE_REASON:
        raise ItemFirst()
    decide_item(work, Disposition(question.subject), reason)


def _give_hold_reason(work: Work, reason: HoldReason, question: Question | None) -> None:
    """Answer the question of the hold just made; without one, hold the piece in hand for this reason."""
    if question is not None and question.kind is QuestionKind.HOLD_REASON:
        explain_hold(work, reason)
    else:
        hold_item(work, code=reason)


def _say_yes(work: Work, question: Question | None) -> None:
    """OK answers an open yes-or-no question; without one it takes the recommendation."""
    match question:
        case Question(QuestionKind.TAKE_UNEXPECTED, subject, _, marks):
            product = product_by_sku(work.session, subject)
            if product is not None:
                take_item(work, product, subject, kept_marks(marks))
        case Question(QuestionKind.TAKE_UNKNOWN, subject):
            take_unknown_item(work, subject)
        case Question(QuestionKind.CLOSE_SHORT):
            close_parcel(work)
        case Question(QuestionKind.WHICH_PRODUCT, subject, choices):
            ask(work, QuestionKind.WHICH_PRODUCT, subject, choices)  # yes is no answer to that
        case Question(QuestionKind.REOPEN, subject):
            parcel = parcel_by_number(work.session, subject)
            if parcel is not None:
                receive_parcel(work, parcel)
        case _:
            _say_yes_at_the_end(work, question)


def _say_yes_at_the_end(work: Work, question: Question | None) -> None:
    match question:
        case Question(QuestionKind.HOLD_REASON):
            explain_hold(work, HoldReason.SUPERVISOR)
        case Question(QuestionKind.PHOTOS_MISSING, subject):
            decide_item(work, Disposition(subject))
        case _:
            take_recommendation(work)
