"""A piece gets its record, its own number and the label with it; every later scan of that number finds it again."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.items import ItemState, ReceiptOutcome
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.ids import new_id
from returns_desk.store.numbers import next_number
from returns_desk.store.records import ItemRecord, ParcelRecord, ProductRecord, RmaLineRecord
from returns_desk.store.work import Work


@dataclass(frozen=True)
class Marks:
    """What the scan said of the piece besides its product (GS1 21, 10, 17), and of how many pieces."""

    serial: str = ""
    lot: str = ""
    expires: date | None = None
    pieces: int = 1  # in the carton that the code stands for; 0: in a carton of nobody knows how many

    @property
    def carton(self) -> bool:
        """Whether the code stands for a carton."""
        return self.pieces != 1

    def as_texts(self) -> tuple[str, ...]:
        """The marks as a question keeps them."""
        marks = self.serial, self.lot, self.expires.isoformat() if self.expires else ""
        return (*marks, str(self.pieces)) if self.carton else marks


NO_MARKS = Marks()


def kept_marks(texts: tuple[str, ...]) -> Marks:
    """Read the marks that a question or an event kept."""
    serial, lot, expires, *pieces = texts
    return Marks(serial, lot, date.fromisoformat(expires) if expires else None, int(pieces[0]) if pieces else 1)


def past_day(work: Work, expires: date | None) -> str:
    """The last day of a piece, as text, once it is past; else nothing."""
    return expires.isoformat() if expires is not None and expires < work.today else ""


def next_plate(work: Work) -> str:
    """The next licence plate of this station; given once, used for ever."""
    return f"IT-{work.seat.code}-{next_number(work.session, f'item {work.seat.code}'):06d}"


def new_item(
    work: Work,
    parcel: ParcelRecord,
    product: ProductRecord,
    line: RmaLineRecord | None,
    outcome: ReceiptOutcome,
    quantity: int = 1,
) -> ItemRecord:
    """Make the record of what was taken out of a box; the announced line that it fills counts it as received.

    The inverse is ``receive_item.put_back``.
    """
    if line is not None:
        line.received += quantity
    rma = line.rma if line else (parcel.rmas[0] if parcel.rmas else None)
    return work.add(
        ItemRecord(
            id=new_id(),
            number=next_plate(work),
            state=ItemState.RECEIVED,
            outcome=outcome,
            product_id=product.id,
            parcel_id=parcel.id,
            rma_id=rma.id if rma else None,
            line_id=line.id if line else None,
            stated=rma.stated if rma else None,
            quantity=quantity,
            currency=product.currency,
            received_at=work.now,
            began_at=work.now,
        )
    )


def let_be_found(work: Work, item: ItemRecord) -> None:
    """Let a new piece be found by its number, product, serial, box and customer."""
    work.flush()
    product, parcel, rma = item.product, item.parcel, item.rma
    known = (item.number, product.name, product.name_en, product.sku, item.serial, parcel.number, parcel.tracking)
    make_findable(work.session, "item", item.id, *known, *((rma.number, rma.customer) if rma else ()))


def find_again(work: Work, item: ItemRecord) -> None:
    """Let a piece be found by what is known of it now, no longer by what was known before."""
    work.flush()  # what this very step let it be found by is forgotten too
    forget(work.session, item.id)
    let_be_found(work, item)


def unlisted_product(work: Work, code: str) -> ProductRecord:
    """Make a product of which only the code is known; the catalogue's next import may say more."""
    product = work.add(
        ProductRecord(
            id=new_id(), sku=code, sku_key=lookup_key(code), name=code, currency=work.shop.currency, category="unlisted"
        )
    )
    work.flush()
    return product
