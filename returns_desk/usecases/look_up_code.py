"""What a scanned number belongs to: the database is asked first, in one fixed order."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.candidates import ReturnCandidate, certain
from returns_desk.domain.codes import lookup_key
from returns_desk.scanning.product_codes import gtin_inside
from returns_desk.scanning.scan import Scan, ScanKind
from returns_desk.store.lookups.candidates import first_rmas_of_order
from returns_desk.store.lookups.catalogue import pieces_by_code, products_by_code
from returns_desk.store.lookups.returns import (
    announced_serial,
    item_by_number,
    parcel_by_number,
    parcel_by_tracking,
    rma_by_number,
)
from returns_desk.store.lookups.sales import sales_of_order
from returns_desk.store.records import ItemRecord, ParcelRecord, ProductRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import awaits_pieces
from returns_desk.usecases.look_candidates import candidates_of_number, candidates_of_order
from returns_desk.usecases.new_item import Marks


@dataclass(frozen=True)
class Several:
    """Returns and orders that a number may mean, the likeliest first."""

    candidates: tuple[ReturnCandidate, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """What there is to choose from."""
        return tuple(candidate.number for candidate in self.candidates)


Thing = ItemRecord | ParcelRecord | RmaRecord | Several | tuple[ProductRecord, Marks] | list[ProductRecord] | None


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
    named = rma_by_number(work.session, keys) or parcel_by_tracking(work.session, keys)
    return named or _of_order(work, scan) or by_product


def look_up_belonging(work: Work, scan: Scan) -> Thing:
    """What a number that names no thing of ours belongs to: a customer's telephone, a serial announced or sold."""
    found = candidates_of_number(work, scan.trimmed)
    return _sure_one(work, found) or (Several(found) if found else None)


def _of_order(work: Work, scan: Scan) -> Thing:
    """The return of an order, at once where only one is open; several, or an order nobody announced, are asked of."""
    rmas = first_rmas_of_order(work.session, scan.lookup_keys)
    if len(rmas) == 1 and awaits_pieces(rmas[0]):
        return rmas[0]
    if not rmas and not sales_of_order(work.session, scan.trimmed):
        return None
    found = candidates_of_order(work, scan.lookup_keys)
    if len(found) == 1 and found[0].kind == "rma":
        return rma_by_number(work.session, [found[0].number])
    return _sure_one(work, found) or (Several(found) if found else next(iter(rmas), None))


def _sure_one(work: Work, found: tuple[ReturnCandidate, ...]) -> RmaRecord | None:
    sure = certain(found)
    rma = rma_by_number(work.session, [sure.number]) if sure else None
    return rma if rma is not None and awaits_pieces(rma) else None


def _product(work: Work, scan: Scan) -> tuple[ProductRecord, Marks] | list[ProductRecord] | None:
    """The product of a code; several only when two carry the same code and the open parcel expects neither alone."""
    gtin = scan.parts.get("gtin", "")
    pieces = _pieces_by_code(work, scan, [gtin, *scan.lookup_keys] if gtin else list(scan.lookup_keys))
    products = list(pieces)
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if len(products) > 1 and parcel is not None:
        announced = {line.product_id for rma in parcel.rmas for line in rma.lines if line.received < line.quantity}
        products = [product for product in products if product.id in announced] or products
    if len(products) == 1:
        return products[0], marks_of(scan, pieces[products[0]])
    return products or None


def _pieces_by_code(work: Work, scan: Scan, codes: list[str]) -> dict[ProductRecord, int]:
    """The products of a code with its pieces: 0 of a carton that is known only by the product inside."""
    found = pieces_by_code(work.session, codes)
    inside = gtin_inside(scan.value) if scan.kind is ScanKind.PRODUCT and not found else None
    return found or (dict.fromkeys(products_by_code(work.session, [inside]), 0) if inside else {})


def marks_of(scan: Scan, pieces: int = 1) -> Marks:
    """What a code says besides its product; the serial number on a carton is no piece's."""
    try:
        expires = date.fromisoformat(scan.parts.get("expiry", ""))
    except ValueError:
        expires = None
    told = scan.parts.get("quantity", "") if "content_gtin" in scan.parts else ""
    pieces *= int(told) if told.isascii() and told.isdigit() else 1
    serial = lookup_key(scan.parts.get("serial", "")) if pieces == 1 else ""
    return Marks(serial, scan.parts.get("lot", ""), expires, pieces)
