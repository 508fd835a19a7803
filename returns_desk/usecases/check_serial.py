"""A serial number is held against what is known: the announcement, earlier returns, the sales. It never stops a piece.

The first that speaks counts: another serial was announced; the same piece came back before and was not sold since;
it was sold, or announced by the shop itself; the shop tells which serials it sells, and this is none of them.
"""

from dataclasses import dataclass

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.contents_refusals import SerialTwice
from returns_desk.domain.items import SerialCheck
from returns_desk.store.lookups.returns import piece_with_serial, pieces_of_serial
from returns_desk.store.lookups.sales import product_has_sold_serials, sales_of_serial
from returns_desk.store.records import ItemRecord, RmaLineRecord, SaleRecord
from returns_desk.store.work import Work


@dataclass(frozen=True)
class Checked:
    """What is known of a serial, with the piece that bore it before, where there is one."""

    check: SerialCheck = SerialCheck.NONE
    earlier: str = ""


def check_serial(work: Work, item: ItemRecord, serial: str) -> Checked:
    """Say what is known of a serial at a piece. Looks only."""
    if not serial:
        return Checked()
    line = work.get(RmaLineRecord, item.line_id)
    announced = line.serial if line else ""
    if announced and announced != serial:
        return Checked(SerialCheck.OTHER)
    sales = sales_of_serial(work.session, item.product_id, serial)
    before = [piece for piece in pieces_of_serial(work.session, item.product_id, serial) if piece.id != item.id]
    if before and not _sold_since(sales, before[0]):
        return Checked(SerialCheck.RETURNED_BEFORE, before[0].number)
    if sales or announced:
        return Checked(SerialCheck.FITS)
    told = product_has_sold_serials(work.session, item.product_id)
    return Checked(SerialCheck.NEVER_SOLD if told else SerialCheck.UNKNOWN)


def refuse_serial_twice(work: Work, parcel_id: str | None, product_id: str, serial: str, but: str = "") -> None:
    """A serial that a piece of this very box bears already was read twice. Refuses ``SerialTwice``.

    A box that was opened again on another day is looked at anew: then it is the earlier return that is said.
    """
    if not serial or not parcel_id:
        return
    for piece in pieces_of_serial(work.session, product_id, serial):
        same_day = piece.received_at.astimezone().date() == work.today
        if piece.parcel_id == parcel_id and piece.id != but and same_day:
            raise SerialTwice(serial, piece.number)


def refuse_read_again(work: Work, text: str) -> None:
    """A number that nothing has but a piece of the open box, by its serial or by the one announced for it, is that
    piece, read again. Refuses ``SerialTwice``.
    """
    key = lookup_key(text)
    piece = piece_with_serial(work.session, work.bench.parcel_id, key) if work.bench.parcel_id and key else None
    if piece is not None:
        raise SerialTwice(key, piece.number)


def _sold_since(sales: list[SaleRecord], piece: ItemRecord) -> bool:
    came = piece.received_at.astimezone().date()
    return any(sale.sold_on is not None and sale.sold_on >= came for sale in sales)
