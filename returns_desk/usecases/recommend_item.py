"""Put all that the rule looks at into one value, and ask the rule."""

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.recommendation import Case, Recommendation, recommend
from returns_desk.domain.terms import SupplierTerms
from returns_desk.store.lookups.catalogue import first_partner, terms_in_force
from returns_desk.store.records import ItemRecord, TermsRecord
from returns_desk.store.work import Work


def recommend_item(work: Work, item: ItemRecord) -> Recommendation | None:
    """The ranked options for a piece as it stands; ``None`` before its grade."""
    return recommend(case_of(work, item, item.grade)) if item.grade else None


def terms_of(work: Work, item: ItemRecord) -> TermsRecord | None:
    """The terms in force today of the piece's supplier."""
    supplier = item.product.supplier_id
    return terms_in_force(work.session, supplier, work.today) if supplier else None


def case_of(work: Work, item: ItemRecord, grade: Grade) -> Case:
    """All that the rule looks at, for one piece today."""
    product, rma = item.product, item.rma
    terms: SupplierTerms | None = None
    record = terms_of(work, item)
    if record is not None:
        terms = record.snapshot()
    return Case(
        grade=grade,
        today=work.today,
        currency=item.currency,
        findings=tuple(Finding(code) for code in item.findings),
        stated=item.stated,
        found=item.found,
        quantity=item.quantity,
        cost=product.cost,
        price=product.price,
        electrical=product.electrical,
        serialised=product.serialised,
        serial=item.serial,
        expires=item.expires,
        has_supplier=product.supplier_id is not None,
        terms=terms,
        purchased=rma.purchased if rma else None,
        delivered=rma.delivered if rma else None,
        charity=first_partner(work.session, PartnerKind.CHARITY) is not None,
        rates=work.shop.rates_now(),
    )
