"""Take back the newest standing step of this person at this station, or an older one of anybody."""

from returns_desk.domain.events import Event, StepUndone
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NothingToUndo
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.journal import entries_of_step, newest_standing
from returns_desk.store.work import Work
from returns_desk.usecases.ask import take_question
from returns_desk.usecases.inverses import INVERSES
from returns_desk.usecases.require import require

# What one scan did in the first place; a step is listed, worded and undone by this event.
MAIN_EVENTS = (
    "ParcelReceived",
    "ParcelMatched",
    "ParcelDisowned",
    "ParcelDescribed",
    "ParcelReopened",
    "ParcelSetAside",
    "ParcelClosed",
    "ItemTaken",
    "ItemPickedUp",
    "SerialRecorded",
    "MarksRecorded",
    "SerialUnreadable",
    "PiecesCounted",
    "ItemSplit",
    "ItemsMerged",
    "ItemDisowned",
    "ParcelFoundEmpty",
    "ItemGraded",
    "FindingAdded",
    "FindingRemoved",
    "ReasonStated",
    "NoteWritten",
    "CheckAnswered",
    "ReasonJudged",
    "LiabilitySet",
    "InspectedAgain",
    "PhotoAdded",
    "PhotoRemoved",
    "ItemDecided",
    "OutcomeAgreed",
    "DisputeNoted",
    "ItemHeld",
    "HoldExplained",
    "HoldGiven",
    "HoldEnded",
    "ExceptionSettled",
    "BatchSubmitted",
    "PolicySet",
    "LimitsSet",
)


def undo(work: Work) -> None:
    """Take back the newest step; a question that waits is only dropped.

    There is no inverse: the step is done again. Refuses ``NothingToUndo``; ``CannotUndo`` when the step left the house
    or somebody touched the thing since.
    """
    person = require(work, Permission.UNDO_OWN)
    question = work.answering or take_question(work)
    if question is not None and not _is_afterwards(question):
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


def _is_afterwards(question: Question) -> bool:
    """Whether a question only adds to a step that is done, so that the step itself is taken back."""
    kinds = (QuestionKind.HOLD_REASON, QuestionKind.AGREE_AMOUNT)
    return question.kind in kinds and bool(question.choices)


def take_back(work: Work, event: Event) -> None:
    """Run the inverse of one event. Refuses ``CannotUndo`` for what has none."""
    inverse = INVERSES.get(type(event))
    if inverse is None:
        raise CannotUndo(type(event).__name__)
    inverse(work, event)
