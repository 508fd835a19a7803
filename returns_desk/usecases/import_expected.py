"""Take announced returns into the store, again and again: what changed is changed, what was received stays received."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.rows import ExpectedRow, RefusedRow
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.catalogue import product_by_sku, products_by_code, products_by_sku
from returns_desk.store.lookups.returns import parcel_by_tracking, rma_by_number
from returns_desk.store.records import ParcelRecord, ProductCodeRecord, ProductRecord, RmaLineRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.adopt_items import adopt_items
from returns_desk.usecases.bench_steps import settle_rmas
from returns_desk.usecases.import_rows import Taken, may_import, write_facts


def import_expected(work: Work, rows: Sequence[ExpectedRow]) -> Taken:
    """Take announced lines in, grouped by their return. A product that nobody knows refuses its row only.

    All rows of one return must come in one call, or its later lines are added to it.
    """
    may_import(work, Permission.IMPORT)
    known = products_by_sku(work.session, [row.sku for row in rows if row.sku])
    grouped: dict[str, list[ExpectedRow]] = defaultdict(list)
    for row in rows:
        grouped[lookup_key(row.rma)].append(row)
    taken = Taken()
    for of_one in grouped.values():
        taken += _take_return(work, of_one, known)
    return taken


def _take_return(work: Work, rows: list[ExpectedRow], known: dict[str, ProductRecord]) -> Taken:
    taken = Taken()
    fitting = []
    for row in rows:
        product = _product(work, row, known)
        if product is None:
            refusal = RowRefused("unknown product", "sku", row.sku or row.code)
            taken += Taken(refused=(RefusedRow(row.line, refusal),))
        else:
            fitting.append((row, product))
    if not fitting:
        return taken
    rma, state = _rma(work, fitting[0][0])
    added = state == "added"
    changed = state == "changed"
    lines = list(rma.lines) if not added else []
    for row, product in fitting:
        wrote = _take_line(work, rma, row, product, lines)
        changed = changed or wrote
    changed = _link_boxes(work, rma, rows) or changed
    count = len(fitting)
    if added:
        return taken + Taken(added=count)
    return taken + (Taken(changed=count) if changed else Taken(same=count))


def _rma(work: Work, row: ExpectedRow) -> tuple[RmaRecord, str]:
    facts: dict[str, Any] = {
        "customer": row.customer,
        "phone": row.phone,
        "vip": row.vip,
        "order_no": lookup_key(row.order),
        "channel": row.channel,
        "announced": row.announced,
        "purchased": row.bought,
        "delivered": row.delivered,
        "expires": row.expires,
        "stated": row.stated,
        "wanted": row.wanted,
        "note": row.note,
    }
    rma = rma_by_number(work.session, [row.rma])
    if rma is not None and not write_facts(rma, facts):
        return rma, "same"
    state = "changed" if rma else "added"
    if rma is None:
        rma = work.add(RmaRecord(id=new_id(), number=row.rma, number_key=lookup_key(row.rma), state="open", **facts))
    else:
        forget(work.session, rma.id)
    make_findable(work.session, "rma", rma.id, row.rma, row.customer, row.order, row.phone, *row.tracking)
    return rma, state


def _take_line(
    work: Work, rma: RmaRecord, row: ExpectedRow, product: ProductRecord, lines: list[RmaLineRecord]
) -> bool:
    """Add a line, or change the quantity of the one that is there, never below what was received of it."""
    serial = lookup_key(row.serial)
    same = [line for line in lines if line.product_id == product.id and line.serial == serial]
    if row.repeat <= len(same):
        line = same[row.repeat - 1]
        return write_facts(line, {"quantity": max(row.quantity, line.received)})
    line = RmaLineRecord(
        id=new_id(), rma_id=rma.id, product_id=product.id, quantity=row.quantity, received=0, serial=serial
    )
    work.add(line)
    lines.append(line)
    return True


def _link_boxes(work: Work, rma: RmaRecord, rows: Iterable[ExpectedRow]) -> bool:
    """Announce the boxes of a return; one that came before its announcement is matched now."""
    changed = False
    for tracking in dict.fromkeys(number for row in rows for number in row.tracking):
        box = parcel_by_tracking(work.session, [tracking])
        if box is None:
            box = _announce(work, tracking, next((row.carrier for row in rows if tracking in row.tracking), ""))
        if rma not in box.rmas:
            box.rmas.append(rma)
            if box.state is ParcelState.UNMATCHED:
                box.state = ParcelState.MATCHED
            adopt_items(work, box, rma)
            settle_rmas(work, box)
            work.flush()
            changed = True
    return changed


def _announce(work: Work, tracking: str, carrier: str) -> ParcelRecord:
    number = lookup_key(tracking)
    box = work.add(
        ParcelRecord(
            id=new_id(),
            number=number,
            tracking=tracking,
            tracking_key=number,
            carrier=carrier,
            state=ParcelState.ANNOUNCED,
        )
    )
    work.flush()
    make_findable(work.session, "parcel", box.id, tracking)
    return box


def _product(work: Work, row: ExpectedRow, known: dict[str, ProductRecord]) -> ProductRecord | None:
    key = lookup_key(row.sku)
    product = known.get(key) or (product_by_sku(work.session, row.sku) if row.sku else None)
    if product is None and row.code:
        product = next(iter(products_by_code(work.session, [row.code])), None)
    if product is None and row.create_product and key:
        product = _unlisted(work, row, key)
    if product is not None and key:
        known[key] = product
    return product


def _unlisted(work: Work, row: ExpectedRow, key: str) -> ProductRecord:
    """A product that only the announcement names."""
    product = ProductRecord(
        id=new_id(),
        sku=row.sku,
        sku_key=key,
        name=row.description or row.sku,
        currency=row.unit_price.currency if row.unit_price else work.shop.currency,
        price=row.unit_price.minor if row.unit_price else None,
        category="unlisted",
    )
    if row.code:
        product.codes = [ProductCodeRecord(code=row.code, code_key=product_key(row.code))]
    work.add(product)
    work.flush()
    return product
