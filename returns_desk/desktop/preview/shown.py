"""What a preview shows: a paper of the shop, known by kind and number, or a loose one that nobody keeps.

Everything here but ``drawn`` is asked of the store thread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from returns_desk.documents.kit.dress import Dress
from returns_desk.documents.labels import LabelForm
from returns_desk.domain.events import Event
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.settings import Settings
from returns_desk.usecases.issue_document import print_document
from returns_desk.usecases.issue_slip import print_slip
from returns_desk.usecases.label_papers import draw_label
from returns_desk.usecases.look_jobs import job
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.paper import Paper
from returns_desk.usecases.print_papers import paper_of
from returns_desk.usecases.queue_paper import NUMBERED, queue_paper
from returns_desk.usecases.shelf_pictures import pictures_on, shelf_of
from returns_desk.usecases.sign_in import prove

if TYPE_CHECKING:
    from returns_desk.desk import Desk

What = Mapping[str, Any]
BOTH = "both"  # languages, on one paper
PAPER_OF = {
    DocumentKind.SLIP: PaperKind.SLIP,
    DocumentKind.CORRECTION: PaperKind.CORRECTION,
    DocumentKind.DISPUTE: PaperKind.DISPUTE_LETTER,
}
_BILINGUAL = (
    PaperKind.SLIP,
    PaperKind.CORRECTION,
    PaperKind.PACKING_LIST,
    PaperKind.DISPUTE_LETTER,
    PaperKind.STATEMENT,
)


@dataclass(frozen=True)
class Taken:
    """A paper that may leave: its print is registered, where such a paper has a register of prints."""

    paper: Paper
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Queued:
    """A paper in the print queue."""

    job_id: str
    events: tuple[Event, ...]


class Shown(Protocol):
    """What ``what`` says of a print: language, bilingual, and whatever else its kind knows."""

    @property
    def kind(self) -> PaperKind:
        """What it is."""

    @property
    def languages(self) -> tuple[str, ...]:
        """In which it can be had, ``both`` among them where one paper can hold both."""

    @property
    def zpl(self) -> Callable[[str], bytes] | None:
        """Draws what is not in the books for a label printer, in a language."""

    def look(self, desk: "Desk", what: What) -> Paper:
        """It as its next print will be; nothing is registered."""

    def take(self, desk: "Desk", what: What, target: str) -> Taken:
        """Register one print to a printer, a file or a program, and bring what is to be drawn."""

    def queue(self, desk: "Desk", what: What) -> Queued | None:
        """Let it be printed; ``None`` for what the queue does not keep."""


@dataclass(frozen=True)
class KeptPaper:
    """A paper or label that is read anew from the shop's books whenever it is wanted."""

    kind: PaperKind
    number: str
    what: What = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """Hebrew and English; both on one sheet where the paper has one reader."""
        return ("he", "en", BOTH) if self.kind in _BILINGUAL else ("he", "en")

    @property
    def zpl(self) -> None:
        """The print queue draws it."""

    def look(self, desk: "Desk", what: What) -> Paper:
        """It as its next print will be; nothing is registered."""
        return desk.read(paper_of, self.kind, self.number, {**self.what, **what})

    def take(self, desk: "Desk", what: What, target: str) -> Taken:
        """Register one print of a numbered paper; of others there is nothing to register."""
        if self.kind not in NUMBERED:
            return Taken(self.look(desk, what))
        paper = self.look(desk, what)
        language = str(what.get("language") or paper.language)
        copy: int | None
        if self.kind is PaperKind.SLIP:
            slip = desk.run(AT_THE_BENCH, print_slip, self.number, language, target)
            copy, events = slip.answer.copy, slip.events
        else:
            done = desk.run(AT_THE_BENCH, print_document, paper.number, language, target)
            copy, events = done.answer[1], done.events
        return Taken(self.look(desk, {**what, "copy": copy}), events)

    def queue(self, desk: "Desk", what: What) -> Queued | None:
        """Let it be printed: the original once, then copies."""
        done = desk.run(AT_THE_BENCH, queue_paper, self.kind, self.number, {**self.what, **what})
        return Queued(done.answer, done.events)


@dataclass(frozen=True)
class LoosePaper:
    """A paper that is made from what lies at hand (a file of people, a printer's dots) and kept nowhere.

    ``dressed`` makes it anew for what the shop's papers wear; without it, it looks the same in every shop.
    """

    paper: Paper
    languages: tuple[str, ...] = ("he", "en")
    zpl: Callable[[str], bytes] | None = None
    dressed: Callable[[Dress], Paper] | None = None

    @property
    def kind(self) -> PaperKind:
        """What it is."""
        return self.paper.kind

    def look(self, desk: "Desk", what: What) -> Paper:
        """The paper."""
        del what
        return self.dressed(desk.read(dress_of)) if self.dressed else self.paper

    def take(self, desk: "Desk", what: What, target: str) -> Taken:
        """Nothing is registered."""
        del target
        return Taken(self.look(desk, what))

    def queue(self, desk: "Desk", what: What) -> Queued | None:
        """What is not in the books cannot be drawn again after a power cut: it goes to its printer at once."""
        del desk, what
        return None


def queue_second_original(desk: "Desk", proof: tuple[str, str], number: str, what: What) -> Queued:
    """Let a slip's original be printed again, signed by a supervisor's badge and PIN; ``what`` says the ``reason``."""
    proven = desk.run(AT_THE_BENCH, prove, *proof)
    who = proven.answer if proven.answer is not None else AT_THE_BENCH
    done = desk.run(who, queue_paper, PaperKind.SLIP, number, {**what, "again": True})
    return Queued(done.answer, done.events)


def look_at_job(desk: "Desk", job_id: str) -> JobSnapshot | None:
    """How a job stands."""
    return desk.read(job, job_id)


def usual_language(paper: Paper, settings: Settings) -> str:
    """The language in which it is had where none is chosen: a carton's label is its recipient's."""
    if isinstance(paper.thing, CartonLabel):
        return paper.language or paper.thing.language
    return paper.language or settings.route(paper.kind).language or settings.language


def drawn(paper: Paper, language: str, settings: Settings, home: Path) -> bytes:
    """The PDF, as the print queue draws it for a printer of this station; needs no database. Raises ``BadValue``."""
    if paper.thing is not None:
        route = settings.route(paper.kind)
        return draw_label(paper.thing, LabelForm(language or usual_language(paper, settings), route.size, route.dpi), 0)
    return paper.draw(language, pictures_on(shelf_of(settings, home)))
