"""A sentence for what happens to a batch on the board."""

from datetime import date

from returns_desk.domain import events as e
from returns_desk.domain.items import Disposition
from returns_desk.wording.words import Words

_FEW = 6


def say_board_event(words: Words, event: object) -> str | None:
    """What happened; ``None`` for events of other families."""
    match event:
        case e.BatchReady(number=number, lines=lines):
            return words("Batch {number} is ready to be submitted, lines: {lines}", number=number, lines=lines)
        case e.BatchReopened(number=number):
            return words("Batch {number} is collecting again", number=number)
        case e.BatchTurned():
            return _turned(words, event)
        case e.BatchDestroyed(number=number, witness=witness, day=day):
            return words(
                "Batch {number} destroyed here on {day}, witness: {witness}",
                number=number,
                day=_day(words, day),
                witness=witness,
            )
    return None


def say_pieces(items: tuple[str, ...]) -> str:
    """The first pieces by their numbers, and how many more."""
    more = len(items) - _FEW
    return ", ".join((*items[:_FEW], f"+{more}") if more > 0 else items)


def _day(words: Words, day: str) -> str:
    try:
        return words.date(date.fromisoformat(day))
    except ValueError:
        return day


def _turned(words: Words, event: e.BatchTurned) -> str:
    if event.to == Disposition.DONATE:
        said = words("Batch {number}: pieces donated instead: {count}", number=event.number, count=event.moved)
    else:
        said = words("Batch {number}: pieces recycled instead: {count}", number=event.number, count=event.moved)
    if not event.left:
        return said
    return f"{said}; {words('these stay: {items}', items=say_pieces(event.left))}"
