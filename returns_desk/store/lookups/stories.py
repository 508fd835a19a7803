"""Find everything that belongs together along the way of goods: pieces, boxes, returns, batches and their entries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, select, union
from sqlalchemy.orm import Session

from returns_desk.domain.batches import LineState
from returns_desk.domain.codes import lookup_key
from returns_desk.store.lookups.batches import LIVE
from returns_desk.store.lookups.journal import undone_among
from returns_desk.store.records import (
    AttachmentRecord,
    BatchLineRecord,
    BatchRecord,
    CreditRecord,
    DocumentRecord,
    ItemRecord,
    JournalRecord,
    ParcelRecord,
    ParcelRmaRecord,
    PersonRecord,
    ProductRecord,
    RmaRecord,
    StationRecord,
)

STAYED = (*LIVE, LineState.CORRECTED)  # lines whose pieces are, or were to the end, in their batch
_NO = False  # compared as the number it is kept as, in either database


@dataclass
class Members:
    """Ids of all that a story tells of. Of ``batches`` all is told, of those ``around`` only what befell them whole."""

    items: set[str] = field(default_factory=set)
    parcels: set[str] = field(default_factory=set)
    rmas: set[str] = field(default_factory=set)
    batches: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Named:
    """A thing by its id, with what it is called."""

    id: str
    kind: str
    number: str
    name: str = ""
    name_en: str = ""


Entry = tuple[JournalRecord, PersonRecord | None, str, bool]


def batches_of_credit(session: Session, number: str) -> list[str]:
    """The batches for which a credit note of this number came."""
    query = select(CreditRecord.batch_id).where(CreditRecord.number.in_({number, lookup_key(number)}))
    return list(session.scalars(query.distinct()))


def batches_authorized_as(session: Session, number: str) -> list[str]:
    """The batches for which the partner gave this number of its own."""
    query = select(BatchRecord.id).where(BatchRecord.authorization.in_({number, lookup_key(number)}))
    return list(session.scalars(query)) if number else []


def of_items(session: Session, items: Collection[str]) -> Members:
    """Pieces with their boxes, returns and batches."""
    found = Members(items=set(items))
    query = select(ItemRecord.parcel_id, ItemRecord.rma_id).where(ItemRecord.id.in_(items))
    for parcel, rma in session.execute(query):
        found.parcels.add(parcel)
        found.rmas.update([rma] if rma else [])
    lines = select(BatchLineRecord.batch_id).where(BatchLineRecord.item_id.in_(items)).distinct()
    found.around = set(session.scalars(lines))
    return found


def of_parcel(session: Session, parcel_id: str) -> Members:
    """A box with all that was in it."""
    found = of_items(session, list(session.scalars(select(ItemRecord.id).where(ItemRecord.parcel_id == parcel_id))))
    announced = select(ParcelRmaRecord.rma_id).where(ParcelRmaRecord.parcel_id == parcel_id)
    found.parcels, found.rmas = {parcel_id}, found.rmas | set(session.scalars(announced))
    return found


def of_rma(session: Session, rma_id: str) -> Members:
    """An announced return with its boxes and pieces."""
    found = of_items(session, list(session.scalars(select(ItemRecord.id).where(ItemRecord.rma_id == rma_id))))
    boxes = select(ParcelRmaRecord.parcel_id).where(ParcelRmaRecord.rma_id == rma_id)
    found.rmas, found.parcels = {rma_id}, found.parcels | set(session.scalars(boxes))
    return found


def of_batches(session: Session, batches: Collection[str], carton: str = "") -> Members:
    """Batches with the pieces that are in them, or with those in one carton."""
    line = BatchLineRecord
    query = select(line.item_id).where(line.batch_id.in_(batches), line.state.in_(STAYED))
    found = of_items(session, list(session.scalars(query.where(line.carton_id == carton) if carton else query)))
    found.batches, found.around = (set(), set(batches)) if carton else (set(batches), set())
    return found


def stays_in(session: Session, batches: Collection[str], items: Collection[str]) -> set[str]:
    """Those of the batches in which one of the pieces still is, or was to the end."""
    line = BatchLineRecord
    query = select(line.batch_id).where(line.item_id.in_(items), line.batch_id.in_(batches), line.state.in_(STAYED))
    return set(session.scalars(query.distinct()))


def names_of(session: Session, members: Members) -> dict[str, Named]:
    """What everything a story tells of is called, by id."""
    batch, item = BatchRecord, ItemRecord
    rows: list[Named] = []
    wanted = select(item.id, item.number, ProductRecord.name, ProductRecord.name_en)
    wanted = wanted.join(ProductRecord, ProductRecord.id == item.product_id).where(item.id.in_(members.items))
    rows += _named("item", session.execute(wanted))
    rows += _named("parcel", session.execute(_numbers(ParcelRecord, members.parcels)))
    rows += _named("rma", session.execute(_numbers(RmaRecord, members.rmas)))
    rows += _named("batch", session.execute(_numbers(batch, members.batches | members.around)))
    return {row.id: row for row in rows}


def _numbers(kind: type[ParcelRecord] | type[RmaRecord] | type[BatchRecord], ids: Collection[str]) -> Select[str, str]:
    return select(kind.id, kind.number).where(kind.id.in_(ids))


def _named(kind: str, rows: Iterable[tuple[str, ...]]) -> list[Named]:
    return [Named(row[0], kind, *row[1:]) for row in rows]


def entries_of(session: Session, members: Members) -> list[Entry]:
    """What happened to them in the order it happened, each with its person, its station, and whether it was undone."""
    entry = JournalRecord
    query = (
        select(entry, PersonRecord, StationRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == entry.person_id)
        .join(StationRecord, StationRecord.id == entry.station_id)
        .where(entry.id.in_(union(*_ids(members))))
        .order_by(entry.at, entry.station_id, entry.seq)
    )
    found = [(row, person, station) for row, person, station in session.execute(query)]
    undone = undone_among(session, (row.step_id for row, _, _ in found))
    return [(row, person, station, row.step_id in undone) for row, person, station in found]


def _ids(members: Members) -> list[Any]:
    """Ids of their entries; what is about a piece is told with the piece alone."""
    entry = JournalRecord
    of_no_piece = entry.item_id.is_(None)
    wanted: tuple[tuple[ColumnElement[bool], ...], ...] = (
        (entry.item_id.in_(members.items),),
        (entry.batch_id.in_(members.batches),),
        (entry.batch_id.in_(members.around), of_no_piece),
        (entry.parcel_id.in_(members.parcels), of_no_piece),
        (entry.rma_id.in_(members.rmas), of_no_piece, entry.parcel_id.is_(None)),
    )
    return [select(entry.id).where(*conditions) for conditions in wanted]


def papers_of(session: Session, batches: Collection[str]) -> list[DocumentRecord]:
    """The numbered papers of batches, oldest first."""
    query = select(DocumentRecord).where(DocumentRecord.batch_id.in_(batches))
    return list(session.scalars(query.order_by(DocumentRecord.id)))


def files_of(session: Session, batches: Collection[str]) -> list[AttachmentRecord]:
    """The files from outside that belong to batches, oldest first."""
    query = select(AttachmentRecord).where(AttachmentRecord.batch_id.in_(batches), AttachmentRecord.removed == _NO)
    return list(session.scalars(query.order_by(AttachmentRecord.id)))
