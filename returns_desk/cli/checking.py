"""The looks of ``check``: each says one thing about this station, and whether it is in order."""

import platform
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from returns_desk.cli.call import Call
from returns_desk.cli.printers import say_key, station_routes
from returns_desk.darkroom import photo_faults
from returns_desk.domain.printing import LABELS, PAPERS, PaperKind, Trouble
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.printers import FolderPrinter, Printer, printer_of
from returns_desk.scanning.engines import zbar_available
from returns_desk.store.health import health
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.usecases.verify_books import verify_chains
from returns_desk.wording.book_faults import say_book_fault
from returns_desk.wording.refusals import refusal_line

_LEAST_FREE = 200 * 1024 * 1024  # bytes; a busy day's photos and papers


@dataclass(frozen=True)
class Look:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str


def look_around(call: Call) -> list[Look]:
    """All looks, in the order in which a person would ask."""
    return [_versions(call), _decoders(call), *_database(call), _photos(call), *_printers(call), _space(call)]


def _versions(call: Call) -> Look:
    named = [f"Python {platform.python_version()}"]
    for package in ("returns-desk", "PySide6-Essentials", "SQLAlchemy", "reportlab"):
        try:
            named.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            named.append(f"{package} —")
    return Look(call.words("Versions"), True, ", ".join(named))


def _decoders(call: Call) -> Look:
    """Without zbar the program works, only fewer damaged codes are read: said, not a fault."""
    if zbar_available():
        return Look(call.words("Decoders"), True, "zxing-cpp, zbar")
    return Look(call.words("Decoders"), True, call.words("zxing-cpp only: the system library libzbar is missing"))


def _database(call: Call) -> list[Look]:
    words = call.words
    name = words("Database")
    try:
        with call.desk() as desk:
            found = health(desk.database)
            where = str(desk.database.path or "")
            faults = desk.read(verify_chains)
    except DeskError as refusal:
        return [Look(name, False, call.clean(refusal_line(words, refusal)))]
    broken = "; ".join(call.clean(say_book_fault(words, fault)) for fault in faults)
    said = f"{found.engine}, {call.clean(words('schema {number}', number=found.schema))} {where}".strip()
    return [
        Look(name, not found.trouble, found.trouble or said),
        Look(words("Journal"), not faults, broken or words("the chain holds")),
    ]


def _photos(call: Call) -> Look:
    """Whether the picture of every photograph is there; what is in them is looked at by ``verify``."""
    words, shelf = call.words, shelf_of(call.settings, call.home)
    try:
        with call.desk() as desk:
            lost = photo_faults(desk, shelf, thorough=False)
    except DeskError:
        lost = ()  # said of the database already
    said = "; ".join(call.clean(say_book_fault(words, fault)) for fault in lost[:3])
    if call.settings.photos and not shelf.folder.is_dir():
        gone = words("The folder for photographs {folder} is not there", folder=shelf.folder)
        return Look(words("Photographs"), False, call.clean(gone))
    return Look(words("Photographs"), not lost, said or str(shelf.folder))


def _printers(call: Call) -> list[Look]:
    """How each printer of this station is; two routes to the same one are one look."""
    looks: dict[tuple[str, str], Look] = {}
    for key, route in station_routes(call.settings).items():
        family = key if key in (LABELS, PAPERS) else PaperKind(key).family
        if (route.printer, family) not in looks:
            looks[route.printer, family] = _printer(call, key, printer_of(route, call.home, family))
    return list(looks.values())


def _printer(call: Call, key: str, printer: Printer) -> Look:
    """A printer that only the window can use is not looked at from here, and is no fault."""
    words, status = call.words, printer.status()
    names = {LABELS: words("Label printer"), PAPERS: words("Printer of papers")}
    troubles = "; ".join(words.name(trouble) for trouble in status.troubles)
    said = words("{what} ({said})", what=troubles, said=status.said) if troubles and status.said else troubles
    where = str(printer.folder) if isinstance(printer, FolderPrinter) else printer.address
    ok = status.ready or status.troubles == (Trouble.NEEDS_WINDOW,)
    return Look(names.get(key) or say_key(words, key), ok, f"{where}: {call.clean(said)}" if said else where)


def _space(call: Call) -> Look:
    folder = next(place for place in (call.home, *call.home.parents) if place.exists())
    free = shutil.disk_usage(folder).free
    said = call.clean(call.words("{size} MB free", size=call.words.number(free // 1024**2)))
    return Look(call.words("Disk space"), free >= _LEAST_FREE, said)
