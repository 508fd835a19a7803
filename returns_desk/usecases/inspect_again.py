"""A piece is inspected once more: its first inspection is filed, and a decision that still can be is taken back."""

from returns_desk.domain.batches import LineState
from returns_desk.domain.events import DecisionReconsidered, ItemLookedUp
from returns_desk.domain.items import Disposition, ItemState, OverrideReason, StockStatus
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, GradeFirst, NotFound, WrongState
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.batches import line_of_item
from returns_desk.store.lookups.journal import newest_of_station
from returns_desk.store.lookups.kept_decisions import standing_decision
from returns_desk.store.lookups.returns import item_by_number, station_holding
from returns_desk.store.records import BatchLineRecord, BatchRecord, ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_in_hand, item_of
from returns_desk.usecases.decide_item import reconsider
from returns_desk.usecases.file_inspection import file_inspection
from returns_desk.usecases.keep_decision import let_count
from returns_desk.usecases.require import require

_HERE = (ItemState.RECEIVED, ItemState.INSPECTED, ItemState.DECIDED, ItemState.PLACED, ItemState.BATCHED)


def inspect_again(work: Work, number: str = "") -> None:
    """File the inspection of a piece and take it in hand with a blank one.

    It is the one named; else a decided one whose plate was scanned just before; else the one in hand.
    A decision that can still be taken back is. The inverses are ``restore_inspection`` and ``decide_anew``. Refuses
    ``ItemFirst``, ``NotFound``, ``GradeFirst``, ``SameEyes``, and ``WrongState`` for what left or is in another's hand.
    """
    require(work, Permission.INSPECT)
    item = _piece(work, number)
    if item.grade is None:
        raise GradeFirst(item.number)
    if item.state not in _HERE:
        raise WrongState("item", item.number, item.state.value)
    if station_holding(work.session, item.id) not in (None, work.seat.station_id):
        raise WrongState("item", item.number, "in hand")
    if item.disposition is not None:
        take_decision_back(work, item)
    file_inspection(work, item, work.bench.item_id or "")
    work.bench.item_id = item.id


def decide_anew(work: Work, event: DecisionReconsidered) -> None:
    """Undo that a decision was taken back for another inspection. Refuses ``CannotUndo`` once its batch went on."""
    item = item_of(work, event.item_id)
    line = work.get(BatchLineRecord, event.line_id)
    batch = work.get(BatchRecord, line.batch_id) if line else None
    if item.disposition is not None or (batch is not None and not batch.state.takes_lines):
        raise CannotUndo(item.number)
    if line is not None and batch is not None:
        line.state, item.batch_id = LineState.IN, batch.id
    item.state, item.stock = ItemState(event.state), StockStatus(event.stock)
    item.disposition, item.place = Disposition(event.disposition), event.place
    item.net = int(event.net) if event.net else None
    item.override = OverrideReason(event.override) if event.override else None
    let_count(work, event.decision_id)


def _piece(work: Work, number: str) -> ItemRecord:
    told = None if number else newest_of_station(work.session, work.seat.station_id)
    if told is not None and told.kind == ItemLookedUp.__name__:
        number = str(getattr(event_of(told), "number", ""))  # the plate of a decided piece was scanned just before
    if not number:
        return item_in_hand(work)
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    return item


def take_decision_back(work: Work, item: ItemRecord) -> None:
    """Take a decision back whose batch still gathers; the inverse is ``decide_anew``.

    Refuses ``WrongState`` once the batch went on.
    """
    line = line_of_item(work.session, item.id)
    batch = work.get(BatchRecord, line.batch_id) if line else None
    if batch is not None and not batch.state.takes_lines:
        raise WrongState("batch", batch.number, batch.state.value)
    assert item.disposition is not None
    decision = standing_decision(work.session, item.id)
    work.record(
        DecisionReconsidered(
            item_id=item.id,
            parcel_id=item.parcel_id,
            batch_id=item.batch_id or "",
            number=item.number,
            disposition=item.disposition.value,
            state=item.state.value,
            stock=item.stock.value,
            override=item.override.value if item.override else "",
            net="" if item.net is None else str(item.net),
            place=item.place,
            line_id=line.id if line else "",
            decision_id=decision.id if decision else "",
        )
    )
    if line is not None:
        line.state = LineState.PULLED
    reconsider(work, item)
