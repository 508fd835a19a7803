"""How a printer is called and how it is, in words with a tone."""

from returns_desk.desktop.mark_words import short_trouble
from returns_desk.domain.printer_address import CUPS, RAW, WINDOWS, ZPL, PrinterAddress, read_address
from returns_desk.domain.printing import FOLDER, LABELS, PAPERS, PaperKind, PrinterStatus, Trouble
from returns_desk.domain.refusals import BadValue
from returns_desk.wording import Words
from returns_desk.wording.words import isolated

SYSTEM = "system"  # CUPS or Windows: what the system offers
_UNTOLD = (Trouble.REFUSED, Trouble.NOT_DRAWN)
CALM = frozenset({Trouble.BUFFER_FULL, Trouble.TOO_HOT, Trouble.TOO_COLD})  # it goes on by itself


def address_of(text: str) -> PrinterAddress:
    """An address as settings have it; one that is none counts as a folder that is not there."""
    try:
        return read_address(text)
    except BadValue:
        return PrinterAddress(FOLDER, text)


def kind_of(text: str) -> str:
    """Which kind of printer an address names: folder, zpl, system or raw."""
    kind = address_of(text).kind
    return SYSTEM if kind in (CUPS, WINDOWS) else kind


def say_kind(words: Words, kind: str) -> str:
    """A kind of printer."""
    return {
        FOLDER: words("Files in a folder"),
        ZPL: words("Label printer on the network"),
        SYSTEM: words("Printer of this computer"),
        RAW: words("Label printer on a cable"),
    }[kind]


def say_place(text: str) -> str:
    """Where a printer is, without how it is reached; empty for the usual folder."""
    at = address_of(text)
    return f"{at.place}:{at.port}" if at.kind == ZPL else at.place


def say_printer(words: Words, text: str) -> str:
    """A printer in one line."""
    kind, place = say_kind(words, kind_of(text)), say_place(text)
    return f"{kind} · {isolated(place)}" if place else kind


def say_key(words: Words, key: str) -> str:
    """A route: all labels, all papers, or a kind of its own."""
    match key:
        case "labels":
            return words("All labels")
        case "papers":
            return words("All papers")
    return words.name(PaperKind(key))


def say_status(words: Words, status: PrinterStatus | None) -> str:
    """How a printer is, in a few words."""
    if status is None:
        return words("Asking…")
    if status.troubles:
        return " · ".join(short_trouble(words, trouble) for trouble in status.troubles)
    return (
        words("In the printer's memory: {count}", count=status.waiting) if status.waiting else words("Ready to print")
    )


def say_trouble(words: Words, trouble: Trouble, said: str) -> str:
    """Why nothing was printed; the printer's or the system's own words only where ours do not say it all."""
    name = words.name(trouble)
    return f"{name}: {isolated(said)}" if said and trouble in _UNTOLD else name


def tone_of(status: PrinterStatus | None) -> str:
    """The tone of that."""
    if status is None:
        return ""
    if not status.troubles:
        return "ok"
    return "ask" if CALM.issuperset(status.troubles) else "bad"


def is_family(key: str) -> bool:
    """Whether a route counts for all labels or all papers."""
    return key in (LABELS, PAPERS)
