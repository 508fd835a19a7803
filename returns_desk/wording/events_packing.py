"""A sentence for every event of packing, of the supplier's number and of the way to the partner."""

from datetime import date

from returns_desk.domain import events as e
from returns_desk.domain.sscc import shown_sscc
from returns_desk.wording.words import Words


def say_packing_event(words: Words, event: object) -> str | None:
    """What happened; ``None`` for events of other families."""
    return _of_carton(words, event) or _of_number(words, event)


def _of_carton(words: Words, event: object) -> str | None:
    match event:
        case e.CartonBegun(number=number, batch=batch, sscc=sscc) if sscc:
            return words("Carton {number} begun for {batch}, {sscc}", number=number, batch=batch, sscc=shown_sscc(sscc))
        case e.CartonBegun(number=number, batch=batch):
            return words("Carton {number} begun for {batch}", number=number, batch=batch)
        case e.ItemPacked(number=number, carton=carton):
            return words("{number} packed in {carton}", number=number, carton=carton)
        case e.ItemUnpacked(number=number, carton=carton):
            return words("{number} taken out of {carton}", number=number, carton=carton)
        case e.CartonClosed(number=number, weight_g=weight):
            return words("Carton {number} closed: {kilos} kg", number=number, kilos=words.number(weight / 1000))
        case e.CartonReopened(number=number):
            return words("Carton {number} opened again", number=number)
        case e.CartonRemoved(number=number):
            return words("Carton {number} taken away", number=number)
    return None


def _of_number(words: Words, event: object) -> str | None:
    match event:
        case e.AuthorizationAsked(number=number, authorization=authorization):
            return words("Another number is asked for {number}: {old} counts no more", number=number, old=authorization)
        case e.BatchDelivered(number=number, at=at, credit_due=due) if due:
            return words(
                "Batch {number} was delivered on {day}, the credit is due by {due}",
                number=number,
                day=_day(words, at),
                due=_day(words, due),
            )
        case e.BatchDelivered(number=number, at=at):
            return words("Batch {number} was delivered on {day}", number=number, day=_day(words, at))
        case e.PrefixSet(prefix=prefix) if prefix:
            return words("GS1 company prefix: {prefix}", prefix=prefix)
        case e.PrefixSet():
            return words("The shop has no GS1 company prefix")
    return None


def _day(words: Words, text: str) -> str:
    try:
        return words.date(date.fromisoformat(text))
    except ValueError:
        return text
