"""Refusals about labels: a size, dots or a form in which none can be drawn."""

from returns_desk.domain.refusals import BadValue, DeskError
from returns_desk.wording.words import Words


def label_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact, and what to do about it."""
    match refusal:
        case BadValue("label_size", value):
            return words("{value} is no size of a label", value=value), words(
                "62, 100x50 or any width x height in millimetres, from 25x15 (40x12, 20x40) to 210x300"
            )
        case BadValue("dpi", value):
            return words("No label is drawn for {value} dots per inch", value=value), words(
                "100 to 1200; label printers have 203, 300 or 600"
            )
        case BadValue("labels", count):
            return words("A picture holds one label, not {count}", count=count), words(
                "Several go into one PDF or ZPL file"
            )
        case BadValue("label_format", value):
            return words("A label is drawn as PDF, PNG or ZPL, not as {value}", value=value), ""
    return None
