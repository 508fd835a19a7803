"""The whole way of goods, from parcel to credit, told from either end; what befell many pieces is told together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from returns_desk.domain.photos import PhotoSnapshot
from returns_desk.domain.snapshots import AttachmentSnapshot, TimelineEntry

FEW = 3  # pieces: what befell no more than so many is told one by one


class Stage(StrEnum):
    """What a part of the way is about."""

    ARRIVAL = "arrival"
    INSPECTION = "inspection"
    DECISION = "decision"
    PLACE = "place"  # put away, labelled
    BATCH = "batch"  # put in, taken out, submitted
    APPROVAL = "approval"
    PAPER = "paper"
    PACKING = "packing"
    SHIPPING = "shipping"
    CREDIT = "credit"
    OTHER = "other"


@dataclass(frozen=True)
class Thing:
    """What an entry is about, and what a link leads to; ``kind``: parcel, item, rma, batch."""

    kind: str
    number: str
    name: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class PaperLink:
    """A numbered paper of which an entry tells."""

    number: str
    kind: str  # as DocumentKind says
    batch: str


@dataclass(frozen=True)
class StoryEntry:
    """One thing that happened: who, when, where and what, about which thing, with what belongs to it."""

    told: TimelineEntry
    about: Thing
    papers: tuple[PaperLink, ...] = ()
    photos: tuple[PhotoSnapshot, ...] = ()
    files: tuple[AttachmentSnapshot, ...] = ()

    @property
    def at(self) -> datetime:
        """When it happened."""
        return self.told.at

    @property
    def stage(self) -> Stage:
        """What part of the way it belongs to."""
        return stage_of(self.told.event)


@dataclass(frozen=True)
class Chapter:
    """Entries told together, in the order they happened; most hold one."""

    stage: Stage
    entries: tuple[StoryEntry, ...]

    @property
    def at(self) -> datetime:
        """When it began."""
        return self.entries[0].at

    @property
    def until(self) -> datetime:
        """When it ended."""
        return self.entries[-1].at

    def count(self, kind: str) -> int:
        """How many things of a kind it tells of."""
        return len({entry.about.number for entry in self.entries if entry.about.kind == kind})


@dataclass(frozen=True)
class Story:
    """Everything that belongs together, in the order it happened; ``things`` are what it tells of, batches first."""

    about: Thing
    entries: tuple[StoryEntry, ...]
    things: tuple[Thing, ...] = ()
    papers: tuple[PaperLink, ...] = ()
    photos: tuple[PhotoSnapshot, ...] = ()
    files: tuple[AttachmentSnapshot, ...] = ()

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Told briefly: what befell a batch, or what was asked for, by itself, the rest together where it is much."""
        return chapters_of(self.entries, lambda entry: entry.about.kind == "batch" or entry.about == self.about)


EVENT_STAGES: dict[str, Stage] = {
    "arrivals": Stage.ARRIVAL,
    "parcels": Stage.ARRIVAL,
    "contents": Stage.ARRIVAL,
    "cartons": Stage.ARRIVAL,
    "ItemTaken": Stage.ARRIVAL,
    "ItemPickedUp": Stage.ARRIVAL,
    "inspection": Stage.INSPECTION,
    "photos": Stage.INSPECTION,
    "ItemGraded": Stage.INSPECTION,
    "FindingAdded": Stage.INSPECTION,
    "FindingRemoved": Stage.INSPECTION,
    "NoteWritten": Stage.INSPECTION,
    "ReasonStated": Stage.INSPECTION,
    "SerialRecorded": Stage.INSPECTION,
    "SerialUnreadable": Stage.INSPECTION,
    "ItemDecided": Stage.DECISION,
    "DecisionReconsidered": Stage.DECISION,
    "places": Stage.PLACE,
    "LabelQueued": Stage.PLACE,
    "printing": Stage.PAPER,
    "batches": Stage.BATCH,
    "BatchApproved": Stage.APPROVAL,
    "BatchSentBack": Stage.APPROVAL,
    "LineSentBack": Stage.APPROVAL,
    "BatchRejected": Stage.APPROVAL,
    "BatchAuthorized": Stage.APPROVAL,
    "papers": Stage.PAPER,
    "packing": Stage.PACKING,
    "BatchPacked": Stage.PACKING,
    "BatchShipped": Stage.SHIPPING,
    "crediting": Stage.CREDIT,
    "CreditRecorded": Stage.CREDIT,
    "BatchClosed": Stage.CREDIT,
}


def stage_of(event: object) -> Stage:
    """What part of the way an event belongs to: by its own name, else by the family it was written down in."""
    kind = type(event)
    family = kind.__module__.rpartition(".")[2]
    return EVENT_STAGES.get(kind.__name__) or EVENT_STAGES.get(family) or Stage.OTHER


def chapters_of(
    entries: Iterable[StoryEntry], whole: Callable[[StoryEntry], bool], few: int = FEW
) -> tuple[Chapter, ...]:
    """Tell together what befell many things, stage by stage, between two entries that are about the ``whole``.

    No entry is lost or told twice; within a chapter, and of the beginnings of chapters, the order stays. Where a
    stretch tells of no more than ``few`` things at a stage, each of its entries is a chapter of its own.
    """
    chapters: list[Chapter] = []
    stretch: list[StoryEntry] = []
    for entry in entries:
        if not whole(entry):
            stretch.append(entry)
            continue
        chapters += _gathered(stretch, few)
        stretch = []
        chapters.append(Chapter(entry.stage, (entry,)))
    return (*chapters, *_gathered(stretch, few))


def _gathered(stretch: list[StoryEntry], few: int) -> list[Chapter]:
    """The chapters of what lies between two whole entries, by their beginnings."""
    by_stage: dict[Stage, list[StoryEntry]] = {}
    for entry in stretch:
        by_stage.setdefault(entry.stage, []).append(entry)
    many = {stage for stage, told in by_stage.items() if len({entry.about for entry in told}) > few}
    chapters: list[Chapter] = []
    for entry in stretch:
        if entry.stage not in many:
            chapters.append(Chapter(entry.stage, (entry,)))
        elif by_stage[entry.stage][0] is entry:
            chapters.append(Chapter(entry.stage, tuple(by_stage[entry.stage])))
    return chapters
