"""The case that the rules are tried with: a piece or a product, and what was typed over it. Pure."""

from dataclasses import dataclass, replace
from datetime import timedelta

from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.money import Money, parse_money
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Case, Recommendation
from returns_desk.domain.rules import RuleBook, rule_in_force
from returns_desk.usecases.look_example import Example, RuleScopes

_MOST_DIGITS = 4  # of days


@dataclass
class Trial:
    """What is typed; ``example`` is the piece or product under it."""

    example: Example | None = None
    code: str = ""
    grade: Grade = Grade.B
    category: str = ""
    supplier: str = ""
    cost: str = "100"
    price: str = "200"
    days: str = "14"
    findings: tuple[Finding, ...] = ()

    def show(self, example: Example) -> None:
        """Type what a piece or product says."""
        case = example.case
        bought = case.delivered or case.purchased
        self.example, self.code, self.grade = example, example.code, case.grade
        self.category, self.supplier, self.findings = case.category, case.supplier, case.findings
        self.cost = "" if case.cost is None else str(Money(case.cost, case.currency))
        self.price = "" if case.price is None else str(Money(case.price, case.currency))
        self.days = str((case.today - bought).days) if bought else ""

    def case(self, scopes: RuleScopes) -> Case:
        """The case; what reads as nothing counts as not known."""
        case = self.example.case if self.example else Case(self.grade, scopes.today, scopes.currency)
        if self.supplier.casefold() != case.supplier.casefold():
            terms = {each.code.casefold(): each.terms for each in scopes.suppliers}.get(self.supplier.casefold())
            nothing = Case(case.grade, case.today)
            case = replace(
                case,
                supplier=self.supplier,
                has_supplier=bool(self.supplier),
                terms=terms,
                waiting_value=nothing.waiting_value,
                gathers_daily=nothing.gathers_daily,
                credits_seen=nothing.credits_seen,
                credits_share=nothing.credits_share,
                photos_missing=nothing.photos_missing,
            )
        days = int(self.days) if self.days.isdecimal() and len(self.days) <= _MOST_DIGITS else None
        bought = None if days is None else case.today - timedelta(days=days)
        return replace(
            case,
            grade=self.grade,
            category=self.category,
            findings=self.findings,
            cost=_read(self.cost, case.currency),
            price=_read(self.price, case.currency),
            purchased=bought,
            delivered=bought,
        )


def try_book(book: RuleBook, case: Case) -> Recommendation:
    """What a book says of a case, on the first day on which it counts."""
    return recommend(case, rule_in_force(book, case.category, case.supplier, max(case.today, book.valid_from)))


def _read(text: str, currency: str) -> int | None:
    try:
        return max(0, parse_money(text, currency).minor) if text else None
    except ValueError:
        return None
