"""A piece leaves its box and gets its own number; a piece that nobody announced is asked about first."""

from returns_desk.domain.events import ItemTaken
from returns_desk.domain.items import ItemState, ReceiptOutcome
from returns_desk.domain.parcels import open_state
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NotGradedYet, ParcelFirst
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.finder import forget
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.lookups.returns import expected_lines
from returns_desk.store.records import ItemRecord, ParcelRecord, ProductRecord, RmaLineRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_of, settle_open
from returns_desk.usecases.check_recall import check_recall, heed_notice, unread_by
from returns_desk.usecases.check_serial import check_serial, refuse_serial_twice
from returns_desk.usecases.new_item import NO_MARKS, Marks, let_be_found, new_item, past_day, unlisted_product
from returns_desk.usecases.queue_label import queue_plate
from returns_desk.usecases.require import require


def take_item(work: Work, product: ProductRecord, scanned: str, marks: Marks = NO_MARKS) -> None:
    """Take one piece of a product out of the open parcel; the inverse is ``put_back``.

    A piece that was not announced is asked about first; the same scan again, or OK, takes it. In a parcel that nobody
    announced everything is taken. Refuses ``ParcelFirst``, ``NotGradedYet``, ``SerialTwice`` (both a double read).
    """
    require(work, Permission.RECEIVE)
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        raise ParcelFirst(scanned)
    refuse_serial_twice(work, parcel.id, product.id, marks.serial)
    _refuse_same_again(work, product, marks)
    lines = expected_lines(work.session, parcel.id)
    line = _fitting_line(lines, product, marks)
    outcome = _outcome(lines, line, product)
    subject = product.sku
    if outcome in (ReceiptOutcome.OVER, ReceiptOutcome.UNEXPECTED) and not asked(
        work, QuestionKind.TAKE_UNEXPECTED, subject
    ):
        ask(work, QuestionKind.TAKE_UNEXPECTED, subject, choices=(outcome.value,), marks=marks.as_texts())
        return
    _take(work, parcel, product, line, outcome, marks)


def take_unknown_item(work: Work, code: str) -> None:
    """A product code that the catalogue does not know: ask, and at the second scan take the piece all the same."""
    require(work, Permission.RECEIVE)
    if work.bench.parcel_id is None:
        raise ParcelFirst(code)
    if not asked(work, QuestionKind.TAKE_UNKNOWN, code):
        ask(work, QuestionKind.TAKE_UNKNOWN, code)
        return
    product = product_by_sku(work.session, code) or unlisted_product(work, code)
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    assert parcel is not None
    _take(work, parcel, product, None, ReceiptOutcome.UNEXPECTED, NO_MARKS)


def put_back(work: Work, event: ItemTaken) -> None:
    """Undo ``take_item``: the piece is in its box again; its number stays used.

    Refuses ``CannotUndo`` once somebody went on with the piece, or its box lies here no longer.
    """
    item = item_of(work, event.item_id)
    went_on = item.state is not ItemState.RECEIVED or item.held or item.quantity != event.quantity
    if went_on or work.bench.parcel_id != item.parcel_id:
        raise CannotUndo(item.number)
    line = work.get(RmaLineRecord, item.line_id)
    if line is not None:
        line.received -= item.quantity
    item.state = ItemState.PUT_BACK
    settle_open(work, item.parcel)
    item.parcel.empty = event.box_was_empty
    forget(work.session, item.id)
    hold_again_in_hand(work, event.hand_before)


def _refuse_same_again(work: Work, product: ProductRecord, marks: Marks) -> None:
    """The same product while its first piece waits is a double read, unless another serial says otherwise."""
    held = work.get(ItemRecord, work.bench.item_id)
    if held is None or held.product_id != product.id or held.disposition is not None:
        return
    if not marks.serial or marks.serial == held.serial:
        raise NotGradedYet(held.number)


def _fitting_line(lines: list[RmaLineRecord], product: ProductRecord, marks: Marks) -> RmaLineRecord | None:
    """The announced line that the piece fills: the one with its serial, else the first with room."""
    room = [line for line in lines if line.product_id == product.id and line.received < line.quantity]
    for line in room:
        if marks.serial and line.serial == marks.serial:
            return line
    return room[0] if room else None


def _outcome(lines: list[RmaLineRecord], line: RmaLineRecord | None, product: ProductRecord) -> ReceiptOutcome:
    if line is not None:
        return ReceiptOutcome.EXPECTED
    if not lines:
        return ReceiptOutcome.UNANNOUNCED
    same = any(announced.product_id == product.id for announced in lines)
    return ReceiptOutcome.OVER if same else ReceiptOutcome.UNEXPECTED


def _take(
    work: Work,
    parcel: ParcelRecord,
    product: ProductRecord,
    line: RmaLineRecord | None,
    outcome: ReceiptOutcome,
    marks: Marks,
) -> None:
    item = new_item(work, parcel, product, line, outcome)
    item.serial, item.lot, item.expires = marks.serial, marks.lot, marks.expires
    checked = check_serial(work, item, marks.serial)
    item.serial_check = checked.check
    work.flush()  # it is known of before notices are asked for: one that comes just now finds it, or is found
    notice = check_recall(work, item, product)
    work.record(
        ItemTaken(
            item_id=item.id,
            parcel_id=parcel.id,
            rma_id=item.rma_id or "",
            number=item.number,
            product=product.name,
            product_en=product.name_en,
            sku=product.sku,
            outcome=outcome.value,
            serial=marks.serial,
            line_id=item.line_id or "",
            hand_before=work.bench.item_id or "",
            check=checked.check.value,
            earlier=checked.earlier,
            dropped=product.dropped,
            box_was_empty=parcel.empty,
            unread=unread_by(item),
            expired=past_day(work, item.expires),
        )
    )
    parcel.state, parcel.empty = open_state(taken=True, announced=bool(parcel.rmas)), False
    work.bench.item_id = item.id
    let_be_found(work, item)
    queue_plate(work, item)
    heed_notice(work, item, notice)
