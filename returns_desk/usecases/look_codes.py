"""Look up what a code in a picture belongs to, before anybody decides to take it; nothing here changes anything."""

from dataclasses import dataclass

from returns_desk.domain.scan_facts import ScanKind
from returns_desk.scanning.product_codes import gtin_inside
from returns_desk.scanning.recogniser import recognise
from returns_desk.scanning.scan import Scan, shown
from returns_desk.store.lookups.batches import batch_by_number
from returns_desk.store.lookups.catalogue import products_by_code
from returns_desk.store.lookups.places import place_by_code
from returns_desk.store.lookups.returns import (
    announced_serial,
    item_by_number,
    parcel_by_number,
    parcel_by_tracking,
    rma_by_number,
    rmas_by_order,
)
from returns_desk.store.records import ParcelRecord, ProductRecord
from returns_desk.store.work import Work


@dataclass(frozen=True)
class CodeMeaning:
    """What a code is and whose; ``known``: the database, or the program itself, has it."""

    text: str
    kind: ScanKind
    number: str  # as it may be shown; empty for a badge
    known: bool = False
    name: str = ""
    name_en: str = ""

    def name_in(self, language: str) -> str:
        """The name of the thing in a language, else the one there is."""
        return (self.name_en or self.name) if language == "en" else (self.name or self.name_en)


def meaning_of(work: Work, text: str) -> CodeMeaning:
    """Say what a code is, by the database first and by its form second."""
    scan = recognise(text)
    if scan.kind is ScanKind.BADGE:
        return CodeMeaning(text, scan.kind, "", known=True)
    if scan.kind is ScanKind.COMMAND:
        return CodeMeaning(text, scan.kind, scan.value, known=True)
    return _thing(work, scan) or CodeMeaning(text, scan.kind, shown(scan.value or text))


def _thing(work: Work, scan: Scan) -> CodeMeaning | None:
    """The thing that has this number, most certain first; a product code says the product even if a serial is alike."""
    if not scan.lookup_keys:
        return None
    return _own_thing(work, scan) or _product(work, scan) or _announced(work, scan) or _place(work, scan)


def _own_thing(work: Work, scan: Scan) -> CodeMeaning | None:
    if scan.kind is ScanKind.ITEM:
        item = item_by_number(work.session, scan.value)
        return _of_product(scan, ScanKind.ITEM, item.number, item.product) if item else None
    if scan.kind is ScanKind.BATCH:
        batch = batch_by_number(work.session, scan.value)
        if batch is None:
            return None
        return CodeMeaning(scan.text, scan.kind, batch.number, True, batch.partner.name, batch.partner.name_en)
    if scan.kind is ScanKind.PARCEL:
        parcel = parcel_by_number(work.session, scan.value)
        return CodeMeaning(scan.text, scan.kind, parcel.number, True, _sender(parcel)) if parcel else None
    return None


def _sender(parcel: ParcelRecord) -> str:
    """Whose box it is, as far as somebody announced it."""
    return next((rma.customer for rma in parcel.rmas if rma.customer), parcel.carrier)


def _product(work: Work, scan: Scan) -> CodeMeaning | None:
    gtin = scan.parts.get("gtin", "")
    found = products_by_code(work.session, [gtin, *scan.lookup_keys] if gtin else list(scan.lookup_keys))
    inside = gtin_inside(scan.value) if not found else None
    found = found or (products_by_code(work.session, [inside]) if inside else [])
    return _of_product(scan, ScanKind.PRODUCT, scan.value or scan.trimmed, found[0]) if found else None


def _announced(work: Work, scan: Scan) -> CodeMeaning | None:
    """A serial number of the open parcel, an announced return, a box on its way, an order."""
    keys = scan.lookup_keys
    line = announced_serial(work.session, work.bench.parcel_id, keys) if work.bench.parcel_id else None
    if line is not None:
        return _of_product(scan, ScanKind.SERIAL, line.serial, line.product)
    rma = rma_by_number(work.session, keys)
    if rma is not None:
        return CodeMeaning(scan.text, ScanKind.RMA, rma.number, True, rma.customer)
    parcel = parcel_by_tracking(work.session, keys)
    if parcel is not None:
        return CodeMeaning(scan.text, ScanKind.TRACKING, parcel.tracking or parcel.number, True, _sender(parcel))
    order = rmas_by_order(work.session, keys)
    return CodeMeaning(scan.text, ScanKind.RMA, order.number, True, order.customer) if order else None


def _place(work: Work, scan: Scan) -> CodeMeaning | None:
    """A bin, whatever else its code might be read as; the goods and papers of the trade come first."""
    place = place_by_code(work.session, scan.lookup_keys)
    return CodeMeaning(scan.text, ScanKind.PLACE, place.code, True, place.name) if place else None


def _of_product(scan: Scan, kind: ScanKind, number: str, product: ProductRecord) -> CodeMeaning:
    return CodeMeaning(scan.text, kind, number, True, product.name, product.name_en)
