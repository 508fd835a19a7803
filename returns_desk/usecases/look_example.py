"""Look at something to try rules with: a piece or a product as the rule sees it; and what rows may be for."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.check_rules import Known
from returns_desk.domain.grades import Grade
from returns_desk.domain.recommendation import Case
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import PartnerSnapshot
from returns_desk.store.lookups import catalogue
from returns_desk.store.lookups.returns import item_by_number, newest_graded
from returns_desk.store.records import ItemRecord, PartnerRecord, ProductRecord
from returns_desk.store.work import Work
from returns_desk.usecases.look_rules import known_now
from returns_desk.usecases.recommend_item import case_of, known_of_supplier

_AGO = timedelta(days=14)  # a return that is neither early nor late


@dataclass(frozen=True)
class RuleScopes:
    """What rows may be for: what the catalogue has, every supplier with the terms in force; and the shop's money."""

    known: Known
    suppliers: tuple[PartnerSnapshot, ...]
    currency: str
    today: date


@dataclass(frozen=True)
class Example:
    """A piece (by its number) or a product (by its SKU) as the rule sees it today."""

    code: str
    name: str
    name_en: str
    case: Case

    def name_in(self, language: str) -> str:
        """What it is, in a language."""
        return (self.name_en or self.name) if language == "en" else (self.name or self.name_en)


def rule_scopes(work: Work) -> RuleScopes:
    """All that a row of rules can be laid down for."""
    suppliers = (
        row.snapshot(catalogue.terms_in_force(work.session, row.id, work.today))
        for row in catalogue.partners(work.session, PartnerKind.SUPPLIER)
    )
    return RuleScopes(known_now(work), tuple(suppliers), work.shop.currency, work.today)


def example(work: Work, code: str = "") -> Example | None:
    """A piece or a product to try rules with; without a code the piece in hand, else the last one that was graded.

    A product is looked at as if it had come back opened, two weeks after its delivery; so is the newest one of the
    catalogue where no piece was graded yet. ``None``: there is neither. Refuses ``NotFound``.
    """
    item = item_by_number(work.session, code) if code else _last_piece(work)
    product = item.product if item is not None else _product(work, code)
    if product is None:
        return None
    if item is None:
        return Example(product.sku, product.name, product.name_en, _as_if_returned(work, product))
    return Example(item.number, product.name, product.name_en, case_of(work, item, item.grade or Grade.B))


def _product(work: Work, code: str) -> ProductRecord | None:
    if not code:
        return next(iter(catalogue.newest_products(work.session, 1)), None)
    known = catalogue.product_by_sku(work.session, code)
    found = [known] if known else catalogue.products_by_code(work.session, [code])
    if not found:
        raise NotFound("product", code)
    return found[0]


def _last_piece(work: Work) -> ItemRecord | None:
    in_hand = work.get(ItemRecord, work.bench.item_id)
    return in_hand if in_hand and in_hand.grade else newest_graded(work.session)


def _as_if_returned(work: Work, product: ProductRecord) -> Case:
    case = Case(
        grade=Grade.B,
        today=work.today,
        currency=product.currency,
        cost=product.cost,
        price=product.price,
        category=product.category,
        electrical=product.electrical,
        weight_g=product.weight_g,
        purchased=work.today - _AGO,
        delivered=work.today - _AGO,
        charity=catalogue.first_partner(work.session, PartnerKind.CHARITY) is not None,
    )
    supplier = work.get(PartnerRecord, product.supplier_id)
    if supplier is None:
        return case
    terms = catalogue.terms_in_force(work.session, supplier.id, work.today)
    return replace(case, **known_of_supplier(work, supplier, terms, case.money(product.cost or 0), case.grade))
