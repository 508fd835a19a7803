"""Read the stock ledger: what stands where, and the moves that brought it there, in the order they were done."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, or_, select, union_all
from sqlalchemy.orm import Session

from returns_desk.domain.items import StockStatus
from returns_desk.store.records import (
    ItemRecord,
    JournalRecord,
    PersonRecord,
    ProductRecord,
    StationRecord,
    StockMoveRecord,
)

_PIECE = 500
_ELSEWHERE = (StockStatus.OUTSIDE, StockStatus.GONE)


@dataclass(frozen=True)
class Span:
    """Which moves: behind a number (not with it), from a moment on, up to a moment (not with it)."""

    after: int = 0
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class MoveRow:
    """A move with all that it names; ``entry`` is what the journal says of its step."""

    move: StockMoveRecord
    sku: str
    number: str
    station: str
    person: PersonRecord | None
    entry: JournalRecord | None


def sides(*wanted: ColumnElement[bool]) -> Subquery:
    """Both sides of every move: what came into an account, and below zero what left it."""
    came = select(
        StockMoveRecord.product_id,
        StockMoveRecord.to_status.label("status"),
        StockMoveRecord.to_place.label("place"),
        StockMoveRecord.quantity.label("quantity"),
    )
    left = select(
        StockMoveRecord.product_id,
        StockMoveRecord.from_status,
        StockMoveRecord.from_place,
        -StockMoveRecord.quantity,
    )
    return union_all(came.where(*wanted), left.where(*wanted)).subquery("sides")


def stock_of_product(session: Session, product_id: str) -> list[tuple[StockStatus, str, int]]:
    """What is here or expected of one product, by status and place."""
    both = sides(StockMoveRecord.product_id == product_id)
    total = func.sum(both.c.quantity)
    query = select(both.c.status, both.c.place, total).where(both.c.status.not_in(_ELSEWHERE))
    query = query.group_by(both.c.status, both.c.place).having(total != 0)
    found = [(status, place, int(quantity)) for status, place, quantity in session.execute(query)]
    order = list(StockStatus)
    return sorted(found, key=lambda row: (order.index(row[0]), row[1]))


def stock_sums(session: Session) -> Iterator[tuple[ProductRecord, StockStatus, str, int]]:
    """How many of each product are here or expected, by SKU, status and place."""
    both = sides()
    total = func.sum(both.c.quantity).label("total")
    sums = (
        select(both.c.product_id, both.c.status, both.c.place, total)
        .where(both.c.status.not_in(_ELSEWHERE))
        .group_by(both.c.product_id, both.c.status, both.c.place)
        .having(total != 0)
        .subquery("sums")
    )
    query = (
        select(ProductRecord, sums.c.status, sums.c.place, sums.c.total)
        .join(sums, sums.c.product_id == ProductRecord.id)
        .order_by(ProductRecord.sku, sums.c.status, sums.c.place)
    )
    for product, status, place, quantity in session.execute(query.execution_options(yield_per=_PIECE)):
        yield product, status, place, int(quantity)


def number_of_move(session: Session, move_id: str) -> int | None:
    """The place of a move in the row of all, by its id."""
    return session.scalar(select(StockMoveRecord.seq).where(StockMoveRecord.id == move_id))


def every_move(session: Session, span: Span, kinds: Collection[str]) -> Iterator[MoveRow]:
    """The moves of a span in the order in which they were done, a piece at a time; ``kinds`` tell a step best."""
    query = _moves().order_by(StockMoveRecord.seq).limit(_PIECE)
    if span.since is not None:
        query = query.where(StockMoveRecord.at >= span.since)
    if span.until is not None:
        query = query.where(StockMoveRecord.at < span.until)
    rows = _told(session, query.where(StockMoveRecord.seq > span.after), kinds)
    while rows:
        yield from rows
        last = rows[-1].move.seq
        session.expunge_all()  # what was written is not kept in memory
        rows = _told(session, query.where(StockMoveRecord.seq > last), kinds)


def newest_moves(session: Session, product_id: str, limit: int, kinds: Collection[str]) -> list[MoveRow]:
    """The last moves of one product, newest first."""
    query = _moves().where(StockMoveRecord.product_id == product_id)
    return _told(session, query.order_by(StockMoveRecord.seq.desc()).limit(limit), kinds)


def _moves() -> Select[StockMoveRecord, str, str, str]:
    return (
        select(StockMoveRecord, ProductRecord.sku, ItemRecord.number, StationRecord.name)
        .join(ProductRecord, ProductRecord.id == StockMoveRecord.product_id)
        .outerjoin(ItemRecord, ItemRecord.id == StockMoveRecord.item_id)
        .outerjoin(StationRecord, StationRecord.id == StockMoveRecord.station_id)
    )


def _told(session: Session, query: Select[StockMoveRecord, str, str, str], kinds: Collection[str]) -> list[MoveRow]:
    rows = list(session.execute(query))
    entries = _entries(session, [row[0] for row in rows], kinds)
    people = _people(session, {entry.person_id for entry in entries.values() if entry.person_id})
    told = []
    for move, sku, number, station in rows:
        entry = entries.get((move.step_id, move.item_id)) or entries.get((move.step_id, None))
        person = people.get(entry.person_id) if entry and entry.person_id else None
        told.append(MoveRow(move, sku, number or "", station or "", person, entry))
    return told


def _entries(
    session: Session, moves: Sequence[StockMoveRecord], kinds: Collection[str]
) -> dict[tuple[str | None, str | None], JournalRecord]:
    """What the journal says of each step: of the very piece, and for the others the first thing it says."""
    steps = {move.step_id for move in moves if move.step_id}
    pieces = {move.item_id for move in moves if move.item_id}
    query = select(JournalRecord).where(JournalRecord.step_id.in_(steps))
    of_all = and_(JournalRecord.item_id.is_(None), JournalRecord.kind.in_(kinds))
    query = query.where(or_(JournalRecord.step_line == 0, of_all, JournalRecord.item_id.in_(pieces)))
    found = list(session.scalars(query))
    found.sort(key=lambda entry: (entry.kind not in kinds, entry.step_line))
    entries: dict[tuple[str | None, str | None], JournalRecord] = {}
    for entry in found:
        entries.setdefault((entry.step_id, entry.item_id), entry)
    for entry in found:
        if entry.step_line == 0:
            entries.setdefault((entry.step_id, None), entry)
    return entries


def _people(session: Session, ids: set[str]) -> dict[str, PersonRecord]:
    return {person.id: person for person in session.scalars(select(PersonRecord).where(PersonRecord.id.in_(ids)))}
