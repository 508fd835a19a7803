"""Look at things: everything the screens and commands show, as snapshots; nothing here changes anything."""

from dataclasses import dataclass
from datetime import datetime

from returns_desk.domain.photos import PhotoSnapshot
from returns_desk.domain.recommendation import Recommendation
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import (
    Found,
    ItemSnapshot,
    ParcelSnapshot,
    PartnerSnapshot,
    PersonSnapshot,
    ProductSnapshot,
    RmaSnapshot,
    TimelineEntry,
)
from returns_desk.store.finder import search
from returns_desk.store.journal import event_of
from returns_desk.store.lookups import catalogue, photos, returns
from returns_desk.store.lookups.batches import batch_by_number
from returns_desk.store.lookups.journal import timeline, undone_among
from returns_desk.store.lookups.people import all_people, shop_exists
from returns_desk.store.records import BatchRecord, ItemRecord, JournalRecord, ParcelRecord, PersonRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.recommend_item import recommend_item


@dataclass(frozen=True)
class Page:
    """The newest rows of a list, and how many there are in all."""

    rows: tuple[object, ...]
    total: int


def item(work: Work, number: str) -> ItemSnapshot:
    """One piece. Refuses ``NotFound``."""
    record = returns.item_by_number(work.session, number)
    if record is None:
        raise NotFound("item", number)
    return record.snapshot()


def recommendation(work: Work, number: str) -> Recommendation | None:
    """What the rule says of one piece today; ``None`` before its grade. Refuses ``NotFound``."""
    record = returns.item_by_number(work.session, number)
    if record is None:
        raise NotFound("item", number)
    return recommend_item(work, record)


def parcel(work: Work, number: str) -> ParcelSnapshot:
    """One parcel, by its own or its tracking number. Refuses ``NotFound``."""
    record = returns.parcel_by_number(work.session, number)
    if record is None:
        raise NotFound("parcel", number)
    return record.snapshot()


def rma(work: Work, number: str) -> RmaSnapshot:
    """One announced return. Refuses ``NotFound``."""
    record = returns.rma_by_number(work.session, [number])
    if record is None:
        raise NotFound("rma", number)
    return record.snapshot()


def product(work: Work, code: str) -> ProductSnapshot:
    """One product, by its SKU or barcode. Refuses ``NotFound``."""
    record = catalogue.product_by_sku(work.session, code)
    found = [record] if record else catalogue.products_by_code(work.session, [code])
    if not found:
        raise NotFound("product", code)
    return found[0].snapshot()


def partner(work: Work, code: str) -> PartnerSnapshot:
    """One supplier, charity or recycler with its terms in force. Refuses ``NotFound``."""
    record = catalogue.partner_by_code(work.session, code)
    if record is None:
        raise NotFound("supplier", code)
    return record.snapshot(catalogue.terms_in_force(work.session, record.id, work.today))


def timeline_of(work: Work, kind: str, number: str) -> tuple[TimelineEntry, ...]:
    """What happened to a parcel, item, batch or rma, oldest first. Refuses ``NotFound``."""
    entries = timeline(work.session, kind, _subject(work, kind, number))
    undone = undone_among(work.session, (entry.step_id for entry, _, _ in entries))
    return tuple(_timeline_entry(entry, person, station, entry.step_id in undone) for entry, person, station in entries)


def _timeline_entry(entry: JournalRecord, person: PersonRecord | None, station: str, undone: bool) -> TimelineEntry:
    name, name_en = names_of(person)
    return TimelineEntry(entry.at, name, station, event_of(entry), undone, person_en=name_en, step_id=entry.step_id)


def _subject(work: Work, kind: str, number: str) -> str:
    found: ItemRecord | ParcelRecord | BatchRecord | RmaRecord | None
    match kind:
        case "item":
            found = returns.item_by_number(work.session, number)
        case "parcel":
            found = returns.parcel_by_number(work.session, number)
        case "batch":
            found = batch_by_number(work.session, number)
        case _:
            found = returns.rma_by_number(work.session, [number])
    if found is None:
        raise NotFound(kind, number)
    return found.id


def items(work: Work, state: str | None = None, limit: int = 100) -> Page:
    """The newest pieces."""
    rows, total = returns.newest_items(work.session, state, limit)
    return Page(tuple(row.snapshot() for row in rows), total)


def parcels(work: Work, state: str | None = None, limit: int = 100) -> Page:
    """The newest parcels, announced ones included."""
    rows, total = returns.newest_parcels(work.session, state, limit)
    return Page(tuple(row.snapshot() for row in rows), total)


def rmas(work: Work, state: str | None = None, limit: int = 100) -> Page:
    """The newest announced returns."""
    rows, total = returns.newest_rmas(work.session, state, limit)
    return Page(tuple(row.snapshot() for row in rows), total)


def products(work: Work, limit: int = 100) -> Page:
    """The newest products."""
    rows = catalogue.newest_products(work.session, limit)
    return Page(tuple(row.snapshot() for row in rows), catalogue.count_products(work.session))


def partners(work: Work) -> Page:
    """Every supplier, charity and recycler with its terms in force."""
    rows = [
        row.snapshot(catalogue.terms_in_force(work.session, row.id, work.today))
        for row in catalogue.partners(work.session)
    ]
    return Page(tuple(rows), len(rows))


def people(work: Work) -> tuple[PersonSnapshot, ...]:
    """Everybody who works at the desk."""
    return tuple(person.snapshot() for person in all_people(work.session))


def moment(work: Work) -> datetime:
    """When this is looked at."""
    return work.now


def is_begun(work: Work) -> bool:
    """Whether the database was made for a shop."""
    return shop_exists(work.session)


def shop_name(work: Work) -> str:
    """Whose database it is; empty where no shop was begun."""
    return work.shop.name if is_begun(work) else ""


def photos_of(work: Work, kind: str, number: str) -> tuple[PhotoSnapshot, ...]:
    """Those of an item with those of its box, or of a parcel with those of all that was in it. Refuses ``NotFound``."""
    if kind == "item":
        item_id = _subject(work, kind, number)
        record = work.get(ItemRecord, item_id)
        return photos.photos_of_item(work.session, item_id, record.parcel_id if record else "")
    return photos.photos_of_parcel(work.session, _subject(work, "parcel", number))


def photos_kept(work: Work) -> tuple[PhotoSnapshot, ...]:
    """Every photograph that counts, oldest first."""
    return photos.all_photos(work.session)


def find(work: Work, asked: str, limit: int = 50) -> tuple[Found, ...]:
    """Find anything by the beginnings of its words: number, serial, name, customer; newest first."""
    hits = search(work.session, asked, limit)
    items_found = {row.id: row for row in returns.items_by_ids(work.session, [h.subject_id for h in hits])}
    found = (_found(work, hit.kind, hit.subject_id, items_found) for hit in hits)
    return tuple(one for one in found if one is not None)


def _found(work: Work, kind: str, subject_id: str, items_found: dict[str, ItemRecord]) -> Found | None:
    match kind:
        case "item" if subject_id in items_found:
            return _found_item(items_found[subject_id])
        case "parcel":
            box = work.get(ParcelRecord, subject_id)
            return Found("parcel", box.number, box.tracking, box.carrier, box.state.value) if box else None
        case "rma":
            announced = work.get(RmaRecord, subject_id)
            return _found_rma(announced) if announced else None
        case "batch":
            batch = work.get(BatchRecord, subject_id)
            return _found_batch(batch) if batch else None
    return None


def _found_item(row: ItemRecord) -> Found:
    customer = row.rma.customer if row.rma else ""
    grade = row.grade.value if row.grade else ""
    return Found("item", row.number, row.product.name, customer, _where(row), row.product.name_en, grade)


def _found_batch(row: BatchRecord) -> Found:
    return Found("batch", row.number, row.partner.name, "", row.state.value, row.partner.name_en)


def _found_rma(row: RmaRecord) -> Found:
    return Found("rma", row.number, row.customer, row.order_no, row.state)


def _where(row: ItemRecord) -> str:
    if row.held:
        return "held"
    return row.disposition.value if row.disposition else row.state.value


def names_of(person: PersonRecord | None) -> tuple[str, str]:
    """A person's names in Hebrew and English; empty for nobody."""
    return (person.name, person.name_en) if person else ("", "")
