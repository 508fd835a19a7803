"""How fast the rule is: five ways with their money for one piece, beside the bare making of as many values.

``python -m tests.bench.bench_rules``. A replay asks it 100,000 times, a desk between a grade and the next frame.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Case, Option, Part, Recommendation
from returns_desk.domain.rules import BUILT_IN_RULE, Rule, RuleBook, rule_in_force
from returns_desk.domain.terms import BelowMinimum, CreditMode, FreightPayer, SupplierTerms

from .harness import Row, against_limit, compare, interleave, report

TODAY = date(2026, 11, 22)
TERMS = SupplierTerms(
    not_defective=CreditMode.RETURN,
    minimum_value=60_000,
    below_minimum=BelowMinimum.DONATE,
    credit_bp=9_000,
    fee_bp=500,
    freight_payer=FreightPayer.US,
    freight_bp=300,
)
CASE = Case(
    Grade.D, TODAY, cost=6_100, price=12_900, category="kettles", supplier="GALIL", electrical=True, weight_g=1_200,
    has_supplier=True, terms=TERMS, delivered=TODAY - timedelta(days=20), findings=(Finding.LEAKS,), gathers_daily=900,
    credits_seen=12, credits_share=110_000,
)  # fmt: skip
CASES = [replace(CASE, grade=grade, quantity=quantity) for grade in Grade for quantity in (1, 3, 40)]
_TURNS = 300


def rows_for(names: int) -> tuple[Rule, ...]:
    """A book as a large shop has it: a row for every category and for every supplier."""
    categories = (Rule(category=f"category {number}", figures=(("donation", number),)) for number in range(names))
    suppliers = (Rule(supplier=f"S{number}", figures=(("credit_chance", 9_000),)) for number in range(names))
    return (Rule(figures=(("open_box_c", 5_000),)), *categories, *suppliers)


def made_again(found: Recommendation) -> Recommendation:
    """The same values, made anew without any thinking: what Python takes for them at least."""
    options = tuple(
        Option(
            option.becomes, tuple(Part(part.kind, replace(part.amount)) for part in option.parts), option.blocks,
            option.ground, option.days_left, option.window_days, option.reason, option.chance,
        )
        for option in found.options
    )  # fmt: skip
    return Recommendation(options, options[0], None, found.rule)


def micros(work: Callable[[], object], times: int) -> list[float]:
    """Microseconds of single calls."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1_000_000)
    return taken


def measure() -> list[Row]:
    """The rule for pieces of every grade; finding what is in force in a large book."""
    answers = [recommend(case) for case in CASES]
    ours, bare = interleave(
        lambda: [recommend(case) for case in CASES], lambda: [made_again(found) for found in answers], turns=_TURNS
    )
    each = [taken * 1_000 / len(CASES) for taken in ours]
    book = RuleBook(rules=rows_for(50))
    in_force = micros(lambda: rule_in_force(book, "category 7", "S8", TODAY), 2_000)
    return [
        compare("five ways, beside making their values", ours, bare, limit=4.0),
        against_limit("five ways of one piece", each, limit=100.0, unit="us"),
        against_limit("the figures in force, of 101 rows", in_force, limit=100.0, unit="us"),
        against_limit("dearest case", micros(lambda: recommend(CASE, BUILT_IN_RULE), 2_000), limit=100.0, unit="us"),
    ]


if __name__ == "__main__":
    report("rules", measure())
