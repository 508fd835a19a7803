"""A product leaves the catalogue, or comes back: what is here of it goes on, and more of it may still come."""

from returns_desk.domain.events import ProductDropped, ProductRestored
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import NotFound, WrongState
from returns_desk.store.lookups.catalogue import product_by_sku, products_by_code
from returns_desk.store.records import ProductRecord
from returns_desk.store.work import Work
from returns_desk.usecases.require import allow


def drop_product(work: Work, sku: str) -> None:
    """Take a product out of the catalogue; the inverse is ``restore_product``, or its next import.

    A piece in hand is graded and decided with what is known, and its codes are still recognised: a customer may send
    one back next year. Refuses ``NotFound``, ``WrongState`` (dropped before).
    """
    allow(work, Permission.IMPORT)
    product = _product(work, sku, dropped=False)
    product.dropped = True
    work.record(ProductDropped(sku=product.sku, product=product.name, product_en=product.name_en))


def restore_product(work: Work, sku: str) -> None:
    """Put a product back into the catalogue; the inverse is ``drop_product``. Refuses as it does."""
    allow(work, Permission.IMPORT)
    product = _product(work, sku, dropped=True)
    product.dropped = False
    work.record(ProductRestored(sku=product.sku, product=product.name, product_en=product.name_en))


def _product(work: Work, sku: str, *, dropped: bool) -> ProductRecord:
    found = product_by_sku(work.session, sku) or next(iter(products_by_code(work.session, [sku])), None)
    if found is None:
        raise NotFound("product", sku)
    if found.dropped is not dropped:
        raise WrongState("product", found.sku, "dropped" if found.dropped else "in the catalogue")
    return found
