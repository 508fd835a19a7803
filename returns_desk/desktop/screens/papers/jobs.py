"""What the page of papers asks of the store thread and of the pool; imported with the Batches screen."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.desk import now_utc
from returns_desk.desktop.preview.writing import free_file
from returns_desk.desktop.screens.batch_jobs import Outcome
from returns_desk.documents.evidence_pack import render_evidence
from returns_desk.domain.events import Event
from returns_desk.domain.papers import AttachmentKind
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.picture_refusals import FileRefused
from returns_desk.domain.snapshots import AttachmentSnapshot, PersonSnapshot
from returns_desk.domain.snapshots.evidence_pack import EvidencePack
from returns_desk.domain.snapshots.papers import NumberedPaper
from returns_desk.exchange.outside_files import OutsideFile, read_outside
from returns_desk.exchange.whole_file import save_whole
from returns_desk.filing import draw_advance_copy, files_beside, keep_outside, write_out
from returns_desk.settings import Settings
from returns_desk.usecases.attach_file import detach_file
from returns_desk.usecases.copy_slip import AdvanceCopy, copy_slip
from returns_desk.usecases.correct_batch import correct_batch
from returns_desk.usecases.look_bench import bench
from returns_desk.usecases.look_evidence import evidence_of
from returns_desk.usecases.look_papers import papers_of
from returns_desk.usecases.shelf_pictures import pictures_on, shelf_of
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
    """What an advance copy's e-mail is made of, in the pool; ``events``: what was registered for it."""

    name: str  # of its file
    copy: AdvanceCopy
    by: str
    at: datetime
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
        return write_out(files_beside(shelf_of(*place)), file, place[1] / "papers" / "files")
    except FileRefused as refusal:
        return refusal


def take_advance_copy(desk: "Desk", number: str, *, evidence: bool) -> ToDraw:
    """Register a copy that goes ahead, and bring what its e-mail is made of."""
    pack = desk.read(evidence_of, number) if evidence else None
    done = desk.run(AT_THE_BENCH, copy_slip, number, "e-mail")
    copy = done.answer
    name = f"{copy.content.number}-copy-{copy.copy}.eml"
    by = _name(desk, copy.language)
    return ToDraw(name, copy, by, now_utc(), pack, done.events)


def correct(desk: "Desk", proof: tuple[str, str], number: str, items: tuple[str, ...], note: str) -> Outcome:
    """Take pieces off a slip, signed by a supervisor's badge and PIN."""
    proven = desk.run(AT_THE_BENCH, prove, *proof)
    who = proven.answer if proven.answer is not None else AT_THE_BENCH
    return Outcome(desk.run(who, correct_batch, number, items, note).events)


def draw(wanted: ToDraw, place: Place) -> Path:
    """Draw it and save it in the folder of papers, beside what is there already. Raises ``OSError``."""
    pictures, copy, pack = pictures_on(shelf_of(*place)), wanted.copy, wanted.evidence
    proof = render_evidence(pack, copy.language, pictures, wanted.at, wanted.by, dress=copy.dress) if pack else None
    drawn = draw_advance_copy(copy, wanted.at, wanted.by, proof)
    file = free_file(place[1] / "papers", wanted.name)
    file.parent.mkdir(parents=True, exist_ok=True)
    save_whole(file, drawn)
    return file


def _name(desk: "Desk", language: str) -> str:
    person = desk.read(bench).person
    if person is None:
        return ""
    return (person.name_en or person.name) if language == "en" else person.name
