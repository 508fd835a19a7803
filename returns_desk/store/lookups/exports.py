"""Walk through whole tables, a piece at a time, for files that hold everything."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from returns_desk.domain.items import NO_PIECE
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import ItemRecord, JournalRecord, PersonRecord, StationRecord

_PIECE = 500


def every_item(session: Session) -> Iterator[ItemRecord]:
    """Every piece but those put back, oldest first."""
    query = select(ItemRecord).where(ItemRecord.state.not_in(NO_PIECE)).options(*whole_item())
    query = query.order_by(ItemRecord.id).limit(_PIECE)
    rows = list(session.scalars(query))
    while rows:
        yield from rows
        last = rows[-1].id
        session.expunge_all()  # what was written is not kept in memory
        rows = list(session.scalars(query.where(ItemRecord.id > last)))


def every_entry(session: Session) -> Iterator[tuple[JournalRecord, str, str]]:
    """The whole journal, station by station in the order of its chain, with the person's and the station's name."""
    query = (
        select(JournalRecord, PersonRecord.name, StationRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == JournalRecord.person_id)
        .join(StationRecord, StationRecord.id == JournalRecord.station_id)
        .order_by(StationRecord.code, JournalRecord.seq)
    )
    for entry, person, station in session.execute(query.execution_options(yield_per=_PIECE)):
        yield entry, person or "", station
