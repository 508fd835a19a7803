"""What lies on a bench: who, which parcel, which item, what is asked, what comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.checklists import Checklist, GradeGuide
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.photos import PhotoKind, PhotoSnapshot
from returns_desk.domain.policies import PolicyVerdict
from returns_desk.domain.recommendation import Recommendation
from returns_desk.domain.snapshots.things import ItemSnapshot, ParcelSnapshot, PersonSnapshot


class QuestionKind(StrEnum):
    """What the desk waits for before it goes on; any other scan takes the question back."""

    OVERRIDE_REASON = "override reason"
    TAKE_UNEXPECTED = "take unexpected"
    TAKE_UNKNOWN = "take unknown"
    WHICH_PRODUCT = "which product"
    CLOSE_SHORT = "close short"
    REOPEN = "reopen"
    WHICH_RETURN = "which return"  # choices: numbers of returns or orders, best first
    TAKE_OVER = "take over"  # subject: the quantity entered; choices: how many are more than announced
    CARTON_PIECES = "carton pieces"  # how many are in the sealed carton in hand; subject: its number
    SPLIT = "split"  # how many go under a number of their own
    MERGE = "merge"  # which piece joins the one in hand
    EMPTY_BOX = "empty box"
    NOT_OURS = "not ours"
    CLOSE_UNDECIDED = "close undecided"  # choices: numbers of the pieces
    HOLD_REASON = "hold reason"
    CHECK = "check"  # subject: the check's code; choices: its choices
    PHOTOS_MISSING = "photos missing"  # subject: the disposition; choices: kinds of photographs
    AGREE_AMOUNT = "agree amount"  # subject: the outcome
    WHICH_PLACE = "which place"  # subject: the piece's number; choices: a code that is no bin yet
    MOVE = "move"  # subject: the number of a piece that may go into another bin


@dataclass(frozen=True)
class Question:
    """An open question of the bench, with its subject (a disposition, a code) and the answers to choose from."""

    kind: QuestionKind
    subject: str = ""
    choices: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()  # what else the asking scan said of the piece: serial, lot, last day


class NextStep(StrEnum):
    """What the band asks for next."""

    SIGN_IN = "sign in"
    SCAN_PARCEL = "scan parcel"
    SCAN_ITEM = "scan item"
    SCAN_SERIAL = "scan serial"
    GRADE = "grade"
    DECIDE = "decide"
    ANSWER = "answer"
    NEXT_ITEM = "next item"
    NEXT_PARCEL = "next parcel"


@dataclass(frozen=True)
class StepLine:
    """One of the last steps at this station; ``event`` is the journal's event, worded by the screen."""

    at: datetime
    event: object
    person: str
    undone: bool
    step_id: str
    person_en: str = ""

    def person_in(self, language: str) -> str:
        """Who did it, in a language."""
        return (self.person_en or self.person) if language == "en" else (self.person or self.person_en)


@dataclass(frozen=True)
class WaitingParcel:
    """A parcel that waits for somebody, as one row of a list; ``pieces``: names of what is still to be taken."""

    number: str
    state: ParcelState
    customer: str
    vip: bool
    pieces: tuple[str, ...]
    pieces_en: tuple[str, ...]
    due: date | None = None  # the last day for the customer's refund

    def pieces_in(self, language: str) -> str:
        """What is still to be taken out of it, in a language."""
        return ", ".join(self.pieces_en if language == "en" else self.pieces)


@dataclass(frozen=True)
class BenchSnapshot:
    """All that the Desk screen shows: who, which parcel, which item, what comes next."""

    station: str
    station_name: str
    person: PersonSnapshot | None
    parcel: ParcelSnapshot | None
    item: ItemSnapshot | None
    recommendation: Recommendation | None
    question: Question | None
    next_step: NextStep
    steps: tuple[StepLine, ...]
    labels_waiting: int = 0
    approvals_waiting: int = 0
    parcels_waiting: tuple[WaitingParcel, ...] = ()  # told only while no parcel is open
    candidates: tuple[ReturnCandidate, ...] = ()  # of an open parcel that nobody announced, or to choose from
    checklist: Checklist | None = None  # of the category of the piece in hand
    guides: tuple[GradeGuide, ...] = ()
    photos: tuple[PhotoSnapshot, ...] = ()  # of the piece in hand and of its parcel
    photos_needed: tuple[PhotoKind, ...] = ()  # that are still missing of the piece in hand
    verdict: PolicyVerdict | None = None  # what the policy says of the piece in hand
    exceptions_waiting: int = 0  # told only while no parcel is open
