"""A sentence for every refusal about the pieces in a box, and about older steps."""

from returns_desk.domain import contents_refusals as r
from returns_desk.domain.refusals import DeskError, WrongState
from returns_desk.wording.events import say_event
from returns_desk.wording.words import Words


def contents_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; ``None`` for refusals of other families."""
    return _of_quantity(words, refusal) or _of_piece(words, refusal) or _of_step(words, refusal)


def _of_quantity(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.OneByOne(number):
            return words("Item {number} has a serial number of its own", number=number), words(
                "Scan such pieces one by one"
            )
        case r.CountedAlready(number):
            return words("Item {number} was counted already, over several lines", number=number), words(
                "Undo that, then type the right number"
            )
        case r.CannotMerge(number, differs="same"):
            return words("{number} is the item in hand itself", number=number), words("Scan the label of the other one")
        case r.CannotMerge(number, other, differs):
            what = _what(words, differs)
            return (
                words("{number} and {other} are not alike: {what}", number=number, other=other, what=what),
                words("They stay two items"),
            )
    return None


def _of_piece(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.InHandElsewhere(number, station):
            return (
                words("Item {number} is in hand at station {station}", number=number, station=station),
                words("Decide or hold it there first"),
            )
        case r.SerialFirst(number):
            return (
                words("The serial number of {number} was not read yet", number=number),
                words("Scan it; if nobody can read it: DO-NOSERIAL"),
            )
        case r.OpenCartonFirst(number):
            return (
                words("The supplier asks for the serial numbers in carton {number}", number=number),
                words("Open it (DO-CARTON) and scan them one by one, or choose another way"),
            )
        case r.SerialNotAsked(number):
            return words("No serial number is missing at {number}", number=number), ""
        case r.SerialTwice(serial, number):
            return words("{serial} was read already: it is {number}", serial=serial, number=number), words(
                "One piece was read twice; scan the next one"
            )
        case r.OnlyOne(number):
            return (
                words("{number} is a single piece", number=number),
                words("If there are more of it, type how many; then split"),
            )
        case r.NotEmpty(parcel, items):
            return (
                words("Parcel {number} was not empty: {items}", number=parcel, items=", ".join(items)),
                words("Close it (DO-CLOSE), or undo what was taken"),
            )
    return None


def _of_step(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.StepTouched(what, later):
            way_on = words("It went on since: {step}", step=say_event(words, later)) if later else ""
            return words("{what} cannot be undone any more", what=what), way_on
        case r.AtItsStation(what, station):
            return words("{what} was done at station {station}", what=what, station=station), words(
                "Take it back there"
            )
        case r.AlreadyUndone(what):
            return words("{what} was taken back already", what=what), ""
        case WrongState("product", number, "dropped"):
            return words("{product} is no longer in the catalogue", product=number), ""
        case WrongState("product", number):
            return words("{product} is in the catalogue", product=number), ""
    return None


def _what(words: Words, differs: str) -> str:
    return {
        "product": words("product"),
        "lot": words("lot or last day"),
        "parcel": words("parcel"),
        "return": words("return authorization"),
        "condition": words("condition"),
        "hold": words("hold"),
        "outcome": words("what was agreed with the customer"),
    }.get(differs, differs)
