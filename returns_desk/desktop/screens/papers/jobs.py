"""What the page of papers asks of the store thread and of the pool; imported with the Batches screen."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.darkroom import shelf_of
from returns_desk.desk import now_utc
from returns_desk.desktop.screens.batch_jobs import Outcome
from returns_desk.desktop.screens.slip_jobs import free_file
from returns_desk.documents.slips.correction import render_correction
from returns_desk.domain.corrections import Correction
from returns_desk.domain.events import Event
from returns_desk.domain.papers import AttachmentKind
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.picture_refusals import FileRefused
from returns_desk.domain.snapshots import AttachmentSnapshot, PersonSnapshot
from returns_desk.domain.snapshots.evidence_pack import EvidencePack
from returns_desk.domain.snapshots.papers import NumberedPaper
from returns_desk.exchange.outside_files import OutsideFile, read_outside
from returns_desk.exchange.whole_file import save_whole
from returns_desk.filing import draw_advance_copy, draw_evidence, files_beside, keep_outside, write_out
from returns_desk.settings import Settings
from returns_desk.usecases.attach_file import detach_file
from returns_desk.usecases.copy_slip import AdvanceCopy, copy_slip
from returns_desk.usecases.correct_batch import correct_batch
from returns_desk.usecases.issue_document import print_document
from returns_desk.usecases.look_bench import bench
from returns_desk.usecases.look_correction import correction
from returns_desk.usecases.look_evidence import evidence_of
from returns_desk.usecases.look_papers import papers_of
from returns_desk.usecases.sign_in import prove

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Place = tuple[Settings, Path]  # of this station: its settings, its folder


@dataclass(frozen=True)
class PapersLook:
    """The numbered papers of a batch, and who is at the desk."""

    number: str
    papers: tuple[NumberedPaper, ...]
    person: PersonSnapshot | None


@dataclass(frozen=True)
class ToDraw:
    """What one PDF or e-mail is drawn from, in the pool; ``events``: what was registered for it."""

    name: str  # of its file
    drawn_from: EvidencePack | AdvanceCopy | Correction
    language: str
    by: str
    at: datetime
    copy: int = 0
    evidence: EvidencePack | None = None
    events: tuple[Event, ...] = ()


def look_at_papers(desk: "Desk", number: str) -> PapersLook:
    """The numbered papers of a batch."""
    return PapersLook(number, desk.read(papers_of, number), desk.read(bench).person)


def read_file(path: Path) -> OutsideFile | FileRefused:
    """Read a file that others made; in the pool, for a share may take its time."""
    try:
        return read_outside(path)
    except FileRefused as refusal:
        return refusal


def attach(desk: "Desk", place: Place, file: OutsideFile, number: str, kind: AttachmentKind) -> tuple[Event, ...]:
    """Keep a file with a batch."""
    return keep_outside(desk, AT_THE_BENCH, files_beside(shelf_of(*place)), file, number, kind).events


def detach(desk: "Desk", attachment_id: str) -> tuple[Event, ...]:
    """Let a file count no longer."""
    return desk.run(AT_THE_BENCH, detach_file, attachment_id).events


def put_out(place: Place, file: AttachmentSnapshot) -> Path | FileRefused:
    """Write a kept file where it may be opened."""
    try:
        return write_out(files_beside(shelf_of(*place)), file, place[1] / "slips" / "files")
    except FileRefused as refusal:
        return refusal


def look_at_evidence(desk: "Desk", number: str, language: str) -> ToDraw:
    """All that an evidence pack is drawn from."""
    pack = desk.read(evidence_of, number)
    name = f"{pack.slip.number or pack.slip.batch}-evidence-{language}.pdf"
    return ToDraw(name, pack, language, _name(desk, language), now_utc())


def take_advance_copy(desk: "Desk", number: str, *, evidence: bool) -> ToDraw:
    """Register a copy that goes ahead, and bring what its e-mail is made of."""
    pack = desk.read(evidence_of, number) if evidence else None
    done = desk.run(AT_THE_BENCH, copy_slip, number, "e-mail")
    copy = done.answer
    name = f"{copy.content.number}-copy-{copy.copy}.eml"
    by = _name(desk, copy.language)
    return ToDraw(name, copy, copy.language, by, now_utc(), copy.copy, evidence=pack, events=done.events)


def take_correction(desk: "Desk", number: str, language: str) -> ToDraw:
    """Register one print of a correcting document."""
    content = desk.read(correction, number)
    done = desk.run(AT_THE_BENCH, print_document, number, language, "folder")
    _, copy = done.answer
    name = f"{number}-{'original' if copy == 0 else f'copy-{copy}'}-{language}.pdf"
    return ToDraw(name, content, language, _name(desk, language), now_utc(), copy, events=done.events)


def correct(desk: "Desk", proof: tuple[str, str], number: str, items: tuple[str, ...], note: str) -> Outcome:
    """Take pieces off a slip, signed by a supervisor's badge and PIN."""
    proven = desk.run(AT_THE_BENCH, prove, *proof)
    who = proven.answer if proven.answer is not None else AT_THE_BENCH
    return Outcome(desk.run(who, correct_batch, number, items, note).events)


def draw(wanted: ToDraw, place: Place) -> Path:
    """Draw it and save it in the folder of papers, beside what is there already. Raises ``OSError``."""
    shelf, made_of = shelf_of(*place), wanted.drawn_from
    match made_of:
        case EvidencePack():
            drawn = draw_evidence(made_of, shelf, wanted.language, wanted.at, wanted.by)
        case AdvanceCopy():
            pack = wanted.evidence
            proof = draw_evidence(pack, shelf, wanted.language, wanted.at, wanted.by) if pack else None
            drawn = draw_advance_copy(made_of, wanted.at, wanted.by, proof)
        case Correction():
            drawn = render_correction(made_of, wanted.language, wanted.copy, wanted.at, wanted.by)
    file = free_file(place[1] / "slips", wanted.name)
    file.parent.mkdir(parents=True, exist_ok=True)
    save_whole(file, drawn)
    return file


def _name(desk: "Desk", language: str) -> str:
    person = desk.read(bench).person
    if person is None:
        return ""
    return (person.name_en or person.name) if language == "en" else person.name
