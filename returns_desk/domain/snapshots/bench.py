"""What lies on a bench: who, which parcel, which item, what is asked, what comes next."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from returns_desk.domain.parcels import ParcelState
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
