"""Hold the tables against each other: every place where they do not agree."""

from collections.abc import Iterator

from sqlalchemy import and_, func, or_, select, text
from sqlalchemy.orm import Session

from returns_desk.domain.items import NO_PIECE, ItemState
from returns_desk.store.lookups.batches import LIVE
from returns_desk.store.records import (
    BatchLineRecord,
    BatchRecord,
    BenchRecord,
    CounterRecord,
    DocumentRecord,
    ItemRecord,
    ParcelRecord,
    RmaLineRecord,
    RmaRecord,
    StationRecord,
)

_IN_BATCHES = (ItemState.BATCHED, ItemState.GONE)


def station_names(session: Session) -> dict[str, str]:
    """Every station's name by its id."""
    return {row.id: row.name for row in session.scalars(select(StationRecord))}


def missing_numbers(session: Session) -> Iterator[str]:
    """Series of numbered papers in which a number is missing."""
    query = select(
        DocumentRecord.series, DocumentRecord.year, func.count(), func.min(DocumentRecord.sequence),
        func.max(DocumentRecord.sequence),
    ).group_by(DocumentRecord.series, DocumentRecord.year)  # fmt: skip
    for series, year, count, first, last in session.execute(query):
        if (first, last) != (1, count):
            yield f"{series}-{year}"


def counters_behind(session: Session) -> Iterator[str]:
    """Counters of papers that do not stand at the last number given."""
    last = dict(
        (f"document {series} {year}", highest)
        for series, year, highest in session.execute(
            select(DocumentRecord.series, DocumentRecord.year, func.max(DocumentRecord.sequence)).group_by(
                DocumentRecord.series, DocumentRecord.year
            )
        )
    )
    counters = select(CounterRecord).where(CounterRecord.name.like("document %"))
    given = {row.name: row.value for row in session.scalars(counters)}
    yield from sorted(name for name in last.keys() | given.keys() if last.get(name, 0) != given.get(name, 0))


def papers(session: Session) -> Iterator[tuple[str, str, str]]:
    """Every numbered paper: its number, content and fingerprint."""
    query = select(DocumentRecord.number, DocumentRecord.content, DocumentRecord.sha256)
    yield from map(tuple, session.execute(query.execution_options(yield_per=100)))


def lines_astray(session: Session) -> list[str]:
    """Pieces in a live line whose own batch or state says otherwise."""
    query = (
        select(ItemRecord.number, BatchRecord.number)
        .join(BatchLineRecord, BatchLineRecord.item_id == ItemRecord.id)
        .join(BatchRecord, BatchRecord.id == BatchLineRecord.batch_id)
        .where(
            BatchLineRecord.state.in_(LIVE),
            or_(
                ItemRecord.batch_id.is_(None),
                ItemRecord.batch_id != BatchLineRecord.batch_id,
                ItemRecord.state.not_in(_IN_BATCHES),
            ),
        )
    )
    return [f"{batch} {item}" for item, batch in session.execute(query)]


def items_without_line(session: Session) -> list[str]:
    """Pieces that stand in a batch and have no live line, or name a batch that they do not stand in."""
    live = select(BatchLineRecord.id).where(BatchLineRecord.item_id == ItemRecord.id, BatchLineRecord.state.in_(LIVE))
    lone = and_(ItemRecord.state == ItemState.BATCHED, ~live.exists())
    named = and_(ItemRecord.batch_id.is_not(None), ItemRecord.state.not_in(_IN_BATCHES))
    query = select(ItemRecord.number).where(or_(lone, named))
    return list(session.scalars(query))


def lines_received_otherwise(session: Session) -> list[str]:
    """Announced lines on which another count stands than pieces were taken for them."""
    taken = (
        select(ItemRecord.line_id, func.sum(ItemRecord.quantity).label("pieces"))
        .where(ItemRecord.line_id.is_not(None), ItemRecord.state.not_in(NO_PIECE))
        .group_by(ItemRecord.line_id)
        .subquery()
    )
    query = (
        select(RmaRecord.number)
        .join(RmaLineRecord, RmaLineRecord.rma_id == RmaRecord.id)
        .outerjoin(taken, taken.c.line_id == RmaLineRecord.id)
        .where(
            or_(
                and_(taken.c.pieces.is_(None), RmaLineRecord.received != 0),
                taken.c.pieces != RmaLineRecord.received,
            )
        )
    )
    return list(session.scalars(query))


def hands_astray(session: Session) -> list[str]:
    """Pieces in hand at a station that were put back, joined another, or left the house."""
    query = (
        select(ItemRecord.number)
        .join(BenchRecord, BenchRecord.item_id == ItemRecord.id)
        .where(ItemRecord.state.in_((*NO_PIECE, ItemState.GONE)))
    )
    return list(session.scalars(query))


def parcels_on_two_benches(session: Session) -> list[str]:
    """Parcels that lie open at more than one station."""
    query = (
        select(ParcelRecord.number)
        .join(BenchRecord, BenchRecord.parcel_id == ParcelRecord.id)
        .group_by(ParcelRecord.number)
        .having(func.count() > 1)
    )
    return list(session.scalars(query))


def lost_references(session: Session) -> list[str]:
    """Tables with rows that name others which are not there (a server refuses them by itself)."""
    if session.get_bind().dialect.name == "postgresql":
        return []
    return sorted({str(row[0]) for row in session.execute(text("PRAGMA foreign_key_check"))})
