"""Forty of one small thing are one record: scan one, type 40, Enter."""

from returns_desk.domain.contents_refusals import CountedAlready, OneByOne
from returns_desk.domain.events import ItemTaken, PiecesCounted
from returns_desk.domain.items import ItemState, ReceiptOutcome
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.journal import newest_of_item, undone_among
from returns_desk.store.lookups.returns import expected_lines
from returns_desk.store.records import ItemRecord, ParcelRecord, RmaLineRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_in_hand, item_of
from returns_desk.usecases.end_carton import end_carton
from returns_desk.usecases.new_item import let_be_found, new_item
from returns_desk.usecases.queue_label import queue_item_label, queue_plate
from returns_desk.usecases.recommend_item import recommend_again
from returns_desk.usecases.require import require

MOST_PIECES = 9_999


def set_quantity(work: Work, count: int) -> None:
    """Say how many pieces the record in hand stands for; the inverse is ``uncount_pieces``.

    The count fills the announced line of the piece, then the other announced lines of the same product in this box, in
    their order: each line has its own record (they may be of two customers). What is more than announced is asked
    about; the same number again, or OK, takes it under a number of its own. The piece itself stays in hand. A piece
    that no line awaits is simply so many.

    Refuses ``ItemFirst``, ``BadValue`` (nothing, or more than a box holds), ``OneByOne`` (each has its own serial
    number), ``WrongState`` (decided), ``CountedAlready`` (an earlier count filled other lines too: undo that first).
    """
    require(work, Permission.RECEIVE)
    item = _countable(work, count)
    _count_anew(work, item, count)


def count_carton(work: Work, item: ItemRecord, count: int) -> None:
    """Count what a sealed carton in hand holds, as ``set_quantity`` does; nobody reads serial numbers through it."""
    require(work, Permission.RECEIVE)
    _refuse_number(count)
    _count_anew(work, item, count)


def _count_anew(work: Work, item: ItemRecord, count: int) -> None:
    if asked(work, QuestionKind.TAKE_OVER, str(count)):
        over = count - item.quantity - _others_counted(work, item)
        if over > 0:
            _take_more(work, item, None, over)
            return
    _refuse_counted_already(work, item)
    own, others, over = _shares(work, item, count)
    if others or over:
        _refuse_apart(item)
        end_carton(work, item)
    before = item.quantity
    for line, share in others:
        _take_more(work, item, line, share)
    if own != before or others or not over:
        _count(work, item, own)
        work.record(
            PiecesCounted(
                item_id=item.id,
                parcel_id=item.parcel_id,
                number=item.number,
                product=item.product.name,
                product_en=item.product.name_en,
                count=own,
                before=before,
                others=sum(share for _, share in others),
            )
        )
        queue_item_label(work, item)
    if over:
        ask(work, QuestionKind.TAKE_OVER, str(count), choices=(str(over),))


def uncount_pieces(work: Work, event: PiecesCounted) -> None:
    """Undo ``set_quantity``. Refuses ``CannotUndo`` once it was counted anew, split, joined or decided."""
    item = item_of(work, event.item_id)
    line = work.get(RmaLineRecord, item.line_id)
    room = event.before - event.count if line is None else line.quantity - line.received
    open_still = item.disposition is None and item.state in (ItemState.RECEIVED, ItemState.INSPECTED)
    if not open_still or item.quantity != event.count or event.before - event.count > room:
        raise CannotUndo(item.number)
    _count(work, item, event.before)
    hold_again_in_hand(work, item.id)


def _countable(work: Work, count: int) -> ItemRecord:
    item = item_in_hand(work)
    if item.disposition is not None:
        raise WrongState("item", item.number, item.state.value)
    if (item.product.serialised or item.serial) and not item.carton:
        raise OneByOne(item.number)
    _refuse_number(count)
    return item


def _refuse_number(count: int) -> None:
    if not 1 <= count <= MOST_PIECES:
        raise BadValue("quantity", str(count))


def _refuse_apart(item: ItemRecord) -> None:
    """Pieces with serial numbers that several lines share are no carton of one record: ``OneByOne``."""
    if item.product.serialised:
        raise OneByOne(item.number)


def _refuse_counted_already(work: Work, item: ItemRecord) -> None:
    """A count that filled other lines too is undone before it is made again: what follows would be counted twice."""
    if _others_counted(work, item):
        raise CountedAlready(item.number)


def _others_counted(work: Work, item: ItemRecord) -> int:
    """How many pieces the last count, if it stands, put on other lines than the piece's own."""
    told = newest_of_item(work.session, item.id, "PiecesCounted")
    event = event_of(told) if told is not None else None
    if told is None or not isinstance(event, PiecesCounted) or undone_among(work.session, [told.step_id]):
        return 0
    return event.others


Shares = tuple[int, list[tuple[RmaLineRecord, int]], int]


def _shares(work: Work, item: ItemRecord, count: int) -> Shares:
    """How many the record in hand gets, how many each other line, and how many are more than announced."""
    line = work.get(RmaLineRecord, item.line_id)
    if line is None:
        return count, [], 0
    own = min(count, line.quantity - line.received + item.quantity)
    others, left = [], count - own
    for other in expected_lines(work.session, item.parcel_id):
        share = min(left, other.quantity - other.received)
        if other.id != line.id and other.product_id == item.product_id and share > 0:
            others.append((other, share))
            left -= share
    return own, others, left


def _count(work: Work, item: ItemRecord, count: int) -> None:
    line = work.get(RmaLineRecord, item.line_id)
    if line is not None:
        line.received += count - item.quantity
    item.quantity = count
    recommend_again(work, item)


def _take_more(work: Work, item: ItemRecord, line: RmaLineRecord | None, count: int) -> None:
    """Make a record of its own for pieces like the one in hand, which stays in hand."""
    parcel = work.get(ParcelRecord, item.parcel_id)
    assert parcel is not None
    outcome = ReceiptOutcome.EXPECTED if line else ReceiptOutcome.OVER
    more = new_item(work, parcel, item.product, line, outcome, count)
    more.lot, more.expires = item.lot, item.expires
    more.recall_check, more.recall = item.recall_check, item.recall
    work.record(
        ItemTaken(
            item_id=more.id,
            parcel_id=parcel.id,
            rma_id=more.rma_id or "",
            number=more.number,
            product=item.product.name,
            product_en=item.product.name_en,
            sku=item.product.sku,
            outcome=outcome.value,
            quantity=count,
            line_id=more.line_id or "",
            hand_before=item.id,
        )
    )
    let_be_found(work, more)
    queue_plate(work, more)
