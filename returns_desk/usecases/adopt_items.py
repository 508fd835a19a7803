"""Pieces that were taken out of a box before anybody knew its authorization find their announced lines."""

from returns_desk.domain.events import ParcelMatched
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.store.lookups.returns import items_of_parcel, lines_of_rma
from returns_desk.store.records import ItemRecord, ParcelRecord, RmaLineRecord, RmaRecord
from returns_desk.store.work import Work

_LOOSE = (ReceiptOutcome.UNANNOUNCED, ReceiptOutcome.UNEXPECTED, ReceiptOutcome.OVER)  # until its return is known


def adopt_items(work: Work, parcel: ParcelRecord, rma: RmaRecord) -> tuple[str, ...]:
    """Count a box's loose pieces as received against an authorization; give the ids of those that fit.

    The inverse is ``release_items``.
    """
    work.flush()
    lines = lines_of_rma(work.session, rma.id)
    adopted = []
    for item in items_of_parcel(work.session, parcel.id):
        line = _line_for(item, lines) if item.line_id is None and item.outcome in _LOOSE else None
        if line is None:
            continue
        line.received += item.quantity
        item.line_id, item.rma_id, item.outcome = line.id, rma.id, ReceiptOutcome.EXPECTED
        item.stated = item.stated or rma.stated
        adopted.append(item.id)
    return tuple(adopted)


def outcomes_of(work: Work, parcel: ParcelRecord) -> dict[str, str]:
    """How each piece of a box came, and of which return it was, by its id: what adopting may change."""
    return {item.id: f"{item.outcome.value}|{item.rma_id or ''}" for item in items_of_parcel(work.session, parcel.id)}


def release_items(work: Work, parcel: ParcelRecord, rma: RmaRecord, event: ParcelMatched) -> None:
    """Undo ``adopt_items``: the pieces are loose again as they were, and awaited of the authorization."""
    before = dict(zip(event.adopted, event.outcomes_before, strict=False))
    for item in items_of_parcel(work.session, parcel.id):
        line = work.get(RmaLineRecord, item.line_id)
        if item.id not in event.adopted or line is None:
            continue
        line.received -= item.quantity
        outcome, _, rma_id = before.get(item.id, ReceiptOutcome.UNANNOUNCED.value).partition("|")
        item.line_id, item.rma_id, item.outcome = None, rma_id or None, ReceiptOutcome(outcome)
        item.stated = None if item.stated is rma.stated else item.stated


def _line_for(item: ItemRecord, lines: list[RmaLineRecord]) -> RmaLineRecord | None:
    """The line that the piece fills: the one with its serial, else the first with room."""
    room = [
        line for line in lines if line.product_id == item.product_id and line.quantity - line.received >= item.quantity
    ]
    same = [line for line in room if item.serial and line.serial == item.serial]
    return next(iter(same or room), None)
