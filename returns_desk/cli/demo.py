"""``demo``: the sample shop's whole day without a screen, in a folder of its own, with all that comes out of it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.day import CLERK, SECOND_CLERK, Batches, Day, boxes_of
from returns_desk.cli.demo_papers import Papers
from returns_desk.darkroom import photo_faults
from returns_desk.desk import Desk
from returns_desk.documents.sample_photo import sample_photo
from returns_desk.domain.batches import BatchState
from returns_desk.domain.books import BookFault
from returns_desk.domain.people import OWNER
from returns_desk.domain.photos import PhotoKind
from returns_desk.exchange.reading import Import
from returns_desk.store.database import FILE_NAME, open_database, sqlite_url
from returns_desk.store.photo_shelf import FOLDER_NAME, PhotoShelf
from returns_desk.store.sqlite_file import APPLICATION_ID, read_header
from returns_desk.usecases.fill_sample import fill_sample, sample_insides
from returns_desk.usecases.import_rows import what_import_needs
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording import Words
from returns_desk.wording.book_faults import say_book_fault

HOME = "desk"
SHOWN = "RR123456785IL"  # the box that lies open on the pictures
_STEPS = 8


def demo(call: Call) -> int:
    """Play the day; 1 when its books do not balance at the end."""
    folder: Path = call.args.folder.absolute()
    home = folder / HOME
    _clear(call, home)
    desk = Desk(open_database(sqlite_url(home)), call.station)
    try:
        faults = _play(call, desk, folder, PhotoShelf(home / FOLDER_NAME))
    finally:
        desk.close()
    words = call.words
    lines = [say_book_fault(words, fault) for fault in faults]
    lines += [
        words("The day is in {folder}; its summary is {file}", folder=folder, file="summary.pdf"),
        words("Look round in it: {command}", command=f"returns-desk --home {home}"),
    ]
    call.answer({"folder": folder, "ok": not faults, "files": sorted(_files(folder))}, lines)
    return 1 if faults else 0


def _clear(call: Call, home: Path) -> None:
    """Take away the day that was played there before, and nothing else."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        header = read_header(home / FILE_NAME)
        if header is not None and header.application_id == APPLICATION_ID:
            for ending in ("", "-wal", "-shm"):
                (home / f"{FILE_NAME}{ending}").unlink(missing_ok=True)
    except OSError:
        raise CommandRefused(call.words("{file} cannot be written", file=home.parent)) from None


def _play(call: Call, desk: Desk, folder: Path, shelf: PhotoShelf) -> tuple[BookFault, ...]:
    words = call.words
    steps = count(1)

    def tell(what: str) -> None:
        call.warn(words("{step} of {steps}: {what}", step=next(steps), steps=_STEPS, what=what))

    tell(words("opening the sample shop"))
    desk.run(OWNER, fill_sample)
    boxes = boxes_of(sample_insides(Import(*desk.read(what_import_needs))))
    shown = next(box for box in boxes if box[0] == SHOWN)
    boxes.remove(shown)
    day, batches = Day(desk, shelf, _drawing(words)), Batches(desk)
    papers = Papers(call, desk, folder, shelf)
    tell(words("unpacking {parcels} parcels, scan by scan", parcels=len(boxes) + 1))
    for place, box in enumerate(boxes):
        if place in (0, len(boxes) // 2):
            day.sign_in(CLERK if place else SECOND_CLERK)
        day.unpack(box)
    batches.submit_all()
    day.begin(shown)
    tell(words("drawing the screens"))
    papers.draw_screens()
    day.go_on(shown)
    batches.submit_all()
    tell(words("approving the batches"))
    batches.approve_all()
    batches.authorize_all()
    tell(words("printing the slips in both languages"))
    papers.print_slips(batches.rows())
    tell(words("shipping, and recording a credit"))
    batches.ship(batches.rows(BatchState.APPROVED, BatchState.AUTHORIZED)[:3])
    batches.settle()
    tell(words("printing labels and sheets"))
    papers.print_labels()
    papers.print_sheets()
    tell(words("checking the books and writing the summary"))
    faults = (*desk.read(verify_books), *photo_faults(desk, shelf))
    papers.write_summary(day.tally, batches.rows(), sound=not faults)
    return faults


def _drawing(words: Words) -> Callable[[PhotoKind, str], bytes]:
    """Drawings in the place of photographs, which say that they are drawings."""
    return lambda kind, number: sample_photo(kind, number, words("Sample picture: {kind}", kind=words.name(kind)))


def _files(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
