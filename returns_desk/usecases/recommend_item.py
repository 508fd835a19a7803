"""Put all that the rule looks at into one value, and ask the rule."""

from typing import Any

from returns_desk.domain.batches import PartnerKind, sort_of
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.items import Disposition, SerialCheck
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.recalls import RecallCheck
from returns_desk.domain.recommendation import Case, Recommendation
from returns_desk.domain.rules import RuleInForce, rule_in_force
from returns_desk.domain.terms import BelowMinimum, CreditMode, SupplierTerms
from returns_desk.store.lookups.batches import Gathering
from returns_desk.store.lookups.catalogue import first_partner
from returns_desk.store.lookups.decisions import book_in_force, credits_of_supplier, gathers_daily, value_waiting
from returns_desk.store.records import ItemRecord, PartnerRecord, TermsRecord
from returns_desk.store.work import Work
from returns_desk.usecases.check_recall import measure_of
from returns_desk.usecases.item_terms import terms_of
from returns_desk.usecases.need_photos import photos_missing


def recommend_item(work: Work, item: ItemRecord) -> Recommendation | None:
    """The ranked options for a piece as it stands; ``None`` before its grade."""
    if item.grade is None:
        return None
    case = case_of(work, item, item.grade)
    return recommend(case, rule_of(work, case))


def recommend_again(work: Work, item: ItemRecord) -> None:
    """Keep at the piece what the rule recommends now."""
    recommendation = recommend_item(work, item)
    advised = recommendation.advised if recommendation else None
    item.recommended = advised.disposition if advised else None


def rule_of(work: Work, case: Case) -> RuleInForce:
    """The figures in force today for a thing of this category and supplier."""
    return rule_in_force(book_in_force(work.session, work.today), case.category, case.supplier, case.today)


def case_of(work: Work, item: ItemRecord, grade: Grade) -> Case:
    """All that the rule looks at, for one piece today."""
    product, rma = item.product, item.rma
    return Case(
        grade=grade,
        today=work.today,
        currency=item.currency,
        findings=tuple(Finding(code) for code in item.findings),
        stated=item.stated,
        found=item.found,
        quantity=item.quantity,
        carton=item.carton,
        cost=product.cost,
        price=product.price,
        category=product.category,
        electrical=product.electrical,
        weight_g=product.weight_g,
        serialised=product.serialised,
        serial=item.serial,
        serial_unreadable=item.serial_check is SerialCheck.UNREADABLE,
        expires=item.expires,
        recalled=item.recall_check is RecallCheck.CONCERNED,
        lot_unread=item.recall_check is RecallCheck.UNREAD,
        measure=measure_of(work, item),
        purchased=rma.purchased if rma else None,
        delivered=rma.delivered if rma else None,
        charity=first_partner(work.session, PartnerKind.CHARITY) is not None,
        **_about_supplier(work, item),
    )


def _about_supplier(work: Work, item: ItemRecord) -> dict[str, Any]:
    """What is known of the piece's supplier, and whether photographs are missing that it asks for."""
    supplier, terms = work.get(PartnerRecord, item.product.supplier_id), terms_of(work, item)
    if supplier is None:
        return {}
    gross = Money((item.product.cost or 0) * item.quantity, item.currency)
    known = known_of_supplier(work, supplier, terms, gross, item.grade, but=item.id)
    if terms is None or not known["terms"].photos_needed:
        return known
    return known | {"photos_missing": bool(photos_missing(work, item, Disposition.SUPPLIER))}


def known_of_supplier(
    work: Work, supplier: PartnerRecord, record: TermsRecord | None, gross: Money, grade: Grade | None, *, but: str = ""
) -> dict[str, Any]:
    """What the rule looks at of a supplier: terms, how it credited so far, what waits for it.

    ``gross`` and ``grade`` are those of what is looked at, ``but`` the piece beside which is counted.
    """
    known = {"supplier": supplier.code, "has_supplier": True}
    if record is None:
        return known
    terms = record.snapshot()
    seen, share = credits_of_supplier(work.session, supplier.id)
    travels = grade is None or terms.mode(grade) is not CreditMode.DESTROY
    goods = Gathering(supplier.id, gross.currency, record.id, sort=sort_of(terms, grade))
    about = _about_minimum(work, goods, terms, gross, but) if terms.minimum_value and travels else {}
    return known | {"terms": terms, "credits_seen": seen, "credits_share": share, **about}


def _about_minimum(work: Work, goods: Gathering, terms: SupplierTerms, gross: Money, but: str) -> dict[str, int | None]:
    """What waits for a supplier, and what gathers in a day; asked only where it matters."""
    waiting = value_waiting(work.session, goods, but=but)
    if waiting + gross.minor >= terms.minimum_value or terms.below_minimum is BelowMinimum.SHIP:
        return {"waiting_value": waiting}
    daily = gathers_daily(work.session, goods.partner_id, gross.currency, work.today)
    return {"waiting_value": waiting, "gathers_daily": daily}
