"""``printers``: which there are, where this station's papers and labels go, and sending them elsewhere."""

from dataclasses import asdict, replace

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.documents.labels import label_size
from returns_desk.domain.paper_look import PaperSize
from returns_desk.domain.printer_address import parse_address
from returns_desk.domain.printing import LABELS, PAPERS, PaperKind, Route
from returns_desk.domain.refusals import BadValue
from returns_desk.exchange.printers import find_printers
from returns_desk.exchange.printers.printer import ZPL
from returns_desk.settings import Settings, load, save
from returns_desk.wording import Words


def show_printers(call: Call) -> int:
    """The printers of this computer, and this station's routes."""
    words, found = call.words, find_printers()
    lines = [_say_found(words, each.address, each.trays, usual=each.usual) for each in found]
    lines = lines or [words("The system offers no printers")]
    routes = station_routes(call.settings)
    lines += [_say_route(words, key, route) for key, route in routes.items()]
    call.answer({"found": found, "routes": _rows(routes)}, lines)
    return 0


def set_printer(call: Call) -> int:
    """Let a kind of paper go to a printer from now on. Refuses nonsense, and leaves the settings as they were."""
    args, key = call.args, call.args.kind.replace("-", " ")
    route = Route(
        printer=parse_address(args.printer),
        copies=args.copies,
        tray=args.tray,
        size=_checked_size(key, args.size),
        dpi=args.dpi,
        language=args.language or "",
        speaks=_checked_speech(key, args.speaks),
    )
    settings = load(call.home)
    return _change(call, replace(settings, routes={**settings.routes, key: route}))


def clear_printer(call: Call) -> int:
    """Let a kind of paper go where the others go; all labels or papers: into the folder."""
    key = call.args.kind.replace("-", " ")
    settings = load(call.home)
    return _change(call, replace(settings, routes={k: route for k, route in settings.routes.items() if k != key}))


def station_routes(settings: Settings) -> dict[str, Route]:
    """Where this station's labels and papers go, and the kinds that have a route of their own."""
    families = {key: settings.routes.get(key, Route()) for key in (LABELS, PAPERS)}
    return families | {key: route for key, route in sorted(settings.routes.items()) if key not in families}


def say_key(words: Words, key: str) -> str:
    """A route's kind of paper, in words."""
    named = {LABELS: words("All labels"), PAPERS: words("All papers")}
    return named.get(key) or words.name(PaperKind(key))


def _change(call: Call, settings: Settings) -> int:
    try:
        save(call.home, settings)
    except OSError:
        raise CommandRefused(call.words("{file} cannot be written", file=call.home)) from None
    routes = station_routes(settings)
    call.answer({"routes": _rows(routes)}, [_say_route(call.words, key, route) for key, route in routes.items()])
    return 0


def _rows(routes: dict[str, Route]) -> list[dict[str, object]]:
    return [{"kind": key, **asdict(route)} for key, route in routes.items()]


def _checked_size(key: str, size: str) -> str:
    if not size:
        return ""
    if key == LABELS or (key != PAPERS and PaperKind(key).is_label):
        label_size(size)
        return size.strip().lower()
    sheet = next((known.value for known in PaperSize if known.value.lower() == size.strip().lower()), None)
    if sheet is None:
        raise BadValue("sheet_size", size)
    return sheet


def _checked_speech(key: str, speaks: str) -> str:
    if speaks == ZPL and key != LABELS and (key == PAPERS or not PaperKind(key).is_label):
        raise BadValue("speaks", speaks)
    return speaks


def _say_found(words: Words, address: str, trays: tuple[str, ...], *, usual: bool) -> str:
    said = words("{address}, the usual one", address=address) if usual else address
    return words("{printer}; trays: {trays}", printer=said, trays=", ".join(trays)) if trays else said


def _say_route(words: Words, key: str, route: Route) -> str:
    more = [route.size, f"{route.dpi} dpi" if route.dpi else "", route.tray, route.language, route.speaks]
    more += [f"×{route.copies}"] if route.copies > 1 else []
    said = ", ".join([route.printer, *filter(None, more)])
    return words("{kind}: {printer}", kind=say_key(words, key), printer=said)
