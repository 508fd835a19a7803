"""Pieces that were taken out of a box before anybody knew its authorization find their announced lines."""

from returns_desk.domain.items import ReceiptOutcome
from returns_desk.store.lookups.returns import items_of_parcel, lines_of_rma
from returns_desk.store.records import ItemRecord, ParcelRecord, RmaLineRecord, RmaRecord
from returns_desk.store.work import Work


def adopt_items(work: Work, parcel: ParcelRecord, rma: RmaRecord) -> tuple[str, ...]:
    """Count a box's unannounced pieces as received against an authorization; give the ids of those that fit.

    The inverse is ``release_items``.
    """
    work.flush()
    lines = lines_of_rma(work.session, rma.id)
    adopted = []
    for item in items_of_parcel(work.session, parcel.id):
        line = _line_for(item, lines) if item.outcome is ReceiptOutcome.UNANNOUNCED else None
        if line is None:
            continue
        line.received += item.quantity
        item.line_id, item.rma_id, item.outcome = line.id, rma.id, ReceiptOutcome.EXPECTED
        item.stated = item.stated or rma.stated
        adopted.append(item.id)
    return tuple(adopted)


def release_items(work: Work, parcel: ParcelRecord, rma: RmaRecord, adopted: tuple[str, ...]) -> None:
    """Undo ``adopt_items``: the pieces are unannounced again, and awaited of the authorization."""
    for item in items_of_parcel(work.session, parcel.id):
        line = work.get(RmaLineRecord, item.line_id)
        if item.id not in adopted or line is None:
            continue
        line.received -= item.quantity
        item.line_id, item.rma_id, item.outcome = None, None, ReceiptOutcome.UNANNOUNCED
        item.stated = None if item.stated is rma.stated else item.stated


def _line_for(item: ItemRecord, lines: list[RmaLineRecord]) -> RmaLineRecord | None:
    """The line that the piece fills: the one with its serial, else the first with room."""
    room = [line for line in lines if line.product_id == item.product_id and line.received < line.quantity]
    same = [line for line in room if item.serial and line.serial == item.serial]
    return next(iter(same or room), None)
