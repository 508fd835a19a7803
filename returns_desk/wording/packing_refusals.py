"""A sentence for every refusal of packing, and for a supplier's number that does not do."""

from datetime import date

from returns_desk.domain import packing_refusals as r
from returns_desk.domain.refusals import BadValue, DeskError, NotFound, WrongState
from returns_desk.wording.words import Words

_NAMED = 5


def packing_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; ``None`` for refusals of other families."""
    return _of_piece(words, refusal) or _of_carton(words, refusal) or _of_number(words, refusal)


def _of_piece(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NotOfBatch(number, batch, other) if other:
            return (
                words("{number} belongs to batch {other}, not to {batch}", number=number, other=other, batch=batch),
                words("Put it aside"),
            )
        case r.NotOfBatch(number, batch):
            return words("{number} is not in batch {batch}", number=number, batch=batch), words("Put it aside")
        case r.LineSentBackRefused(number):
            return words("{number} was sent back by the supervisor", number=number), words("It does not travel")
        case r.InCarton(number, carton, same=True):
            return words("{number} is in {carton} already", number=number, carton=carton), words("Scan the next")
        case r.InCarton(number, carton):
            return words("{number} is packed in another carton: {carton}", number=number, carton=carton), words(
                "Take it out there first"
            )
        case r.NotInCarton(number, carton):
            return words("{number} is not in {carton}", number=number, carton=carton), ""
    return None


def _of_carton(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.CartonShut(carton):
            return words("Carton {carton} is closed", carton=carton), words("Open it again, or begin another")
        case r.CartonOpen(carton):
            return words("Carton {carton} is open", carton=carton), ""
        case r.CartonEmpty(carton):
            return words("Carton {carton} is empty", carton=carton), words("Scan an item into it")
        case r.CartonFull(carton):
            return words("There are items in carton {carton}", carton=carton), words("Take them out first")
        case r.CartonUnweighed(carton):
            return words("Carton {carton} was not weighed", carton=carton), words("Weigh it and enter its weight")
    return _of_batch(words, refusal)


def _of_batch(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NoCarton(batch):
            return words("No carton of {batch} is open", batch=batch), words("Begin a carton, or scan an open one")
        case r.NotAllPacked(number, unpacked, open_cartons):
            return _not_packed(words, number, unpacked, open_cartons)
        case r.NothingTravels(number):
            return words("The goods of {number} are destroyed here", number=number), words(
                "Nothing is packed or shipped"
            )
        case r.NoMoreUnits(prefix):
            return words("All SSCC numbers of {prefix} are used up", prefix=prefix), words(
                "Enter another company prefix in Settings"
            )
        case NotFound("carton", number):
            return words("There is no carton {number}", number=number), ""
    return None


def _not_packed(words: Words, number: str, unpacked: tuple[str, ...], open_cartons: tuple[str, ...]) -> tuple[str, str]:
    if not unpacked:
        return words("Not closed yet: {cartons}", cartons=", ".join(open_cartons)), words("Weigh and close each carton")
    some = ", ".join(unpacked[:_NAMED]) + (", …" if len(unpacked) > _NAMED else "")
    return words("Not packed yet in {number}: {items}", number=number, items=some), words("Scan them into a carton")


def _of_number(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.AuthorizationUsed(authorization, batch):
            return words(
                "The supplier's number {given} is on {batch} already", given=authorization, batch=batch
            ), words("Check it; if it is right, say so and it is used again")
        case r.AuthorizationOver(day):
            return words("The number would be past its last day already: {day}", day=_day(words, day)), words(
                "Ask the supplier for another"
            )
        case WrongState("batch", number, "authorization expired"):
            return words("The supplier's number for {number} is past its last day", number=number), words(
                "Ask the supplier for a number again"
            )
        case BadValue("gs1_prefix", value):
            return words("{value} is not a GS1 company prefix", value=value), words("7 to 10 digits, as GS1 gave it")
    return None


def _day(words: Words, text: str) -> str:
    try:
        return words.date(date.fromisoformat(text))
    except ValueError:
        return text
