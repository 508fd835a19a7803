"""A return that nobody announced gets a number of our own: of an order that was sold, or of what a parcel holds."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from returns_desk.domain.arrival_refusals import NothingToReturn
from returns_desk.domain.codes import lookup_key, phone_key
from returns_desk.domain.events import ReturnMade
from returns_desk.domain.grades import WantedOutcome
from returns_desk.domain.items import NO_PIECE, ReceiptOutcome
from returns_desk.domain.refusals import CannotUndo, NotFound
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.candidates import rmas_of_orders
from returns_desk.store.lookups.returns import items_of_parcel, items_of_rma, parcels_of_rma
from returns_desk.store.lookups.sales import sales_of_order
from returns_desk.store.numbers import next_number
from returns_desk.store.records import ParcelRecord, RmaLineRecord, RmaRecord, SaleRecord
from returns_desk.store.work import Work

_LONGEST_NAME = 60


@dataclass(frozen=True)
class _Wanted:
    """One line to make."""

    product_id: str
    quantity: int
    serial: str = ""
    price: int | None = None


def unreturned(sales: list[SaleRecord], announced: list[RmaRecord]) -> list[tuple[SaleRecord, int]]:
    """What of an order's sales no return announces yet: each sale with its quantity that is left."""
    lines = [line for rma in announced for line in rma.lines]
    named = {(line.product_id, line.serial) for line in lines if line.serial}
    pool = Counter[str]()
    for line in lines:
        pool[line.product_id] += line.quantity
    for sale in sales:
        if sale.serial and (sale.product_id, sale.serial) in named:
            pool[sale.product_id] -= sale.quantity
    left = []
    for sale in sales:
        gone = sale.quantity if (sale.product_id, sale.serial) in named and sale.serial else 0
        if not gone:
            gone = min(sale.quantity, max(pool[sale.product_id], 0))
            pool[sale.product_id] -= gone
        if sale.quantity > gone:
            left.append((sale, sale.quantity - gone))
    return left


def make_return_of_order(work: Work, order: str) -> RmaRecord:
    """Make a return of all that was sold in an order and not announced yet; the inverse is ``unmake_return``.

    Refuses ``NotFound``, and ``NothingToReturn`` when all of the order is announced.
    """
    sales = sales_of_order(work.session, order)
    if not sales:
        raise NotFound("order", order)
    left = unreturned(sales, rmas_of_orders(work.session, [order]))
    if not left:
        raise NothingToReturn(order)
    first = sales[0]
    rma = _new_return(work, first.customer, first.phone)
    rma.order_no, rma.channel = first.order_key, first.channel
    rma.purchased, rma.delivered = _earliest(sales), first.delivered
    wanted = [_Wanted(sale.product_id, quantity, sale.serial, _price(sale)) for sale, quantity in left]
    return _with_lines(work, rma, wanted)


def make_return_of_pieces(work: Work, parcel: ParcelRecord) -> RmaRecord:
    """Make a return of the pieces in a parcel that belong to none; the inverse is ``unmake_return``.

    Refuses ``NothingToReturn`` when there is no such piece.
    """
    items = items_of_parcel(work.session, parcel.id)
    loose = [item for item in items if item.line_id is None and item.outcome is not ReceiptOutcome.NOT_OURS]
    if not loose:
        raise NothingToReturn(parcel.number)
    counted = Counter[tuple[str, str]]()
    for item in loose:
        counted[item.product_id, item.serial] += item.quantity
    sender = parcel.sender.splitlines()[0].split(",")[0].strip() if parcel.sender else ""
    rma = _new_return(work, sender[:_LONGEST_NAME], "")
    return _with_lines(
        work, rma, [_Wanted(product_id, count, serial) for (product_id, serial), count in counted.items()]
    )


def unmake_return(work: Work, event: ReturnMade) -> None:
    """Undo both: the return is there no longer, its number stays used.

    Refuses ``CannotUndo`` while a parcel or a piece belongs to it.
    """
    rma = work.get(RmaRecord, event.rma_id)
    if rma is None or parcels_of_rma(work.session, rma.id):
        raise CannotUndo(event.number)
    pieces = items_of_rma(work.session, rma.id)
    if any(item.state not in NO_PIECE for item in pieces):
        raise CannotUndo(event.number)
    for item in pieces:
        item.rma_id = item.line_id = None
    work.flush()
    forget(work.session, rma.id)
    for line in list(rma.lines):
        work.session.delete(line)
    work.flush()
    work.session.delete(rma)


def _new_return(work: Work, customer: str, phone: str) -> RmaRecord:
    number = f"RA-{work.seat.code}-{next_number(work.session, f'return {work.seat.code}'):06d}"
    return RmaRecord(
        id=new_id(),
        number=number,
        number_key=lookup_key(number),
        state="open",
        customer=customer,
        phone=phone,
        phone_key=phone_key(phone),
        announced=work.today,
        wanted=WantedOutcome.NONE,
        authorized=False,
    )


def _with_lines(work: Work, rma: RmaRecord, wanted: list[_Wanted]) -> RmaRecord:
    work.add(rma)
    work.flush()
    for one in wanted:
        line = RmaLineRecord(
            id=new_id(),
            rma_id=rma.id,
            product_id=one.product_id,
            quantity=one.quantity,
            received=0,
            serial=one.serial,
            price=one.price,
        )
        work.add(line)
    work.flush()
    make_findable(work.session, "rma", rma.id, rma.number, rma.customer, rma.order_no, rma.phone)
    work.record(
        ReturnMade(rma_id=rma.id, number=rma.number, customer=rma.customer, order=rma.order_no, lines=len(wanted))
    )
    return rma


def _price(sale: SaleRecord) -> int | None:
    """What was paid, where it is in the product's own currency."""
    return sale.price if sale.currency == sale.product.currency else None


def _earliest(sales: list[SaleRecord]) -> date | None:
    return min((sale.sold_on for sale in sales if sale.sold_on), default=None)
