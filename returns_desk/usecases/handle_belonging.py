"""A number that names no thing of ours, yet belongs to something: a customer's telephone, an item's serial."""

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.scanning.scan import Scan
from returns_desk.store.lookups.returns import announced_serial
from returns_desk.store.lookups.sales import sales_with_serials
from returns_desk.store.records import ParcelRecord, ProductRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask
from returns_desk.usecases.look_up_code import Several, look_up_belonging
from returns_desk.usecases.new_item import Marks
from returns_desk.usecases.receive_item import take_item
from returns_desk.usecases.receive_parcel import receive_rma

_FEW = 5


def handle_belonging(work: Work, scan: Scan) -> bool:
    """Go on with what a number belongs to, and say whether it belongs to anything.

    A sure return is in the open parcel or the next one; the serial of a piece takes the piece too, for it lies here.
    Refuses what receiving and taking refuse.
    """
    found = look_up_belonging(work, scan)
    if found is None:
        return False
    if isinstance(found, RmaRecord):
        if not _lies_open(work, found) or _piece(work, scan) is None:
            receive_rma(work, found)
            work.flush()
    elif isinstance(found, Several) and (not work.bench.parcel_id or _piece(work, scan) is None):
        ask(work, QuestionKind.WHICH_RETURN, scan.trimmed, found.numbers)
        return True
    product = _piece(work, scan)
    if product is not None and work.bench.question is None:
        take_item(work, product, scan.shown, Marks(serial=lookup_key(scan.trimmed)))
    return True


def _lies_open(work: Work, rma: RmaRecord) -> bool:
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    return parcel is not None and rma in parcel.rmas


def _piece(work: Work, scan: Scan) -> ProductRecord | None:
    """The product of which this is a serial: announced for the open parcel, else the only one it was sold of."""
    parcel_id = work.bench.parcel_id
    line = announced_serial(work.session, parcel_id, [scan.trimmed]) if parcel_id else None
    if line is not None:
        return line.product
    sold = {sale.product_id: sale.product for sale in sales_with_serials(work.session, [scan.trimmed], _FEW)}
    return next(iter(sold.values())) if len(sold) == 1 else None
