"""Take back the newest standing step of this person at this station; each event knows its inverse here."""

from returns_desk.domain import events as e
from returns_desk.domain.events import Event, StepUndone
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NothingToUndo
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.journal import entries_of_step, newest_standing
from returns_desk.store.work import Work
from returns_desk.usecases.ask import take_question
from returns_desk.usecases.decide_item import undecide
from returns_desk.usecases.finish_parcel import take_parcel_back
from returns_desk.usecases.hold_item import hold_again, release_hold, take_hold_back, unexplain_hold
from returns_desk.usecases.inspect_item import ungrade, unstate_reason, untoggle_finding, unwrite_note
from returns_desk.usecases.queue_label import unqueue_label
from returns_desk.usecases.receive_item import forget_serial, lay_down, put_back
from returns_desk.usecases.receive_parcel import put_parcel_away, send_away, unmatch_parcel
from returns_desk.usecases.require import require
from returns_desk.usecases.submit_batch import withdraw_submission
from returns_desk.usecases.take_photo import bring_photo_back, take_photo_back

# What one scan did in the first place; a step is listed, worded and undone by this event.
MAIN_EVENTS = (
    "ParcelReceived",
    "ParcelMatched",
    "ParcelReopened",
    "ParcelSetAside",
    "ParcelClosed",
    "ItemTaken",
    "ItemPickedUp",
    "SerialRecorded",
    "ItemGraded",
    "FindingAdded",
    "FindingRemoved",
    "ReasonStated",
    "NoteWritten",
    "PhotoAdded",
    "PhotoRemoved",
    "ItemDecided",
    "ItemHeld",
    "HoldExplained",
    "HoldGiven",
    "HoldEnded",
    "BatchSubmitted",
)


def undo(work: Work) -> None:
    """Take back the newest step; a question that waits is only dropped.

    There is no inverse: the step is done again. Refuses ``NothingToUndo``; ``CannotUndo`` when the step left the house
    or somebody touched the thing since.
    """
    person = require(work, Permission.UNDO_OWN)
    question = work.answering or take_question(work)
    if question is not None and question.kind is not QuestionKind.HOLD_REASON:  # that hold is done: it is taken back
        work.record(StepUndone(undone="QuestionAsked", number=question.subject))
        return
    main = newest_standing(work.session, work.seat.station_id, person.id, MAIN_EVENTS)
    if main is None:
        raise NothingToUndo()
    entries = entries_of_step(work.session, main.step_id)
    for entry in reversed(entries):
        take_back(work, event_of(entry))
        work.flush()  # the next inverse asks the database
    undone = event_of(main)
    work.record(
        StepUndone(
            parcel_id=undone.parcel_id,
            item_id=undone.item_id,
            batch_id=undone.batch_id,
            undone=main.kind,
            number=str(getattr(undone, "number", "")),
        ),
        undoes=main.id,
    )


def take_back(work: Work, event: Event) -> None:
    """Run the inverse of one event."""
    match event:
        case e.ParcelReceived():
            send_away(work, event)
        case e.ParcelMatched():
            unmatch_parcel(work, event)
        case e.ParcelReopened():
            put_parcel_away(work, event)
        case e.ParcelSetAside() | e.ParcelClosed():
            take_parcel_back(work, event)
        case e.ItemTaken():
            put_back(work, event)
        case e.ItemPickedUp():
            lay_down(work, event)
        case e.BatchSubmitted():
            withdraw_submission(work, event)
        case _:
            _take_back_inspection(work, event)


def _take_back_inspection(work: Work, event: Event) -> None:
    match event:
        case e.SerialRecorded():
            forget_serial(work, event)
        case e.ItemGraded():
            ungrade(work, event)
        case e.FindingAdded() | e.FindingRemoved():
            untoggle_finding(work, event)
        case e.ReasonStated():
            unstate_reason(work, event)
        case e.NoteWritten():
            unwrite_note(work, event)
        case e.ItemDecided():
            undecide(work, event)
        case _:
            _take_back_rest(work, event)


def _take_back_rest(work: Work, event: Event) -> None:
    match event:
        case e.ItemHeld():
            release_hold(work, event)
        case e.HoldReleased() | e.HoldEnded():
            hold_again(work, event)
        case e.HoldExplained():
            unexplain_hold(work, event)
        case e.HoldGiven():
            take_hold_back(work, event)
        case e.LabelQueued():
            unqueue_label(work, event)
        case e.BatchOpened():
            pass  # an empty batch goes on gathering
        case e.QuestionAsked():
            pass  # what the step asked besides was dropped since
        case _:
            _take_back_photo(work, event)


def _take_back_photo(work: Work, event: Event) -> None:
    match event:
        case e.PhotoAdded():
            take_photo_back(work, event)
        case e.PhotoRemoved():
            bring_photo_back(work, event)
        case _:
            raise CannotUndo(type(event).__name__)
