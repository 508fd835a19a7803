"""The moves of the stock, for the shop's own system: whole, or from where it left off the last time.

Asking again with the id of the last move taken leaves no gap and brings nothing twice, also while other stations work.
Ids alone would not do: they are made before the commit, by clocks that differ, so that a smaller one may be seen after
a larger one. Therefore every move has a number too, given by a counter that a step holds until it is committed: what
has a larger number is seen later, always. The answer is in the order of these numbers, and an id stands for its number.
A moment is what the station's clock said when the step began: good for the first asking, and for a month's report.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from returns_desk.domain.refusals import BadValue, NotFound
from returns_desk.exchange.write_table import Cell
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.stock import MoveRow, Span, every_move, number_of_move
from returns_desk.store.work import Work
from returns_desk.usecases.export_rows import Write
from returns_desk.usecases.look_stock import TELLING
from returns_desk.wording import Words
from returns_desk.wording.events import say_event

COLUMNS = (
    "id", "at", "sku", "quantity", "from_status", "from_place", "to_status", "to_place", "item", "step", "station",
    "person", "what",
)  # fmt: skip
# Python by itself reads a row of any digits as a moment
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?P<time>[T ]\d\d.{0,30})?", re.ASCII | re.IGNORECASE)
_ID_DIGITS = 32
_HEX = frozenset("0123456789abcdef")


def export_movements(work: Work, write: Write, words: Words, since: str = "", until: str = "") -> None:
    """Every move of the span, oldest first. Looks only, so that there is no inverse.

    ``since`` and ``until`` are days or moments (without a zone: of this station's), ``since`` also the id of the last
    move taken, which does not come again. A day as ``until`` is the last one told, a moment is told no more.
    Refuses ``BadValue`` for what is neither, or ends before it begins, and ``NotFound`` for an id that no move has.
    """
    span = _span(work, since.strip(), until.strip())
    write(COLUMNS, _rows(work, span, words))


def _span(work: Work, since: str, until: str) -> Span:
    end = _moment(until, "until", whole_day=True) if until else None
    move_id = since.replace("-", "").casefold()
    if len(move_id) == _ID_DIGITS and _HEX.issuperset(move_id):
        number = number_of_move(work.session, move_id)
        if number is None:
            raise NotFound("move", since)
        return Span(after=number, until=end)
    begin = _moment(since, "since") if since else None
    if begin is not None and end is not None and end < begin:
        raise BadValue("until", until)
    return Span(since=begin, until=end)


def _moment(text: str, name: str, *, whole_day: bool = False) -> datetime:
    """A day or a moment as it was written. Refuses ``BadValue``."""
    written = _ISO.fullmatch(text)
    if written is None:
        raise BadValue(name, text)
    further = timedelta(days=1 if whole_day and not written["time"] else 0)
    try:
        return (datetime.fromisoformat(text) + further).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        raise BadValue(name, text) from None


def _rows(work: Work, span: Span, words: Words) -> Iterator[Sequence[Cell]]:
    for row in every_move(work.session, span, TELLING):
        move = row.move
        yield (
            move.id, move.at, row.sku, move.quantity, move.from_status.value, move.from_place, move.to_status.value,
            move.to_place, row.number, move.step_id or "", row.station, row.person.name if row.person else "",
            say_move(words, row),
        )  # fmt: skip


def say_move(words: Words, row: MoveRow) -> str:
    """What was done in the step that moved it, as plain text."""
    if row.entry is None:
        return words("What was here when the stock ledger was opened")
    return "".join(sign for sign in say_event(words, event_of(row.entry)) if sign not in "\u2068\u2069")
