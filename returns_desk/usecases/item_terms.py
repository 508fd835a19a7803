"""The terms under which a piece's supplier takes it back today."""

from returns_desk.store.lookups.catalogue import terms_in_force
from returns_desk.store.records import ItemRecord, TermsRecord
from returns_desk.store.work import Work


def terms_of(work: Work, item: ItemRecord) -> TermsRecord | None:
    """The terms in force today of the piece's supplier.

    The rule, the photographs and the batch ask for the same ones in one step; the database is asked once.
    """
    supplier = item.product.supplier_id
    if not supplier:
        return None
    found: dict[str, TermsRecord | None] = work.session.info.setdefault("terms in force", {})
    if supplier not in found:
        found[supplier] = terms_in_force(work.session, supplier, work.today)
    return found[supplier]
