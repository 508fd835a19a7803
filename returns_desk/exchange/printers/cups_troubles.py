"""What is wrong with a queue of CUPS, from the keywords that printers use for it (RFC 8011, printer-state-reasons)."""

from collections.abc import Mapping

from returns_desk.domain.printing import Trouble
from returns_desk.exchange.printers.ipp import Value

_STOPPED = 5  # printer-state
_GRADES = ("-error", "-warning", "-report")
# in the order in which they are told; the beginning of a keyword is enough: "media-empty", "media-empty-error"
_REASONS = {
    "media-jam": Trouble.PAPER_JAM,
    "cover-open": Trouble.COVER_OPEN,
    "door-open": Trouble.COVER_OPEN,
    "interlock-open": Trouble.COVER_OPEN,
    "input-tray-missing": Trouble.PAPER_OUT,
    "media-empty": Trouble.PAPER_OUT,
    "media-needed": Trouble.PAPER_OUT,
    "marker-supply-empty": Trouble.TONER_OUT,
    "toner-empty": Trouble.TONER_OUT,
    "developer-empty": Trouble.TONER_OUT,
    "spool-area-full": Trouble.DISK_FULL,
    "offline": Trouble.OFF,
    "shutdown": Trouble.OFF,
    "timed-out": Trouble.SILENT,
    "cups-missing-filter": Trouble.REFUSED,
    "cups-insecure-filter": Trouble.REFUSED,
}


def stop_of(state: Mapping[str, tuple[Value, ...]]) -> Trouble | None:
    """Why CUPS itself would not print now, or keeps what it is given for later."""
    if _STOPPED in state.get("printer-state", ()):
        return Trouble.STOPPED
    return Trouble.REFUSED if state.get("printer-is-accepting-jobs") == (False,) else None


def troubles_of(state: Mapping[str, tuple[Value, ...]]) -> tuple[Trouble, ...]:
    """Everything that is wrong: what stopped the queue first, then what the printer said of itself."""
    told = {_without_grade(str(reason)) for reason in state.get("printer-state-reasons", ())}
    found = [trouble for reason, trouble in _REASONS.items() if reason in told]
    stop = stop_of(state)
    return tuple(dict.fromkeys([stop, *found] if stop else found))


def _without_grade(reason: str) -> str:
    return next((reason.removesuffix(grade) for grade in _GRADES if reason.endswith(grade)), reason)
