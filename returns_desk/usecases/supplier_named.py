"""Find the supplier that somebody named."""

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.refusals import NotFound
from returns_desk.store.lookups.catalogue import partner_by_code
from returns_desk.store.records import PartnerRecord
from returns_desk.store.work import Work


def supplier_named(work: Work, code: str) -> PartnerRecord:
    """The supplier of a code, whatever its case. Refuses ``NotFound``, also for a charity or a recycler."""
    partner = partner_by_code(work.session, code)
    if partner is None or partner.kind is not PartnerKind.SUPPLIER:
        raise NotFound("supplier", code)
    return partner
