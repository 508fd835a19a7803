"""Keep the files that others made, and put together what goes ahead of a batch.

A file lies on the shelf and belongs to its batch in one step: one that is refused, or whose step is, leaves nothing
behind; one that counts is on the disk before its step is.
"""

from datetime import datetime
from pathlib import Path

from returns_desk.desk import Desk, Done
from returns_desk.documents.slips import render_slip
from returns_desk.domain.books import BookFact, BookFault
from returns_desk.domain.papers import AttachmentKind
from returns_desk.domain.people import Signature
from returns_desk.domain.picture_refusals import FileRefused
from returns_desk.domain.slips import Ribbon
from returns_desk.domain.snapshots import AttachmentSnapshot
from returns_desk.exchange.advance_mail import Letter, write_mail
from returns_desk.exchange.outside_files import ENDINGS, OutsideFile
from returns_desk.exchange.whole_file import safe_name, save_whole
from returns_desk.store.photo_shelf import FileShelf, PhotoShelf
from returns_desk.store.work import Work
from returns_desk.usecases.attach_file import attach_file
from returns_desk.usecases.copy_slip import AdvanceCopy
from returns_desk.usecases.look_papers import files_kept
from returns_desk.wording import Words
from returns_desk.wording.advance_copies import say_advance_body, say_advance_subject


def files_beside(photos: PhotoShelf) -> FileShelf:
    """Where the files lie, beside the photographs of a station."""
    return FileShelf(photos)


def keep_outside(
    desk: Desk, who: Signature, shelf: FileShelf, file: OutsideFile, number: str, kind: AttachmentKind
) -> Done[str]:
    """Keep a file with a batch; gives its id. Refuses ``ShelfRefused`` and what ``attach_file`` refuses."""

    def keep(work: Work) -> str:
        kept = attach_file(work, number, kind, file.facts)
        shelf.put(file.content, file.facts.sha256)
        return kept

    return desk.run(who, keep)


def outside_name(file: AttachmentSnapshot) -> str:
    """A name under which a kept file is written out: safe on every system, ending as what is in it."""
    ending = ENDINGS.get(file.media, ".bin")
    return safe_name(Path(file.name).stem, ending)


def write_out(shelf: FileShelf, file: AttachmentSnapshot, folder: Path) -> Path:
    """Write a kept file into a folder, to be opened there: the kept one is never opened itself. ``FileRefused``."""
    if not shelf.holds(file.sha256):
        raise FileRefused("missing", file.name)
    target = folder / outside_name(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        save_whole(target, shelf.path(file.sha256).read_bytes())
    except OSError:
        raise FileRefused("unreadable", file.name) from None
    return target


def file_faults(desk: Desk, shelf: FileShelf) -> tuple[BookFault, ...]:
    """Files that are not on the shelf, or no longer what they were: every one is read."""
    kept = desk.read(files_kept)
    lost = set(shelf.faults(dict.fromkeys(sha256 for _, sha256 in kept)))
    numbers = dict.fromkeys(number for number, sha256 in kept if sha256 in lost)
    return tuple(BookFault(BookFact.FILE_LOST, number) for number in numbers)


def draw_advance_copy(copy: AdvanceCopy, printed_at: datetime, name: str, evidence: bytes | None = None) -> bytes:
    """The e-mail that goes ahead, with the slip as a copy and maybe its evidence, in the partner's language."""
    words, slip = Words(copy.language), copy.content
    letter = Letter(
        copy.to, say_advance_subject(words, slip), say_advance_body(words, slip, evidence=evidence is not None)
    )
    drawn = render_slip(slip, copy.language, Ribbon.COPY, copy.copy, printed_at, name, dress=copy.dress)
    files = [(f"{slip.number}-copy-{copy.copy}.pdf", drawn)]
    return write_mail(letter, files if evidence is None else [*files, (f"{slip.number}-evidence.pdf", evidence)])
