"""Look at what a label of any kind says today; nothing here changes anything."""

from collections.abc import Callable

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.labels import BinLabel, DamageLabel, HoldLabel, ToteLabel
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.photos import OF_PARCEL
from returns_desk.domain.place_refusals import UnknownPlace
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import ItemSnapshot, ParcelSnapshot
from returns_desk.store.lookups.batches import live_lines
from returns_desk.store.lookups.photos import photos_of_item
from returns_desk.store.lookups.places import all_places, place_by_code
from returns_desk.store.lookups.returns import item_by_number, parcel_by_number
from returns_desk.store.records import BatchRecord, ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_of
from returns_desk.usecases.given_lines import weigh_by_products
from returns_desk.usecases.look_cartons import carton_label

Labelled = ItemSnapshot | ParcelSnapshot | CartonLabel | HoldLabel | DamageLabel | ToteLabel | BinLabel


def label_thing(work: Work, kind: PaperKind, number: str) -> Labelled:
    """All that a label shows. Refuses ``NotFound``, ``UnknownPlace``; a piece that was put back has no label."""
    return _READ[kind](work, number)


def label_kind(work: Work, number: str) -> PaperKind:
    """Whose number it is: a piece's, a parcel's, a carton's, a batch's tote or a place's. Refuses ``NotFound``."""
    for kind in _GUESSED:
        try:
            label_thing(work, kind, number)
        except (NotFound, UnknownPlace):
            continue
        return kind
    raise NotFound("item", number)


def bin_labels(work: Work) -> tuple[BinLabel, ...]:
    """The labels of all places that are in use, by their codes."""
    places = (record.snapshot() for record in all_places(work.session))
    return tuple(BinLabel(place.code, place.status, place.name) for place in places if not place.dropped)


def _piece(work: Work, number: str) -> ItemRecord:
    item = item_by_number(work.session, number)
    if item is None or item.state in NO_PIECE:
        raise NotFound("item", number)
    return item


def _item(work: Work, number: str) -> ItemSnapshot:
    return _piece(work, number).snapshot()


def _parcel(work: Work, number: str) -> ParcelSnapshot:
    parcel = parcel_by_number(work.session, number)
    if parcel is None:
        raise NotFound("parcel", number)
    return parcel.snapshot()


def _hold(work: Work, number: str) -> HoldLabel:
    record = _piece(work, number)
    item = record.snapshot()
    return HoldLabel(
        item,
        reason=item.hold_code.value if item.hold_code else item.hold_reason,
        note=item.hold_reason if item.hold_code else "",
        owner=item.hold_owner,
        since=record.held_at,
    )


def _damage(work: Work, number: str) -> DamageLabel:
    record = _piece(work, number)
    item = record.snapshot()
    photos = photos_of_item(work.session, record.id, record.parcel_id)
    return DamageLabel(
        item,
        findings=tuple(finding.value for finding in item.findings),
        photos=sum(1 for photo in photos if photo.item or photo.kind in OF_PARCEL),
        seen_by=item.inspector,
        seen_at=record.inspected_at,
    )


def _tote(work: Work, number: str) -> ToteLabel:
    batch = batch_of(work, number)
    partner = batch.partner.snapshot()
    return ToteLabel(
        batch.number,
        batch.kind,
        partner.name,
        partner.name_en,
        stream=_only_stream(work, batch),
        opened_at=batch.opened_at,
    )


def _only_stream(work: Work, batch: BatchRecord) -> str:
    """The material that a recycler's tote takes; empty while it is empty, or holds several."""
    if batch.kind is not PartnerKind.RECYCLER:
        return ""
    streams = {weighed.stream for weighed in weigh_by_products(work, live_lines(work.session, batch.id))}
    return streams.pop().value if len(streams) == 1 else ""


def _bin(work: Work, number: str) -> BinLabel:
    record = place_by_code(work.session, [number])
    if record is None:
        raise UnknownPlace(number)
    place = record.snapshot()
    return BinLabel(place.code, place.status, place.name)


_READ: dict[PaperKind, Callable[[Work, str], Labelled]] = {
    PaperKind.ITEM_LABEL: _item,
    PaperKind.PARCEL_LABEL: _parcel,
    PaperKind.CARTON_LABEL: carton_label,
    PaperKind.HOLD_LABEL: _hold,
    PaperKind.DAMAGE_LABEL: _damage,
    PaperKind.TOTE_LABEL: _tote,
    PaperKind.BIN_LABEL: _bin,
}
_GUESSED = (
    PaperKind.ITEM_LABEL,
    PaperKind.PARCEL_LABEL,
    PaperKind.CARTON_LABEL,
    PaperKind.TOTE_LABEL,
    PaperKind.BIN_LABEL,
)
