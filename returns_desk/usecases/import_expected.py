"""Take announced returns into the store, again and again: what changed is changed, what was received stays received.

There is no inverse: the file as it was, imported again, brings its facts back.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from returns_desk.domain.codes import lookup_key, phone_key
from returns_desk.domain.events import ReturnsAnnounced
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.rows import ExpectedRow, RefusedRow
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.returns import items_of_rma, lines_of_rma, rma_by_number
from returns_desk.store.records import ProductRecord, RmaLineRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.announce_boxes import announce_boxes
from returns_desk.usecases.bench_steps import settle_rma
from returns_desk.usecases.find_product import ProductsOfRows, price_in_own_currency
from returns_desk.usecases.import_rows import Taken, may_import, write_facts
from returns_desk.usecases.new_item import find_again

_Fitting = list[tuple[ExpectedRow, ProductRecord]]
# facts that are kept under another name than their column's
_COLUMN_OF = {"phone_key": "phone", "order_no": "order", "purchased": "bought", "price": "unit_price"}


def import_expected(work: Work, rows: Sequence[ExpectedRow]) -> Taken:
    """Take announced lines in, grouped by their return. A product that nobody knows refuses its row only.

    All rows of one return must come in one call: what stands in no row of it is announced no longer, unless a row of it
    was refused. What was received of it stays, and so does what the file has no column for.
    """
    may_import(work, Permission.IMPORT)
    products = ProductsOfRows(work, rows)
    grouped: dict[str, list[ExpectedRow]] = defaultdict(list)
    for row in rows:
        grouped[lookup_key(row.rma)].append(row)
    taken = Taken()
    for of_one in grouped.values():
        taken += _take_return(work, of_one, products)
    if taken.added or taken.changed:
        work.record(ReturnsAnnounced(added=taken.added, changed=taken.changed))
    return taken


def _take_return(work: Work, rows: list[ExpectedRow], products: ProductsOfRows) -> Taken:
    taken = Taken()
    fitting: _Fitting = []
    for row in rows:
        product = products.product_of(row)
        if product is None:
            refusal = RowRefused("unknown product", "sku", row.sku or row.code)
            taken += Taken(refused=(RefusedRow(row.line, refusal),))
        else:
            fitting.append((row, product))
    if not fitting:
        return taken
    whole = len(fitting) == len(rows) and all(row.whole for row in rows)
    rma, state = _rma(work, fitting[0][0])
    changed = state == "changed"
    lines = [] if state == "added" else lines_of_rma(work.session, rma.id)
    changed = _take_lines(work, rma, fitting, lines, whole=whole) or changed
    boxes_named = state != "added" and all("tracking" not in row.unsaid for row in rows)
    changed = announce_boxes(work, rma, rows, whole=whole and boxes_named) or changed
    count = len(fitting)
    if state == "added":
        return taken + Taken(added=count)
    if changed and rma.state != "open":
        work.flush()
        work.session.refresh(rma, ["lines"])
        settle_rma(work, rma)
    return taken + (Taken(changed=count) if changed else Taken(same=count))


def _rma(work: Work, row: ExpectedRow) -> tuple[RmaRecord, str]:
    """The return of a row, and whether it was added, changed or stayed the same."""
    facts = _facts(row)
    rma = rma_by_number(work.session, [row.rma])
    before = (rma.customer, rma.order_no, rma.phone) if rma else None
    if rma is not None and not write_facts(rma, _said(row, facts)):
        return rma, "same"
    state = "changed" if rma else "added"
    if rma is None:
        rma = work.add(RmaRecord(id=new_id(), number=row.rma, number_key=lookup_key(row.rma), state="open", **facts))
    else:
        forget(work.session, rma.id)
    make_findable(
        work.session,
        "rma",
        rma.id,
        row.rma,
        row.customer,
        row.order or rma.order_no,
        row.phone or rma.phone,
        *row.tracking,
    )
    if before is not None and before[0] != row.customer:
        for item in items_of_rma(work.session, rma.id):
            find_again(work, item)
    return rma, state


def _facts(row: ExpectedRow) -> dict[str, Any]:
    return {
        "customer": row.customer,
        "phone": row.phone,
        "phone_key": phone_key(row.phone),
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
        "asn": row.asn,
        "protected": row.protected,
    }


def _said(row: ExpectedRow, facts: dict[str, Any]) -> dict[str, Any]:
    """Facts for which the row's file has a column; of the others stays what an earlier file said."""
    return {name: value for name, value in facts.items() if _COLUMN_OF.get(name, name) not in row.unsaid}


def _take_lines(work: Work, rma: RmaRecord, fitting: _Fitting, lines: list[RmaLineRecord], *, whole: bool) -> bool:
    """Write rows over the lines there are: equal ones first, then those of which only the serial changed.

    A line is never announced below what was received of it; of a ``whole`` return one without a row counts no more.
    """
    left = list(lines)
    pairs = [(row, product, _line_from(left, product, lookup_key(row.serial))) for row, product in fitting]
    changed = False
    for row, product, equal in pairs:
        line = equal or _line_from(left, product)
        if line is None:
            line = work.add(RmaLineRecord(id=new_id(), rma_id=rma.id, product_id=product.id, quantity=0, received=0))
        facts = {
            "serial": lookup_key(row.serial),
            "quantity": max(row.quantity, line.received),
            "price": price_in_own_currency(row, product),
        }
        changed = write_facts(line, _said(row, facts)) or changed
    for line in left if whole else ():
        changed = write_facts(line, {"quantity": line.received}) or changed
    return changed


def _line_from(left: list[RmaLineRecord], product: ProductRecord, serial: str | None = None) -> RmaLineRecord | None:
    """Take the first fitting line off the list; any serial fits where none is named."""
    for place, line in enumerate(left):
        if line.product_id == product.id and serial in (None, line.serial):
            return left.pop(place)
    return None
