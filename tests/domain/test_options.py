"""The five ways for a piece: what each figure does to their money, and what stands against each."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from returns_desk.domain.grades import Finding, Grade, SupplierReason
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.options import chance_of_credit, recommend
from returns_desk.domain.recommendation import Block, Case, Ground, Option, PartKind
from returns_desk.domain.rules import BUILT_IN, BUILT_IN_RULE, RuleBook, RuleInForce, Stream, StreamFee
from returns_desk.domain.terms import BelowMinimum, CreditMode, FreightPayer, SupplierTerms, expected_credit
from tests.builders import TODAY
from tests.domain.made_up_cases import ORDINARY, TAKES_ALL, cases, rules, terms, with_figures, with_terms

AS_NEW, OPEN_BOX, SUPPLIER = StockStatus.AVAILABLE, StockStatus.OPEN_BOX, StockStatus.SUPPLIER_RETURN
DONATION, RECYCLING = StockStatus.DONATION, StockStatus.RECYCLING
FAULTY = replace(ORDINARY, grade=Grade.D)
# of amounts that are rounded once, two lots differ from the whole by one at most; some are rounded on rounded ones
_ROUNDED_AGAIN = {PartKind.RESTOCKING_FEE: 2, PartKind.RISK: 3}


def way(case: Case, becomes: StockStatus, rule: RuleInForce = BUILT_IN_RULE) -> Option:
    """One of the five."""
    return recommend(case, rule).becoming(becomes)


def money(option: Option) -> dict[PartKind, int]:
    """The parts of an option's money, in agorot."""
    return {part.kind: part.amount.minor for part in option.parts}


@pytest.mark.parametrize(
    ("grade", "as_new", "open_box"),
    [
        (Grade.A, 12_900, 10_965),
        (Grade.B, None, 10_965),
        (Grade.C, None, None),
        (Grade.D, None, None),
        (Grade.E, None, None),
    ],
)
def test_a_piece_sells_at_the_share_of_its_price_for_its_grade(
    grade: Grade, as_new: int | None, open_box: int | None
) -> None:
    for becomes, worth in ((AS_NEW, as_new), (OPEN_BOX, open_box)):
        option = way(replace(ORDINARY, grade=grade), becomes)
        assert option.recovery == Money(worth or 0)
        assert (Block.GRADE in option.blocks) == (worth is None)


def test_a_shop_may_sell_what_is_used_too() -> None:
    rule = with_figures(BUILT_IN_RULE, open_box_c=6_000, as_new_b=9_000)
    assert way(replace(ORDINARY, grade=Grade.C), OPEN_BOX, rule).recovery == Money(7_740)
    assert way(replace(ORDINARY, grade=Grade.B), AS_NEW, rule).recovery == Money(11_610)


def test_without_a_price_its_cost_is_what_it_is_worth() -> None:
    assert way(replace(ORDINARY, price=None), AS_NEW).recovery == Money(6_100)


def test_the_supplier_credits_a_share_of_the_cost_less_fee_and_freight() -> None:
    case = with_terms(
        FAULTY,
        credit_bp=9_000,
        fee_bp=1_000,
        fee_by_reason={SupplierReason.RETURNED_DEFECTIVE: 500},
        freight_payer=FreightPayer.US,
        freight_bp=300,
    )
    option = way(case, SUPPLIER)
    assert money(option) == {
        PartKind.CREDIT: 5_490,
        PartKind.RESTOCKING_FEE: -275,  # 274.5: half away from zero
        PartKind.HANDLING: -330,
        PartKind.FREIGHT: -183,
    }
    assert (option.recovery, option.cost, option.net) == (Money(5_215), Money(513), Money(4_702))
    assert (option.days_left, option.window_days, option.reason) == (70, 90, SupplierReason.RETURNED_DEFECTIVE)
    assert option.ground is Ground.FAULTY_WITHIN_WINDOW


@given(cases, terms, rules)
def test_the_credit_of_an_option_is_the_one_on_the_batchs_paper(
    case: Case, agreed: SupplierTerms, rule: RuleInForce
) -> None:
    option = way(replace(case, has_supplier=True, terms=agreed), SUPPLIER, rule)
    assume(option.reason and case.grade is not Grade.X)
    assert option.reason
    assert option.credit == expected_credit(case.money(case.cost or 0), agreed, option.reason)


def test_hands_cost_by_the_hour_and_a_sealed_carton_is_one_thing() -> None:
    rule = with_figures(replace(BUILT_IN_RULE, book=replace(BUILT_IN, hour=7_200)), restock_seconds=60)
    case = replace(ORDINARY, quantity=40)
    assert money(way(case, AS_NEW, rule)) == {PartKind.PRICE: 516_000, PartKind.HANDLING: -4_800}
    assert money(way(replace(case, carton=True), AS_NEW, rule)) == {PartKind.PRICE: 516_000, PartKind.HANDLING: -120}


@pytest.mark.parametrize(
    ("stream", "weight_g", "quantity", "fee"),
    [
        (Stream.METAL, 1_500, 1, 300),
        (Stream.METAL, 1_500, 3, 900),
        (Stream.METAL, 100, 1, 70),
        (Stream.METAL, None, 2, 140),
        (Stream.GLASS, 5_000, 1, 50),  # without a line of its own: as mixed waste
    ],
)
def test_recycling_costs_by_stream_and_weight_and_at_least_so_much_a_piece(
    stream: Stream, weight_g: int | None, quantity: int, fee: int
) -> None:
    fees = (StreamFee(Stream.METAL, per_kg=200, at_least=70), StreamFee(Stream.MIXED, at_least=50))
    rule = with_figures(RuleInForce(RuleBook(fees=fees)), stream=stream)
    option = way(replace(FAULTY, weight_g=weight_g, quantity=quantity), RECYCLING, rule)
    assert money(option)[PartKind.RECYCLING_FEE] == -fee
    assert option.stream is stream


@pytest.mark.parametrize(("electrical", "stream"), [(True, Stream.ELECTRONIC), (False, Stream.MIXED)])
def test_electrical_things_are_electronic_waste_unless_the_rule_says_otherwise(
    electrical: bool, stream: Stream
) -> None:
    case = replace(FAULTY, electrical=electrical)
    assert way(case, RECYCLING).stream is stream
    assert way(case, RECYCLING, with_figures(BUILT_IN_RULE, stream=Stream.PAPER)).stream is Stream.PAPER


def test_giving_away_is_worth_a_share_of_the_cost() -> None:
    rule = with_figures(BUILT_IN_RULE, donation=1_500)
    assert money(way(ORDINARY, DONATION, rule)) == {PartKind.DONATION: 915, PartKind.HANDLING: -100}


HANDS, ALL = (AS_NEW, OPEN_BOX, DONATION), (AS_NEW, OPEN_BOX, SUPPLIER, DONATION, RECYCLING)
BLOCKS: dict[Block, tuple[dict[str, Any], dict[str, Any], dict[str, Any], tuple[StockStatus, ...]]] = {
    # what is different of the case, the terms, the figures; the ways that it stands against
    Block.GRADE: ({"grade": Grade.D}, {}, {}, HANDS),
    Block.NOT_OURS: ({"grade": Grade.X}, {}, {}, ALL),
    Block.UNSAFE: ({"findings": (Finding.UNSAFE,)}, {}, {}, HANDS),
    Block.EXPIRED: ({"expires": TODAY - timedelta(days=1)}, {}, {}, HANDS),
    Block.SHORT_DATED: ({"expires": TODAY + timedelta(days=29)}, {}, {"shelf_days": 30}, HANDS),
    Block.RECALLED: ({"recalled": True}, {}, {}, HANDS),
    Block.LOT_UNREAD: ({"lot_unread": True}, {}, {}, HANDS),
    Block.HYGIENE: ({"grade": Grade.B}, {}, {"resale_opened": False}, HANDS),
    Block.NOT_GIVEN: ({}, {}, {"giving": False}, (DONATION,)),
    Block.NO_SUPPLIER: ({"has_supplier": False, "terms": None}, {}, {}, (SUPPLIER,)),
    Block.NO_TERMS: ({"terms": None}, {}, {}, (SUPPLIER,)),
    Block.CONDITION_NOT_TAKEN: ({}, {"not_defective": CreditMode.NONE}, {}, (SUPPLIER,)),
    Block.OPENED_NOT_TAKEN: ({"grade": Grade.B}, {"opened_accepted": False}, {}, (SUPPLIER,)),
    Block.WINDOW_CLOSED: ({"delivered": TODAY - timedelta(days=91)}, {}, {}, (SUPPLIER,)),
    Block.WINDOW_UNKNOWN: ({"delivered": None}, {}, {}, (SUPPLIER,)),
    Block.NO_COST: ({"cost": None}, {}, {}, (SUPPLIER,)),
    Block.SERIAL_MISSING: ({"serialised": True}, {"serials_needed": True}, {}, (SUPPLIER,)),
    Block.SERIAL_UNREADABLE: (
        {"serialised": True, "serial_unreadable": True},
        {"serials_needed": True},
        {},
        (SUPPLIER,),
    ),
    Block.PHOTOS_MISSING: ({"photos_missing": True}, {}, {}, (SUPPLIER,)),
    Block.NO_CHARITY: ({"charity": False}, {}, {}, (DONATION,)),
    Block.PERSONAL_DATA: ({"findings": (Finding.PERSONAL_DATA,)}, {}, {}, ALL),
    Block.LOCKED: ({"findings": (Finding.LOCKED,)}, {}, {}, HANDS),
}


@pytest.mark.parametrize("block", Block)
def test_each_reason_stands_against_its_ways_and_no_others(block: Block) -> None:
    case, agreed, figures, against = BLOCKS[block]
    found = recommend(
        replace(with_terms(ORDINARY, **agreed), **case),
        with_figures(BUILT_IN_RULE, **figures),
    )
    assert {option.becomes for option in found.options if block in option.blocks} == set(against)
    usual = {option.becomes for option in recommend(ORDINARY).options if block in option.blocks}
    assert not usual


def test_the_last_day_of_a_piece_and_of_what_is_asked_for_it_still_count() -> None:
    rule = with_figures(BUILT_IN_RULE, shelf_days=30)
    assert not way(replace(ORDINARY, expires=TODAY), AS_NEW).blocks
    assert not way(replace(ORDINARY, expires=TODAY + timedelta(days=30)), AS_NEW, rule).blocks


def test_a_broken_hygiene_seal_is_called_by_its_name() -> None:
    option = way(replace(ORDINARY, findings=(Finding.SEAL_OPENED,)), AS_NEW)
    assert option.blocks == (Block.HYGIENE,)


def test_with_a_customers_data_on_it_all_else_that_is_against_a_way_is_told_too() -> None:
    case = replace(FAULTY, findings=(Finding.PERSONAL_DATA,), delivered=None)
    assert way(case, SUPPLIER).blocks == (Block.PERSONAL_DATA, Block.WINDOW_UNKNOWN)


def test_the_clerk_is_led_to_what_a_photograph_or_a_serial_number_opens() -> None:
    for change in (
        {"photos_missing": True},
        {"serialised": True, "terms": replace(TAKES_ALL, serials_needed=True)},
    ):
        found = recommend(replace(FAULTY, **change))
        assert (found.best, found.first) == (found.becoming(RECYCLING), found.becoming(SUPPLIER))
    unreadable = replace(FAULTY, serialised=True, serial_unreadable=True)
    assert recommend(with_terms(unreadable, serials_needed=True)).first is None


@given(cases, rules, st.integers(0, 100))
def test_what_a_supplier_credits_lies_between_the_guess_and_what_came(case: Case, rule: RuleInForce, seen: int) -> None:
    case = replace(case, credits_seen=seen, credits_share=min(case.credits_share, 10_000 * seen))
    guess, chance = rule.figures.credit_chance, chance_of_credit(case, rule)
    came = case.credits_share / seen if seen else guess
    assert int(min(guess, came)) <= chance <= max(guess, came) + 1
    if not rule.figures.credit_weight and seen:
        assert abs(chance - came) <= 0.5
    if not seen:
        assert chance == guess


@pytest.mark.parametrize(
    ("seen", "came", "chance"), [(0, 0, 10_000), (5, 0, 5_000), (5, 40_000, 9_000), (45, 0, 1_000)]
)
def test_the_more_batches_are_settled_the_less_the_guess_weighs(seen: int, came: int, chance: int) -> None:
    option = way(replace(FAULTY, credits_seen=seen, credits_share=came), SUPPLIER)
    assert (option.chance, option.credits_seen) == (chance, seen)
    assert option.recovery == Money(6_100).share(chance)


MINIMUM = with_terms(FAULTY, minimum_value=60_000, minimum_wait_days=20, below_minimum=BelowMinimum.DONATE)


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({}, None),  # nobody knows what gathers: taken to be reached
        ({"gathers_daily": 2_695}, None),  # 53,900 in 20 days: all that is missing
        ({"gathers_daily": 1_000}, -3_446),  # 60,000 - (53,900 - 20,000) = 26,100 of 60,000 will be there
        ({"gathers_daily": 1_000, "waiting_value": 33_900}, None),
        ({"gathers_daily": 0}, -5_480),
    ],
)
def test_a_credit_counts_for_as_much_of_the_minimum_as_will_be_there(change: dict[str, int], lost: int | None) -> None:
    option = way(replace(MINIMUM, **change), SUPPLIER)  # type: ignore[arg-type]
    assert money(option).get(PartKind.MINIMUM) == lost
    assert option.minimum_missing == Money(60_000 - 6_100 - change.get("waiting_value", 0))


def test_where_goods_below_the_minimum_are_sent_all_the_same_nothing_is_lost() -> None:
    option = way(replace(with_terms(MINIMUM, below_minimum=BelowMinimum.SHIP), gathers_daily=0), SUPPLIER)
    assert PartKind.MINIMUM not in money(option)
    assert option.minimum_missing == Money(53_900)
    assert way(replace(MINIMUM, waiting_value=60_000, gathers_daily=0), SUPPLIER).minimum_missing is None


@given(cases, rules, st.integers(1, 49), st.integers(1, 49))
def test_no_agora_is_lost_when_pieces_are_split(case: Case, rule: RuleInForce, first: int, second: int) -> None:
    case = replace(case, carton=False, quantity=first + second)
    if case.terms is not None:
        case = with_terms(case, minimum_value=0)  # the minimum counts the whole batch
    lots = [recommend(replace(case, quantity=pieces), rule) for pieces in (first, second)]
    for option in recommend(case, rule).options:
        whole = money(option)
        parts = [money(lot.becoming(option.becomes)) for lot in lots]
        for kind in whole.keys() | parts[0].keys() | parts[1].keys():
            apart = sum(part.get(kind, 0) for part in parts)
            assert abs(whole.get(kind, 0) - apart) <= _ROUNDED_AGAIN.get(kind, 1)


@given(cases, rules)
def test_every_way_for_the_same_piece_means_one_of_the_trades_four_words(case: Case, rule: RuleInForce) -> None:
    found = recommend(case, rule)
    assert found.option(Disposition.RESTOCK) in (found.becoming(AS_NEW), found.becoming(OPEN_BOX))
    for word, becomes in ((Disposition.SUPPLIER, SUPPLIER), (Disposition.DONATE, DONATION)):
        assert found.option(word) is found.becoming(becomes)


def test_what_a_notice_says_comes_first_also_while_photographs_are_missing() -> None:
    called_back = replace(FAULTY, recalled=True, measure=Disposition.SUPPLIER, photos_missing=True, cost=1)
    found = recommend(with_terms(called_back, credit_bp=0))
    assert found.advised == found.becoming(SUPPLIER)
    assert found.best == found.becoming(RECYCLING)


IN_FIELD = with_terms(
    replace(FAULTY, weight_g=2_000),
    defective=CreditMode.DESTROY,
    fee_bp=500,
    freight_payer=FreightPayer.US,
    freight_bp=1_000,
    minimum_value=60_000,
    below_minimum=BelowMinimum.DONATE,
)


def test_goods_destroyed_here_bring_their_credit_less_the_fee_and_cost_what_waste_costs() -> None:
    fees = (StreamFee(Stream.MIXED, per_kg=150),)
    option = way(replace(IN_FIELD, gathers_daily=0), SUPPLIER, RuleInForce(RuleBook(fees=fees)))
    assert option.open
    assert option.destroyed
    assert money(option) == {
        PartKind.CREDIT: 6_100,
        PartKind.RESTOCKING_FEE: -305,
        PartKind.HANDLING: -330,
        PartKind.DESTROYING: -60,
        PartKind.RECYCLING_FEE: -300,
    }
    assert option.minimum_missing is None, "a minimum is one of shipments"


def test_only_goods_of_the_condition_that_the_terms_name_are_destroyed_here() -> None:
    assert not way(replace(IN_FIELD, grade=Grade.A), SUPPLIER).destroyed


@given(cases, terms, rules)
def test_destroying_here_costs_no_freight_and_never_less_than_recycling(
    case: Case, agreed: SupplierTerms, rule: RuleInForce
) -> None:
    agreed = replace(agreed, defective=CreditMode.DESTROY, not_defective=CreditMode.DESTROY)
    assume(case.grade is not Grade.X)
    case = replace(case, has_supplier=True, terms=agreed)
    option = way(case, SUPPLIER, rule)
    assert option.destroyed
    assert not {PartKind.FREIGHT, PartKind.MINIMUM} & money(option).keys()
    assert option.cost >= way(case, RECYCLING, rule).cost
