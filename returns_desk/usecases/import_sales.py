"""Take in what the shop sold, again and again: what changed is changed, nothing is doubled, nothing forgotten.

There is no inverse: the file as it was, imported again, brings its facts back.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from returns_desk.domain.codes import lookup_key, phone_key
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.rows import RefusedRow, SaleRow
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.sales import sales_of_orders
from returns_desk.store.records import ProductRecord, SaleRecord
from returns_desk.store.work import Work
from returns_desk.usecases.find_product import ProductsOfRows
from returns_desk.usecases.import_rows import Taken, may_import, write_facts

_Fitting = list[tuple[SaleRow, ProductRecord]]


def import_sales(work: Work, rows: Sequence[SaleRow]) -> Taken:
    """Take sold lines in, order by order. A product that nobody knows refuses its row only.

    All rows of one order must come in one call, or its equal lines are taken for one.
    """
    may_import(work, Permission.IMPORT)
    products = ProductsOfRows(work, rows)
    taken = Taken()
    orders: dict[str, _Fitting] = defaultdict(list)
    for row in rows:
        product = products.product_of(row)
        if product is None:
            refusal = RowRefused("unknown product", "sku", row.sku or row.code)
            taken += Taken(refused=(RefusedRow(row.line, refusal),))
        else:
            orders[lookup_key(row.order)].append((row, product))
    known: dict[str, list[SaleRecord]] = defaultdict(list)
    for sale in sales_of_orders(work.session, list(orders)):
        known[sale.order_key].append(sale)
    for key, fitting in orders.items():
        taken += _take_order(work, key, fitting, known[key])
    work.flush()
    return taken


def _take_order(work: Work, key: str, fitting: _Fitting, left: list[SaleRecord]) -> Taken:
    """Write an order's rows over the lines that are left of it: the same ones first, then those of the same product."""
    left = sorted(left, key=lambda sale: sale.repeat)
    places = Counter[tuple[str, str]]()
    for sale in left:
        places[sale.product_id, sale.serial] = sale.repeat
    pairs = [(row, product, _taken_from(left, product, lookup_key(row.serial))) for row, product in fitting]
    added = changed = same = 0
    for row, product, equal in pairs:
        before, facts = equal or _taken_from(left, product), _facts(row, product)
        if before is None or before.serial != facts["serial"]:
            places[product.id, facts["serial"]] += 1
            facts["repeat"] = places[product.id, facts["serial"]]
        if before is None:
            work.add(SaleRecord(id=new_id(), order_no=row.order, order_key=key, **facts))
            added += 1
        elif write_facts(before, facts):
            changed += 1
        else:
            same += 1
    return Taken(added, changed, same)


def _taken_from(left: list[SaleRecord], product: ProductRecord, serial: str | None = None) -> SaleRecord | None:
    """Take the first fitting line off the list; any serial fits where none is named."""
    for place, sale in enumerate(left):
        if sale.product_id == product.id and serial in (None, sale.serial):
            return left.pop(place)
    return None


def _facts(row: SaleRow, product: ProductRecord) -> dict[str, Any]:
    return {
        "product_id": product.id,
        "serial": lookup_key(row.serial),
        "quantity": row.quantity,
        "price": row.unit_price.minor if row.unit_price else None,
        "currency": row.unit_price.currency if row.unit_price else product.currency,
        "sold_on": row.sold,
        "delivered": row.delivered,
        "customer": row.customer,
        "phone": row.phone,
        "phone_key": phone_key(row.phone),
        "channel": row.channel,
    }
