"""Other rules over decisions that were made: what turns, and what that brings by one and the same yardstick."""

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.decisions import facts_of, nets_of
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Case
from returns_desk.domain.replay import LARGEST, KeptDecision, Replay, Replayed
from returns_desk.domain.rules import BUILT_IN, Rule, RuleBook, rule_in_force
from returns_desk.domain.terms import SupplierTerms

TODAY = date(2026, 11, 22)
CASES = st.builds(
    Case,
    today=st.dates(date(2026, 1, 1), TODAY),
    findings=st.just(()),
    quantity=st.integers(1, 9),
    cost=st.none() | st.integers(0, 10**6),
    price=st.none() | st.integers(0, 10**6),
    category=st.sampled_from(("", "Phones", "phones", "Toys")),
    supplier=st.sampled_from(("", "GALIL")),
    currency=st.sampled_from(("ILS", "EUR")),
    expires=st.none(),
    purchased=st.none(),
    delivered=st.none() | st.dates(date(2026, 1, 1), TODAY),
    weight_g=st.none(),
    waiting_value=st.just(0),
    gathers_daily=st.none(),
    credits_seen=st.just(0),
    credits_share=st.just(0),
    terms=st.none() | st.just(SupplierTerms()),
)
OPEN_BOX_DEAR = RuleBook(version=2, rules=(Rule(figures=(("open_box_c", 9_000),)),))


def kept(case: Case, book: RuleBook = BUILT_IN, number: int = 0, chosen: StockStatus | None = None) -> KeptDecision:
    """What would have been kept of a decision on this case, made by this book."""
    asked = recommend(case, rule_in_force(book, case.category, case.supplier, case.today))
    advised = asked.advised.becomes if asked.advised else None
    return KeptDecision(
        f"{number:032x}", f"IT-1-{number:06d}", case.category, advised, chosen or advised or StockStatus.RECYCLING,
        chosen is not None, case.currency, nets_of(asked), facts_of(case), case.terms,
    )  # fmt: skip


def replayed(book: RuleBook, *decisions: KeptDecision) -> Replayed:
    replay = Replay(book)
    replay.take(decisions)
    return replay.result()


def kettle(grade: Grade = Grade.C, **more: object) -> Case:
    return replace(Case(grade, TODAY, cost=6_000, price=12_000, category="Kitchen"), **more)


@given(st.lists(CASES, max_size=6))
def test_the_same_book_changes_nothing(cases: list[Case]) -> None:
    answer = replayed(BUILT_IN, *(kept(case, number=number) for number, case in enumerate(cases)))
    assert (answer.decisions, answer.changed) == (len(cases), 0)
    assert (answer.turns, answer.largest) == ((), ())
    assert all(sums.difference.minor == sums.difference_then.minor == 0 for sums in answer.totals)
    assert all(sums.would == sums.was_then for sums in answer.totals), "the same figures, the same money"


@given(st.lists(CASES, max_size=6), st.integers(0, 6))
def test_pieces_add_up_to_the_whole_and_order_does_not_matter(cases: list[Case], cut: int) -> None:
    decisions = [kept(case, number=number) for number, case in enumerate(cases)]
    pieces = Replay(OPEN_BOX_DEAR)
    pieces.take(decisions[cut:])
    pieces.take(decisions[:cut])
    whole = replayed(OPEN_BOX_DEAR, *decisions)
    assert pieces.result() == whole
    for currency in {sums.currency for sums in whole.totals}:
        total = next(sums for sums in whole.totals if sums.currency == currency)
        assert total.difference.minor == sum(
            turn.sums.difference.minor for turn in whole.turns if turn.sums.currency == currency
        )
        assert total.decisions == sum(
            each.sums.decisions for each in whole.categories if each.sums.currency == currency
        )


def test_what_turns_is_weighed_by_the_new_figures_and_by_those_of_then() -> None:
    answer = replayed(OPEN_BOX_DEAR, kept(kettle()), kept(kettle(Grade.A), number=1))
    (turn,) = answer.turns
    assert (turn.was, turn.would, turn.sums.decisions) == (StockStatus.DONATION, StockStatus.OPEN_BOX, 1)
    # 90 % of 120.00 less 1.50 handling, against nothing less 1.00; then, C was sold at no share of its price
    assert turn.sums.difference == Money(10_800 - 150 + 100)
    assert turn.sums.difference_then == Money(-150 + 100)
    (total,) = answer.totals
    assert (total.decisions, total.changed, total.difference) == (2, 1, turn.sums.difference)
    assert answer.largest[0].item == "IT-1-000000"
    assert answer.categories[0].category == "Kitchen"


def test_a_way_that_the_new_rules_block_is_weighed_as_if_it_were_open() -> None:
    book = RuleBook(version=2, rules=(Rule(figures=(("giving", False),)),))
    (turn,) = replayed(book, kept(kettle())).turns
    assert (turn.was, turn.would) == (StockStatus.DONATION, StockStatus.RECYCLING)
    assert turn.sums.difference.minor < 0, "recycling costs more: that is what the block costs"


def test_what_was_blocked_every_way_brought_nothing() -> None:
    decision = replace(kept(kettle()), advised=None)
    (turn,) = replayed(OPEN_BOX_DEAR, decision).turns
    assert (turn.was, turn.would, turn.sums.difference) == (None, StockStatus.OPEN_BOX, Money(10_650))
    stranger = kept(kettle(Grade.X), number=1)
    assert (stranger.advised, replayed(OPEN_BOX_DEAR, stranger).turns) == (None, ())


def test_rows_count_on_the_day_of_the_decision_but_never_before_the_book_begins() -> None:
    begins = TODAY + timedelta(days=9)
    later = Rule(valid_from=begins, figures=(("open_box_c", 9_000),))
    summer = Rule(category="Kitchen", valid_until=date(2026, 8, 31), figures=(("open_box_c", 0),))
    book = RuleBook(2, valid_from=date(2026, 6, 1), rules=(Rule(figures=(("open_box_c", 9_000),)), summer))
    assert replayed(replace(book, valid_from=begins, rules=(later,)), kept(kettle())).changed == 1
    assert replayed(book, kept(kettle())).changed == 1
    assert replayed(book, kept(kettle(today=date(2026, 7, 1)))).changed == 0
    assert replayed(book, kept(kettle(today=date(2026, 1, 1)))).changed == 0, "on the first day of the book, in June"


def test_overrides_that_the_new_rules_would_have_advised_are_counted() -> None:
    overridden = kept(kettle(), chosen=StockStatus.OPEN_BOX)
    other = kept(kettle(), number=1, chosen=StockStatus.RECYCLING)
    answer = replayed(OPEN_BOX_DEAR, overridden, other, kept(kettle(), number=2))
    assert (answer.overrides, answer.agreed) == (2, 1)


def test_currencies_are_never_added_up() -> None:
    answer = replayed(OPEN_BOX_DEAR, kept(kettle()), kept(kettle(currency="EUR"), number=1))
    assert [(sums.currency, sums.difference.minor) for sums in answer.totals] == [("EUR", 10_750), ("ILS", 10_750)]
    assert len(answer.turns) == len(answer.categories) == 2


def test_only_the_largest_are_named_one_by_one() -> None:
    cases = [kettle(price=1_000 * (number + 1)) for number in range(LARGEST + 9)]
    random.Random(3).shuffle(cases)
    answer = replayed(OPEN_BOX_DEAR, *(kept(case, number=number) for number, case in enumerate(cases)))
    amounts = [each.difference.minor for each in answer.largest]
    assert len(amounts) == LARGEST
    assert amounts == sorted(amounts, reverse=True)
    assert amounts[0] == (LARGEST + 9) * 900 - 50
