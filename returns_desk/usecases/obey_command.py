"""What a command barcode (``DO-...``) does at the desk; a key or button of the window is the same scan."""

from returns_desk.domain.inspection_refusals import NothingAsked
from returns_desk.domain.items import Disposition, HoldReason, OverrideReason
from returns_desk.domain.refusals import ItemFirst
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.scanning.commands import (
    ChoiceCommand,
    Command,
    DispositionCommand,
    FindingCommand,
    FoundCommand,
    GradeCommand,
    HoldCommand,
    LiabilityCommand,
    OutcomeCommand,
    OverrideCommand,
    ReasonCommand,
    SimpleCommand,
    StockCommand,
)
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.lookups.returns import parcel_by_number
from returns_desk.store.work import Work
from returns_desk.usecases.agree_outcome import agree_by_scan, keep_amount
from returns_desk.usecases.answer_asked import ask_again, say_no, say_yes_to_check
from returns_desk.usecases.answer_choice import answer_choice, say_yes_to_return
from returns_desk.usecases.ask import ask
from returns_desk.usecases.conclude_item import judge_reason, set_liability
from returns_desk.usecases.count_pieces import set_quantity
from returns_desk.usecases.decide_item import decide_item, decide_way, take_recommendation
from returns_desk.usecases.disown_item import disown_item
from returns_desk.usecases.empty_box import note_empty_box
from returns_desk.usecases.find_carton import take_by_code, toggle_carton
from returns_desk.usecases.finish_parcel import close_parcel, leave_undecided, set_parcel_aside
from returns_desk.usecases.hold_item import explain_hold, hold_item
from returns_desk.usecases.inspect_again import inspect_again
from returns_desk.usecases.inspect_item import grade_item, state_reason, toggle_finding
from returns_desk.usecases.match_parcel import disown_parcel, make_unauthorized
from returns_desk.usecases.new_item import kept_marks
from returns_desk.usecases.queue_label import print_again
from returns_desk.usecases.receive_item import take_unknown_item
from returns_desk.usecases.receive_parcel import receive_parcel
from returns_desk.usecases.record_serial import mark_serial_unreadable
from returns_desk.usecases.second_look import ask_second_look
from returns_desk.usecases.split_item import ask_merge, ask_split
from returns_desk.usecases.undo import undo

_WHAT_IS_TAKEN = (
    QuestionKind.TAKE_UNEXPECTED,
    QuestionKind.TAKE_UNKNOWN,
    QuestionKind.WHICH_PRODUCT,
    QuestionKind.TAKE_OVER,
    QuestionKind.CARTON_PIECES,
)
_ABOUT_THE_PIECE = (GradeCommand, FindingCommand, ReasonCommand, FoundCommand, DispositionCommand, StockCommand)


def obey_command(work: Work, command: Command, question: Question | None) -> None:
    """Do what a command says; ``question`` is the one that lay on the bench when it came, which it may answer.

    While it is asked which or how many pieces are taken, a grade is meant for those: it is asked again, and the piece
    that was in hand before stays as it is.
    """
    if question is not None and _passes_by(question, command):
        ask_again(work, question)
    else:
        _obey(work, command, question)


def _passes_by(question: Question, command: Command) -> bool:
    return question.kind in _WHAT_IS_TAKEN and isinstance(command, _ABOUT_THE_PIECE)


def _obey(work: Work, command: Command, question: Question | None) -> None:
    match command:
        case GradeCommand() | FindingCommand() | ReasonCommand() | FoundCommand() | LiabilityCommand():
            _inspect(work, command)
        case DispositionCommand(disposition):
            decide_item(work, disposition)
        case StockCommand(becomes):
            decide_item(work, Disposition.RESTOCK, becomes=becomes)
        case OutcomeCommand(outcome):
            agree_by_scan(work, outcome)
        case OverrideCommand() | HoldCommand() | ChoiceCommand():
            _answer(work, command, question)
        case SimpleCommand.OK:
            _say_yes(work, question)
        case SimpleCommand.YES | SimpleCommand.NO | SimpleCommand.AGAIN | SimpleCommand.LOOK:
            _obey_about_inspection(work, command, question)
        case _:
            _obey_simple(work, command)


def _answer(work: Work, command: OverrideCommand | HoldCommand | ChoiceCommand, question: Question | None) -> None:
    match command:
        case OverrideCommand(reason):
            _give_override_reason(work, reason, question)
        case HoldCommand(reason):
            _give_hold_reason(work, reason, question)
        case ChoiceCommand(number):
            answer_choice(work, number, question)


def _inspect(
    work: Work, command: GradeCommand | FindingCommand | ReasonCommand | FoundCommand | LiabilityCommand
) -> None:
    match command:
        case GradeCommand(grade):
            grade_item(work, grade)
        case FindingCommand(finding):
            toggle_finding(work, finding)
        case ReasonCommand(reason):
            state_reason(work, reason)
        case FoundCommand(found):
            judge_reason(work, found)
        case LiabilityCommand(liability):
            set_liability(work, liability)


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
        case _:
            _obey_about_contents(work, command)


def _obey_about_inspection(work: Work, command: SimpleCommand, question: Question | None) -> None:
    match command:
        case SimpleCommand.YES:
            if not say_yes_to_check(work, question):
                _say_yes(work, question)
        case SimpleCommand.NO:
            say_no(work, question)
        case SimpleCommand.AGAIN:
            inspect_again(work)
        case SimpleCommand.LOOK:
            ask_second_look(work)


def _obey_about_contents(work: Work, command: SimpleCommand) -> None:
    match command:
        case SimpleCommand.EMPTY:
            note_empty_box(work)
        case SimpleCommand.SPLIT:
            ask_split(work)
        case SimpleCommand.MERGE:
            ask_merge(work)
        case SimpleCommand.NOSERIAL:
            mark_serial_unreadable(work)
        case SimpleCommand.CARTON:
            toggle_carton(work)
        case _:
            _obey_about_parcel(work, command)


def _obey_about_parcel(work: Work, command: SimpleCommand) -> None:
    match command:
        case SimpleCommand.UNAUTHORIZED:
            make_unauthorized(work)
        case SimpleCommand.NOT_OURS if work.bench.item_id:
            disown_item(work)
        case SimpleCommand.NOT_OURS:
            disown_parcel(work)


def _give_override_reason(work: Work, reason: OverrideReason, question: Question | None) -> None:
    if question is None or question.kind is not QuestionKind.OVERRIDE_REASON:
        raise NothingAsked() if work.bench.item_id else ItemFirst()
    decide_way(work, question.subject, reason)


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
                take_by_code(work, product, subject, kept_marks(marks))
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
        case Question(QuestionKind.CHECK):
            ask_again(work, question)  # the answer is yes, no, a choice or a number
        case Question(QuestionKind.AGREE_AMOUNT):
            keep_amount(work, question)
        case Question(QuestionKind.HOLD_REASON):
            explain_hold(work, HoldReason.SUPERVISOR)
        case Question(QuestionKind.PHOTOS_MISSING, subject):
            decide_way(work, subject)
        case _:
            _say_yes_about_contents(work, question)


def _say_yes_about_contents(work: Work, question: Question | None) -> None:
    match question:
        case Question(QuestionKind.TAKE_OVER, subject):
            set_quantity(work, int(subject))
        case Question(QuestionKind.EMPTY_BOX):
            note_empty_box(work)
        case Question(QuestionKind.NOT_OURS):
            disown_parcel(work)
        case Question(QuestionKind.WHICH_RETURN):
            say_yes_to_return(work, question)
        case Question(QuestionKind.CLOSE_UNDECIDED):
            leave_undecided(work, question)
        case Question(QuestionKind.SPLIT | QuestionKind.MERGE | QuestionKind.CARTON_PIECES):
            ask_again(work, question)  # the answer is a number, or a label
        case _:
            take_recommendation(work)
