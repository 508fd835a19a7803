"""A piece leaves its box, gets its own number, is picked up again; its serial is read."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import ItemPickedUp, ItemTaken, SerialRecorded
from returns_desk.domain.items import ItemState, ReceiptOutcome
from returns_desk.domain.parcels import open_state
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, ItemFirst, NotGradedYet, ParcelFirst, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.lookups.returns import expected_lines, station_holding
from returns_desk.store.numbers import next_number
from returns_desk.store.records import ItemRecord, ParcelRecord, ProductRecord, RmaLineRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_of, settle_open
from returns_desk.usecases.require import require


@dataclass(frozen=True)
class Marks:
    """What the scan said of the piece besides its product (GS1 21, 10, 17)."""

    serial: str = ""
    lot: str = ""
    expires: date | None = None

    def as_texts(self) -> tuple[str, ...]:
        """The marks as a question keeps them."""
        return self.serial, self.lot, self.expires.isoformat() if self.expires else ""


def kept_marks(texts: tuple[str, ...]) -> Marks:
    """Read the marks that a question kept."""
    serial, lot, expires = texts
    return Marks(serial, lot, date.fromisoformat(expires) if expires else None)


def take_item(work: Work, product: ProductRecord, scanned: str, marks: Marks = Marks()) -> None:
    """Take one piece of a product out of the open parcel; the inverse is ``put_back``.

    A piece that was not announced is asked about first; the same scan again, or OK, takes it. In a parcel that nobody
    announced everything is taken. Refuses ``ParcelFirst`` and ``NotGradedYet``.
    """
    require(work, Permission.RECEIVE)
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        raise ParcelFirst(scanned)
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
    product = product_by_sku(work.session, code) or _unlisted(work, code)
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    assert parcel is not None
    _take(work, parcel, product, None, ReceiptOutcome.UNEXPECTED, Marks())


def put_back(work: Work, event: ItemTaken) -> None:
    """Undo ``take_item``: the piece is in its box again; its number stays used.

    Refuses ``CannotUndo`` once somebody went on with the piece, or its box lies here no longer.
    """
    item = item_of(work, event.item_id)
    if item.state is not ItemState.RECEIVED or item.held or work.bench.parcel_id != item.parcel_id:
        raise CannotUndo(item.number)
    line = work.get(RmaLineRecord, item.line_id)
    if line is not None:
        line.received -= item.quantity
    item.state = ItemState.PUT_BACK
    settle_open(work, item.parcel)
    forget(work.session, item.id)
    hold_again_in_hand(work, event.hand_before)


def pick_up_item(work: Work, item: ItemRecord) -> None:
    """Take a piece in hand that has its number already, whichever parcel lies here; the inverse is ``lay_down``.

    Refuses ``WrongState`` for a piece that is decided (its decision is undone first) or in hand at another station.
    """
    require(work, Permission.RECEIVE)
    if item.state not in (ItemState.RECEIVED, ItemState.INSPECTED):
        raise WrongState("item", item.number, item.state.value)
    if station_holding(work.session, item.id) not in (None, work.seat.station_id):
        raise WrongState("item", item.number, "in hand")
    before = work.bench.item_id or ""
    work.bench.item_id = item.id
    work.record(
        ItemPickedUp(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            product=item.product.name,
            product_en=item.product.name_en,
            hand_before=before,
        )
    )


def lay_down(work: Work, event: ItemPickedUp) -> None:
    """Undo ``pick_up_item``."""
    hold_again_in_hand(work, event.hand_before)


def record_serial(work: Work, serial: str) -> None:
    """Note the serial number of the piece in hand, whether it is the announced one or not.

    The inverse is ``forget_serial``. Refuses ``ItemFirst``.
    """
    require(work, Permission.RECEIVE)
    item = item_in_hand(work)
    line = work.get(RmaLineRecord, item.line_id)
    announced = line.serial if line else ""
    key = lookup_key(serial)
    work.record(
        SerialRecorded(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            serial=key,
            before=item.serial,
            fits=not announced or announced == key,
        )
    )
    _set_serial(work, item, key)


def forget_serial(work: Work, event: SerialRecorded) -> None:
    """Undo ``record_serial``. Refuses ``CannotUndo`` once another serial was read."""
    item = item_of(work, event.item_id)
    if item.serial != event.serial:
        raise CannotUndo(item.number)
    _set_serial(work, item, event.before)


def _set_serial(work: Work, item: ItemRecord, serial: str) -> None:
    item.serial = serial
    forget(work.session, item.id)
    make_findable(work.session, "item", item.id, *_known_by(item, item.product, item.parcel, item.rma))


def item_in_hand(work: Work) -> ItemRecord:
    """The piece that the clerk holds. Refuses ``ItemFirst``."""
    item = work.get(ItemRecord, work.bench.item_id)
    if item is None:
        raise ItemFirst()
    return item


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
    rma = line.rma if line else (parcel.rmas[0] if parcel.rmas else None)
    item = work.add(_new_item(work, product, line, marks))
    item.outcome, item.parcel_id = outcome, parcel.id
    item.rma_id, item.stated = (rma.id, rma.stated) if rma else (None, None)
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
        )
    )
    parcel.state = open_state(taken=True, announced=bool(parcel.rmas))
    work.bench.item_id = item.id
    make_findable(work.session, "item", item.id, *_known_by(item, product, parcel, rma))


def _known_by(item: ItemRecord, product: ProductRecord, parcel: ParcelRecord, rma: RmaRecord | None) -> tuple[str, ...]:
    """The words by which a piece is found."""
    known = (item.number, product.name, product.name_en, product.sku, item.serial, parcel.number, parcel.tracking)
    return (*known, rma.number, rma.customer) if rma else known


def _new_item(work: Work, product: ProductRecord, line: RmaLineRecord | None, marks: Marks) -> ItemRecord:
    """A piece with its own number; the announced line that it fills counts it as received."""
    if line is not None:
        line.received += 1
    return ItemRecord(
        id=new_id(),
        number=f"IT-{work.seat.code}-{next_number(work.session, f'item {work.seat.code}'):06d}",
        state=ItemState.RECEIVED,
        product_id=product.id,
        line_id=line.id if line else None,
        serial=marks.serial,
        lot=marks.lot,
        expires=marks.expires,
        currency=product.currency,
        received_at=work.now,
    )


def _unlisted(work: Work, code: str) -> ProductRecord:
    """A product of which only the code is known; the catalogue's next import may say more."""
    product = work.add(
        ProductRecord(
            id=new_id(), sku=code, sku_key=lookup_key(code), name=code, currency=work.shop.currency, category="unlisted"
        )
    )
    work.flush()
    return product
