"""What a scanned number belongs to: the database is asked first, in one fixed order."""

from datetime import date

from returns_desk.domain.codes import lookup_key
from returns_desk.scanning.scan import Scan, ScanKind
from returns_desk.store.lookups.catalogue import products_by_code
from returns_desk.store.lookups.returns import (
    announced_serial,
    item_by_number,
    parcel_by_number,
    parcel_by_tracking,
    rma_by_number,
    rmas_by_order,
)
from returns_desk.store.records import ItemRecord, ParcelRecord, ProductRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.receive_item import Marks

Thing = ItemRecord | ParcelRecord | RmaRecord | tuple[ProductRecord, Marks] | list[ProductRecord] | None


def look_up_code(work: Work, scan: Scan) -> Thing:
    """The thing that a number names, or several products of one code, or nothing."""
    keys = scan.lookup_keys
    if scan.kind is ScanKind.ITEM:
        return item_by_number(work.session, scan.value)
    if scan.kind is ScanKind.PARCEL:
        return parcel_by_number(work.session, scan.value)
    by_product = _product(work, scan)
    if scan.kind is ScanKind.PRODUCT and by_product:
        return by_product
    by_serial = announced_serial(work.session, work.bench.parcel_id, keys) if work.bench.parcel_id else None
    if by_serial is not None:
        return by_serial.product, Marks(serial=by_serial.serial)
    return (
        rma_by_number(work.session, keys)
        or parcel_by_tracking(work.session, keys)
        or rmas_by_order(work.session, keys)
        or by_product
    )


def _product(work: Work, scan: Scan) -> tuple[ProductRecord, Marks] | list[ProductRecord] | None:
    """The product of a code; several only when two carry the same code and the open parcel expects neither alone."""
    gtin = scan.parts.get("gtin", "")
    products = products_by_code(work.session, [gtin, *scan.lookup_keys] if gtin else list(scan.lookup_keys))
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if len(products) > 1 and parcel is not None:
        announced = {line.product_id for rma in parcel.rmas for line in rma.lines if line.received < line.quantity}
        products = [product for product in products if product.id in announced] or products
    if len(products) == 1:
        return products[0], _marks(scan)
    return products or None


def _marks(scan: Scan) -> Marks:
    try:
        expires = date.fromisoformat(scan.parts.get("expiry", ""))
    except ValueError:
        expires = None
    return Marks(lookup_key(scan.parts.get("serial", "")), scan.parts.get("lot", ""), expires)
