"""The product that a row of a file names, made from the row where the file may bring products of its own."""

from collections.abc import Sequence

from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.exchange.rows import ExpectedRow, SaleRow
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.catalogue import products_by_code, products_by_sku
from returns_desk.store.records import ProductCodeRecord, ProductRecord
from returns_desk.store.work import Work

NamesProduct = ExpectedRow | SaleRow


class ProductsOfRows:
    """The products of many rows, fetched at once, each row's found or made when it is asked for."""

    def __init__(self, work: Work, rows: Sequence[NamesProduct]) -> None:
        self._work = work
        self._by_sku = products_by_sku(work.session, [row.sku for row in rows if row.sku])
        self._by_code: dict[str, ProductRecord | None] = {}

    def product_of(self, row: NamesProduct) -> ProductRecord | None:
        """The product of a row, or nothing where nobody knows it and the row may not make it."""
        key = lookup_key(row.sku)
        product = self._by_sku.get(key) if key else None
        if product is None and row.code:
            product = self._coded(row.code)
        if product is None and row.create_product and key:
            product = self._made(row, key)
        if product is not None and key:
            self._by_sku[key] = product
        return product

    def _coded(self, code: str) -> ProductRecord | None:
        if code not in self._by_code:
            self._by_code[code] = next(iter(products_by_code(self._work.session, [code])), None)
        return self._by_code[code]

    def _made(self, row: NamesProduct, key: str) -> ProductRecord:
        """A product that only this file names."""
        product = ProductRecord(
            id=new_id(),
            sku=row.sku,
            sku_key=key,
            name=row.description or row.sku,
            currency=row.unit_price.currency if row.unit_price else self._work.shop.currency,
            price=row.unit_price.minor if row.unit_price else None,
            category="unlisted",
        )
        if row.code:
            product.codes = [ProductCodeRecord(code=row.code, code_key=product_key(row.code))]
        self._work.add(product)
        self._work.flush()
        return product


def price_in_own_currency(row: NamesProduct, product: ProductRecord) -> int | None:
    """What the customer paid for one, where it is in the product's currency."""
    price = row.unit_price
    return price.minor if price is not None and price.currency == product.currency else None
