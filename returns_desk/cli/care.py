"""``verify``, ``migrate``, ``backup``, ``restore``: the database's care."""

from pathlib import Path

from returns_desk.cli.call import Call
from returns_desk.cli.checking import look_around
from returns_desk.darkroom import photo_faults
from returns_desk.desk import now_utc
from returns_desk.domain.refusals import StoreRefused
from returns_desk.filing import file_faults
from returns_desk.store.backup import back_up
from returns_desk.store.backup import restore as restore_copy
from returns_desk.store.database import SCHEMA, open_database, path_of
from returns_desk.store.photo_shelf import FileShelf, PhotoShelf
from returns_desk.store.sqlite_file import read_header
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording.book_faults import say_book_fault


def check(call: Call) -> int:
    """Look whether everything is in order at this station; 1 when something is not."""
    looks = look_around(call)
    words = call.words
    lines = [
        f"{words('good') if look.ok else words('WRONG')}  {look.name}: {look.detail}".rstrip(": ") for look in looks
    ]
    well = all(look.ok for look in looks)
    call.answer({"ok": well, "checks": looks}, lines)
    return 0 if well else 1


def verify(call: Call) -> int:
    """Check the journal's chain and the books' balance; 1 when they do not hold."""
    with call.desk() as desk:
        shelf = shelf_of(call.settings, call.home)
        faults = (*desk.read(verify_books), *photo_faults(desk, shelf), *file_faults(desk, FileShelf(shelf)))
    told = [say_book_fault(call.words, fault) for fault in faults]
    document = {
        "ok": not faults,
        "faults": [
            {"fact": fault.fact, "subject": fault.subject, "says": call.clean(said)}
            for fault, said in zip(faults, told, strict=True)
        ],
    }
    call.answer(document, told or [call.words("The journal's chain holds and the books balance")])
    return 1 if faults else 0


def migrate(call: Call) -> int:
    """Bring the database up to date (opening it does that, after a backup)."""
    path = path_of(call.url)
    header = read_header(path) if path else None
    before = header.schema if header else SCHEMA
    open_database(call.url, create=False).close()
    said = call.words("The database was up to date already")
    if before < SCHEMA:
        said = call.words("The database was brought up to date; a copy of the old one lies beside it")
    call.answer({"before": before, "now": SCHEMA}, [said])
    return 0


def backup(call: Call) -> int:
    """Write a whole, checked copy."""
    source = _file(call)
    open_database(call.url, create=False).close()
    back_up(source, call.args.file)
    size = call.args.file.stat().st_size
    shelf, beside = shelf_of(call.settings, call.home), _photos_beside(call.args.file)
    lines = [call.words("Copied whole to {file}", file=call.args.file)]
    if call.args.photos:
        copy = PhotoShelf(beside)
        copy.fill_from(shelf)
        FileShelf(copy).fill_from(FileShelf(shelf))
        lines.append(call.words("The photographs are beside it, in {folder}", folder=beside))
    elif next(shelf.names(), None) or next(FileShelf(shelf).names(), None):
        lines.append(call.words("Photographs are not in it: copy {folder} too, or use --photos", folder=shelf.folder))
    copied = beside if call.args.photos else None
    call.answer({"file": call.args.file, "bytes": size, "photos": copied}, lines)
    return 0


def _photos_beside(copy: Path) -> Path:
    """Where the photographs that belong to a copy lie."""
    return copy.with_name(f"{copy.name}-photos")


def restore(call: Call) -> int:
    """Put a copy in the database's place; the present data are kept in a file beside it."""
    live = _file(call)
    kept = restore_copy(call.args.file, live, now_utc())
    lines = [call.words("{file} is the database now", file=call.args.file)]
    if kept:
        lines.append(call.words("The data until now are kept in {file}", file=kept))
    shelf, beside = shelf_of(call.settings, call.home), PhotoShelf(_photos_beside(call.args.file))
    came = shelf.fill_from(beside)
    FileShelf(shelf).fill_from(FileShelf(beside))
    if came:
        lines.append(call.words("Photographs that came with it: {count}", count=came))
    call.answer({"database": live, "kept": kept, "photos": came}, lines)
    return 0


def _file(call: Call) -> Path:
    path = path_of(call.url)
    if path is None:
        raise StoreRefused("server")
    return path
