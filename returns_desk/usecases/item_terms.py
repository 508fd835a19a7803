"""The terms under which a piece's supplier takes it back today."""

from returns_desk.store.lookups.catalogue import terms_in_force
from returns_desk.store.records import ItemRecord, TermsRecord
from returns_desk.store.work import Work


def terms_of(work: Work, item: ItemRecord) -> TermsRecord | None:
    """The terms in force today of the piece's supplier."""
    supplier = item.product.supplier_id
    return terms_in_force(work.session, supplier, work.today) if supplier else None
