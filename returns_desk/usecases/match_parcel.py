"""Which returns are in a parcel: matched, made without authorization, or not ours at all; each with its inverse."""

from returns_desk.domain.arrival_refusals import AlreadyMatched, IsOurs, PiecesDecided
from returns_desk.domain.events import ParcelDisowned, ParcelMatched, ParcelSentBack
from returns_desk.domain.items import HoldReason, ItemState, ReceiptOutcome, StockStatus
from returns_desk.domain.parcels import HERE, UNFINISHED, ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NoParcelOpen, NotFound, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.lookups.returns import items_of_parcel, parcel_by_number, rma_by_number
from returns_desk.store.records import ItemRecord, ParcelRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.adopt_items import adopt_items, outcomes_of, release_items
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import (
    move_parcel,
    parcel_of,
    refuse_elsewhere,
    settle_open,
    settle_rma,
    settle_rmas,
)
from returns_desk.usecases.hold_item import put_on_hold, stop_waiting
from returns_desk.usecases.make_return import make_return_of_order, make_return_of_pieces
from returns_desk.usecases.require import require

_UNDECIDED = (ItemState.RECEIVED, ItemState.INSPECTED)


def match_parcel(work: Work, parcel: ParcelRecord, rma: RmaRecord) -> None:
    """Note that a return is in a parcel; pieces taken before fill its lines. The inverse is ``unmatch_parcel``."""
    require(work, Permission.RECEIVE)
    before = parcel.state
    outcomes = outcomes_of(work, parcel)
    parcel.rmas.append(rma)
    if parcel.state is ParcelState.UNMATCHED:
        parcel.state = ParcelState.MATCHED
    adopted = adopt_items(work, parcel, rma)
    work.record(
        ParcelMatched(
            parcel_id=parcel.id,
            rma_id=rma.id,
            number=parcel.number,
            rma=rma.number,
            state_before=before.value,
            adopted=adopted,
            outcomes_before=tuple(outcomes[item_id] for item_id in adopted),
            authorized=rma.authorized,
        )
    )
    if parcel.state is ParcelState.CLOSED:
        settle_rmas(work, parcel)


def match_by_number(work: Work, parcel: str, rma: str) -> None:
    """Match a parcel that lies anywhere in the house, finished or not; the inverse is ``unmatch_parcel``.

    An empty ``parcel`` is the open one. Refuses ``NotFound``, ``NoParcelOpen``, ``WrongState`` (not in the house),
    ``AlreadyReceived`` (open at another station) and ``AlreadyMatched``.
    """
    require(work, Permission.RECEIVE)
    box = _box_here(work, parcel)
    found = rma_by_number(work.session, [rma])
    if found is None:
        raise NotFound("rma", rma)
    if found in box.rmas:
        raise AlreadyMatched(box.number, found.number)
    match_parcel(work, box, found)


def unmatch_parcel(work: Work, event: ParcelMatched) -> None:
    """Take a return out of the parcel again. Refuses ``CannotUndo`` once a piece of it was taken."""
    parcel = parcel_of(work, event.parcel_id)
    taken = [item.id for item in items_of_parcel(work.session, parcel.id) if item.rma_id == event.rma_id]
    rma = work.get(RmaRecord, event.rma_id)
    if rma is None or set(taken) - set(event.adopted):
        raise CannotUndo(event.rma)
    release_items(work, parcel, rma, event)
    parcel.rmas = [other for other in parcel.rmas if other.id != event.rma_id]
    work.flush()
    if parcel.state in UNFINISHED:
        settle_open(work, parcel)
    settle_rma(work, rma)


def make_unauthorized(work: Work, parcel: str = "", order: str = "") -> None:
    """Make a parcel a return without authorization: of the order named, else of the pieces inside.

    An empty ``parcel`` is the open one. The inverses are ``unmatch_parcel`` and ``make_return.unmake_return``. Refuses
    ``NothingToReturn`` and what ``match_by_number`` refuses of the parcel.
    """
    require(work, Permission.RECEIVE)
    box = _box_here(work, parcel)
    made = make_return_of_order(work, order) if order else make_return_of_pieces(work, box)
    match_parcel(work, box, made)


def disown_parcel(work: Work, parcel: str = "") -> None:
    """Not ours, send it back: the parcel waits for the carrier and its pieces are held; ``own_parcel_again`` undoes it.

    An empty ``parcel`` is the open one, of which the desk asks once when somebody looked at its pieces already. Refuses
    ``IsOurs`` (a return is in it), ``PiecesDecided``, and what ``match_by_number`` refuses of the parcel.
    """
    require(work, Permission.RECEIVE)
    box = _box_here(work, parcel)
    if box.rmas:
        raise IsOurs(box.number, tuple(rma.number for rma in box.rmas))
    items = items_of_parcel(work.session, box.id)
    decided = tuple(item.number for item in items if item.disposition is not None or item.state not in _UNDECIDED)
    if decided:
        raise PiecesDecided(box.number, decided)
    looked_at = any(item.held or item.grade is not None for item in items)
    if not parcel and looked_at and not asked(work, QuestionKind.NOT_OURS, box.number):
        ask(work, QuestionKind.NOT_OURS, box.number)
        return
    _disown(work, box, items)


def _disown(work: Work, parcel: ParcelRecord, items: list[ItemRecord]) -> None:
    lay_open = work.bench.parcel_id == parcel.id
    for item in items:
        if not item.held:
            put_on_hold(work, item, HoldReason.NOT_OURS)
    work.record(
        ParcelDisowned(
            parcel_id=parcel.id,
            number=parcel.number,
            state_before=parcel.state.value,
            items=tuple(item.id for item in items),
            outcomes_before=tuple(item.outcome.value for item in items),
            lay_open=lay_open,
        )
    )
    for item in items:
        item.outcome = ReceiptOutcome.NOT_OURS
    move_parcel(parcel, ParcelState.NOT_OURS)
    if lay_open:
        work.bench.parcel_id = None
        if work.bench.item_id in {item.id for item in items}:
            work.bench.item_id = None


def own_parcel_again(work: Work, event: ParcelDisowned) -> None:
    """Undo ``disown_parcel``. Refuses ``CannotUndo`` once the carrier took it, or another parcel lies here."""
    parcel = parcel_of(work, event.parcel_id)
    if parcel.state is not ParcelState.NOT_OURS or (event.lay_open and work.bench.parcel_id):
        raise CannotUndo(parcel.number)
    before = dict(zip(event.items, event.outcomes_before, strict=True))
    for item in items_of_parcel(work.session, parcel.id):
        if item.id in before:
            item.outcome = ReceiptOutcome(before[item.id])
    parcel.state = ParcelState(event.state_before)
    if event.lay_open:
        work.bench.parcel_id = parcel.id


def send_parcel_back(work: Work, parcel: str) -> None:
    """The carrier took back a parcel that is not ours, and all that is in it. No inverse: it left the house.

    Refuses ``NotFound``, and ``WrongState`` for a parcel that was not disowned.
    """
    require(work, Permission.RECEIVE)
    box = _box(work, parcel)
    move_parcel(box, ParcelState.SENT_BACK)
    items = items_of_parcel(work.session, box.id)
    for item in items:
        stop_waiting(item)
        item.state, item.stock = ItemState.GONE, StockStatus.GONE
    work.record(ParcelSentBack(parcel_id=box.id, number=box.number, items=len(items)))


def _box_here(work: Work, number: str) -> ParcelRecord:
    """The parcel named, or the open one: in the house, and on no other bench."""
    box = _box(work, number)
    if box.state not in HERE:
        raise WrongState("parcel", box.number, box.state.value)
    refuse_elsewhere(work, box)
    return box


def _box(work: Work, number: str) -> ParcelRecord:
    box = parcel_by_number(work.session, number) if number else work.get(ParcelRecord, work.bench.parcel_id)
    if box is None:
        raise NotFound("parcel", number) if number else NoParcelOpen()
    return box
