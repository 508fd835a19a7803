"""Take back the newest standing step of this person at this station, or an older one of anybody."""

import re

from returns_desk.domain.contents_refusals import AlreadyUndone, AtItsStation, StepTouched
from returns_desk.domain.events import Event, StepUndone
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NotFound, NothingToUndo
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.journal import (
    entries_of_step,
    later_at_bench,
    later_on_same,
    newest_standing,
    undone_among,
)
from returns_desk.store.records import JournalRecord, StationRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import take_question
from returns_desk.usecases.bench_steps import hold_again_in_hand
from returns_desk.usecases.inverses import INVERSES
from returns_desk.usecases.require import require
from returns_desk.usecases.suggest_place import AFTERWARDS

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
    "CartonFound",
    "CartonOpened",
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
    "ItemPlaced",
    "OutcomeAgreed",
    "DisputeNoted",
    "ItemHeld",
    "HoldExplained",
    "HoldGiven",
    "HoldEnded",
    "ExceptionSettled",
    "BatchReady",
    "BatchSubmitted",
    "CartonBegun",
    "ItemPacked",
    "ItemUnpacked",
    "CartonClosed",
    "CartonReopened",
    "CartonRemoved",
    "BatchDelivered",
    "PrefixSet",
    "FileAttached",
    "FileDetached",
    "RecallsTaken",
    "RecallWithdrawn",
    "BatchCertified",
    "ItemWiped",
    "PolicySet",
    "LimitsSet",
    "RuleBookSet",
    "TermsSet",
    "CompanySet",
    "LookSet",
    "JobCancelled",
)

_LEADS = ("RecallsTaken",)  # a step is told of by this, whatever it did to pieces besides
_STEP_ID = re.compile("[0-9a-f]{32}")
_LEAVES_NO_MARK = ("ItemPickedUp",)  # on the thing: it only moved into a hand
_ON_THE_BENCH = (  # or off it
    "ParcelReceived",
    "ParcelDisowned",
    "ParcelReopened",
    "ParcelSetAside",
    "ParcelClosed",
    "ParcelFoundEmpty",
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
    _refuse_out_of_turn(work, main)
    _take_back_step(work, main)


def undo_step(work: Work, step_id: str) -> None:
    """Take back an older step, of whomever: one that a timeline names by its id. There is no inverse: it is done again.

    What is in hand stays in hand; nothing is put into the hand of another station than the step's own. Refuses
    ``NotFound``, ``AlreadyUndone``, ``StepTouched`` when a later step went on with the same thing, ``AtItsStation``
    for what would lay a box on a bench where it never lay; ``CannotUndo`` when it left the house, or lies elsewhere.
    """
    require(work, Permission.UNDO_ANY)
    step_id = step_id.replace("-", "").strip().lower()
    known = entries_of_step(work.session, step_id) if _STEP_ID.fullmatch(step_id) else []
    mains = [entry for entry in known if entry.kind in MAIN_EVENTS]
    if not mains:
        raise NotFound("step", step_id)
    main = mains[-1]
    number = str(getattr(event_of(main), "number", ""))
    if undone_among(work.session, [step_id]):
        raise AlreadyUndone(number)
    later = later_on_same(work.session, main, [kind for kind in MAIN_EVENTS if kind not in _LEAVES_NO_MARK])
    if later is not None:
        raise StepTouched(number, event_of(later))
    hand = work.bench.item_id or ""
    here = main.station_id == work.seat.station_id
    if not here and main.kind in _ON_THE_BENCH:
        station = work.get(StationRecord, main.station_id)
        raise AtItsStation(number, station.name if station else "")
    _refuse_out_of_turn(work, main)
    _take_back_step(work, main)
    if hand or not here:
        hold_again_in_hand(work, hand)


def _refuse_out_of_turn(work: Work, main: JournalRecord) -> None:
    """Boxes come onto a bench and leave it one after the other, and are taken back so. Refuses ``StepTouched``."""
    later = later_at_bench(work.session, main, _ON_THE_BENCH) if main.kind in _ON_THE_BENCH else None
    if later is not None:
        raise StepTouched(str(getattr(event_of(main), "number", "")), event_of(later))


def _take_back_step(work: Work, main: JournalRecord) -> None:
    """Run the inverses of all that a step did, last first, and write down that it was taken back."""
    entries = entries_of_step(work.session, main.step_id)
    for entry in reversed(entries):
        take_back(work, event_of(entry))
        work.flush()  # the next inverse asks the database
    told = next((entry for entry in entries if entry.kind in _LEADS), main)
    undone = event_of(told)
    work.record(
        StepUndone(
            parcel_id=undone.parcel_id,
            item_id=undone.item_id,
            batch_id=undone.batch_id,
            undone=told.kind,
            number=str(getattr(undone, "number", "")) or ", ".join(getattr(undone, "numbers", ())),
        ),
        undoes=main.id,
    )


def _is_afterwards(question: Question) -> bool:
    """Whether a question only adds to a step that is done, so that the step itself is taken back."""
    if question.kind in (QuestionKind.WHICH_PLACE, QuestionKind.MOVE):
        return question.kind is QuestionKind.MOVE or AFTERWARDS in question.marks
    kinds = (QuestionKind.HOLD_REASON, QuestionKind.AGREE_AMOUNT)
    return question.kind in kinds and bool(question.choices)


def take_back(work: Work, event: Event) -> None:
    """Run the inverse of one event. Refuses ``CannotUndo`` for what has none."""
    inverse = INVERSES.get(type(event))
    if inverse is None:
        raise CannotUndo(type(event).__name__)
    inverse(work, event)
