"""What a supplier's terms say to one thing: taken or not, until when, for how much, and what has to come with it."""

from dataclasses import dataclass, replace
from datetime import date

from returns_desk.domain.items import StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Case, Option, Recommendation
from returns_desk.domain.rules import RuleInForce
from returns_desk.domain.term_fields import Evidence
from returns_desk.domain.terms import CreditMode, SupplierTerms


@dataclass(frozen=True)
class TermsExample:
    """A piece (by its number) or a product (by its SKU) that terms are asked about, and the rule that counts for it.

    ``photographed``: somebody took a photograph of it.
    """

    code: str
    name: str
    name_en: str
    case: Case
    rule: RuleInForce
    photographed: bool = False

    def name_in(self, language: str) -> str:
        """What it is, in a language."""
        return (self.name_en or self.name) if language == "en" else (self.name or self.name_en)


@dataclass(frozen=True)
class TermsSaid:
    """The supplier's way under some terms, and what besides its money depends on them.

    ``evidence`` is what they want to see, ``missing`` what of it is not there yet.
    """

    option: Option
    whole: Recommendation
    terms: SupplierTerms
    mode: CreditMode
    window_ends: date | None
    fee_bp: int
    fee: Money
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Evidence, ...] = ()

    @property
    def destroyed(self) -> bool:
        """Whether they credit it without seeing it again: it is destroyed here."""
        return self.mode is CreditMode.DESTROY


def terms_say(example: TermsExample, terms: SupplierTerms) -> TermsSaid:
    """What terms, also ones that nobody laid down yet, say to an example."""
    asked = terms.photos_needed and not example.photographed
    case = replace(example.case, has_supplier=True, terms=terms, photos_missing=asked)
    whole = recommend(case, example.rule)
    option = whole.becoming(StockStatus.SUPPLIER_RETURN)
    fee_bp = terms.fee_for(option.reason) if option.reason else terms.fee_bp
    mode = terms.mode(case.grade)
    wanted = (
        (Evidence.PHOTOS, terms.photos_needed, example.photographed),
        (Evidence.SERIAL, terms.serials_needed and case.serialised, bool(case.serial)),
        (Evidence.DESTRUCTION, mode is CreditMode.DESTROY, True),  # comes with the destroying
    )
    return TermsSaid(
        option=option,
        whole=whole,
        terms=terms,
        mode=mode,
        window_ends=terms.window_ends(purchased=case.purchased, delivered=case.delivered, returned=case.today),
        fee_bp=fee_bp,
        fee=case.money(case.cost or 0).share(terms.credit_bp).share(fee_bp),
        evidence=tuple(each for each, asked_for, _ in wanted if asked_for),
        missing=tuple(each for each, asked_for, there in wanted if asked_for and not there),
    )
