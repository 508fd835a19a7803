"""Refusals about printers: addresses at which none can be, routes that lead nowhere."""

from returns_desk.domain.refusals import BadValue, DeskError
from returns_desk.wording.words import Words

ADDRESSES = "folder, folder:/path, zpl://host:9100, raw:/dev/usb/lp0, cups://QUEUE, windows://NAME"


def printer_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact, and what to do about it."""
    match refusal:
        case BadValue("printer", value):
            return words("{value} is not the address of a printer", value=value), _one_of(words, ADDRESSES)
        case BadValue("sheet_size", value):
            return words("{value} is no size of a sheet", value=value), _one_of(words, "A4, Letter")
        case BadValue("speaks", value):
            return words("Only labels are printed as {value}", value=value), ""
    return None


def _one_of(words: Words, forms: str) -> str:
    return words("One of: {forms}", forms=forms)
