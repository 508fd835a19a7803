"""A book of rules without faults answers for every day; everything else is named with its place."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.check_rules import LATEST, MOST_MONEY, MOST_ROWS, Known, rule_faults
from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.domain.rule_figures import Figure, is_of_kind, spelled_out
from returns_desk.domain.rules import BUILT_IN, Figures, Rule, RuleBook, Stream, StreamFee, rule_in_force

KNOWN = Known(("Phones", "טקסטיל"), ("SUP-1", "SUP-2"))
START = date(2026, 12, 1)
GENERAL = Rule(figures=(("as_new_b", 9_000),))
HORIZON = 14  # days that are looked at, one by one


def book(*rows: Rule, **more: Any) -> RuleBook:
    return replace(RuleBook(rules=rows, valid_from=START), **more)


def facts(faulty: RuleBook, known: Known = KNOWN) -> list[RuleFact]:
    return [fault.fact for fault in rule_faults(faulty, known)]


def day(number: int) -> date:
    return START + timedelta(days=number)


def test_what_the_program_brings_has_no_fault() -> None:
    assert rule_faults(BUILT_IN, Known()) == ()
    assert rule_faults(spelled_out(BUILT_IN), Known()) == ()


def test_every_figure_has_its_name_and_its_own_default_fits() -> None:
    assert {figure.value for figure in Figure} == {each.name for each in fields(Figures)}
    assert all(is_of_kind(figure, getattr(Figures(), figure.value)) for figure in Figure)


SCOPES = st.sampled_from([("", ""), ("Phones", ""), ("phones", ""), ("", "SUP-1"), ("Phones", "SUP-1")])
DAYS = st.one_of(st.none(), st.integers(-3, HORIZON - 1).map(day))


@st.composite
def rows(draw: st.DrawFn) -> Rule:
    category, supplier = draw(SCOPES)
    return Rule(category, supplier, draw(DAYS), draw(DAYS), draw(st.sampled_from([(), (("giving", False),)])))


def fits_by_hand(faulty: RuleBook) -> bool:
    """Ask every day, category and supplier, as decisions would; days far off stand for all that follow."""
    for when in (*map(day, range(HORIZON + 1)), LATEST, date.max):
        for category in ("", "Phones", "טקסטיל"):
            for supplier in ("", "SUP-1", "SUP-2"):
                fitting = [row.narrowness for row in faulty.rules if row.fits(category, supplier, when)]
                if 0 not in fitting or len(fitting) != len(set(fitting)):
                    return False
    return True


def crossed(row: Rule) -> bool:
    return bool(row.valid_from and row.valid_until and row.valid_until < row.valid_from)


@given(st.lists(rows(), max_size=6))
def test_a_book_is_taken_if_each_day_has_one_row_of_everything_and_one_of_each_kind_at_most(some: list[Rule]) -> None:
    # the days before the book begins count for overlaps too: a row that nobody can place is no row
    from_the_first_day = book(*some, valid_from=START)
    early = any(row.valid_from is None or row.valid_from < START for row in some)
    judged = not facts(from_the_first_day)
    if any(map(crossed, some)):
        assert not judged
    elif not early:
        assert judged == fits_by_hand(from_the_first_day)
    elif judged:
        assert fits_by_hand(from_the_first_day)


@given(st.lists(rows(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_says_nothing(some: list[Rule], chance: Any) -> None:
    mixed = list(some)
    chance.shuffle(mixed)
    assert sorted(facts(book(*some))) == sorted(facts(book(*mixed)))


@pytest.mark.parametrize(
    ("some", "fault"),
    [
        ((), RuleFault(RuleFact.NO_GENERAL, Section.RULE)),
        ((Rule("Phones"),), RuleFault(RuleFact.NO_GENERAL, Section.RULE)),
        ((Rule(valid_from=day(3)),), RuleFault(RuleFact.GAP, Section.RULE, 1, "from", "2026-12-01")),
        ((Rule(valid_until=day(3)),), RuleFault(RuleFact.ENDS, Section.RULE, 1, "until", "2026-12-05")),
        (
            (Rule(valid_until=day(3)), Rule(valid_from=day(6))),
            RuleFault(RuleFact.GAP, Section.RULE, 2, "from", "2026-12-05"),
        ),
        ((GENERAL, Rule()), RuleFault(RuleFact.OVERLAP, Section.RULE, 2, "", "2026-12-01", other=1)),
        (
            (Rule(), Rule("Phones", "", day(0), day(5)), Rule("PHONES", "", day(5))),
            RuleFault(RuleFact.OVERLAP, Section.RULE, 3, "", "2026-12-06", other=2),
        ),
        (
            (Rule(), Rule("Phones", "", day(5), day(0))),
            RuleFault(RuleFact.CROSSED, Section.RULE, 2, "until", "2026-12-01"),
        ),
        (
            (Rule(), Rule("Phone")),
            RuleFault(RuleFact.UNKNOWN_CATEGORY, Section.RULE, 2, "category", "Phone"),
        ),
        (
            (Rule(), Rule("", "SUP-9")),
            RuleFault(RuleFact.UNKNOWN_SUPPLIER, Section.RULE, 2, "supplier", "SUP-9"),
        ),
        (
            (Rule(valid_until=date(9999, 12, 31)),),
            RuleFault(RuleFact.FAR, Section.RULE, 1, "until", "9999-12-31"),
        ),
    ],
)
def test_a_row_that_does_not_fit_is_named(some: tuple[Rule, ...], fault: RuleFault) -> None:
    assert rule_faults(book(*some), KNOWN) == (fault,)


@pytest.mark.parametrize(
    ("name", "value", "fact"),
    [
        ("open_box_b", -1, RuleFact.NEGATIVE),
        ("open_box_b", 10_001, RuleFact.TOO_MUCH),
        ("open_box_b", "85%", RuleFact.WRONG_KIND),
        ("open_box_b", True, RuleFact.WRONG_KIND),
        ("open_box_b", None, RuleFact.WRONG_KIND),
        ("resale_opened", 1, RuleFact.WRONG_KIND),
        ("shelf_days", -3, RuleFact.NEGATIVE),
        ("shelf_days", 100_000, RuleFact.TOO_MUCH),
        ("credit_weight", -1, RuleFact.NEGATIVE),
        ("restock_seconds", -1, RuleFact.NEGATIVE),
        ("restock_seconds", 90.5, RuleFact.WRONG_KIND),
        ("stream", "wood", RuleFact.UNKNOWN_STREAM),
        ("stream", 5, RuleFact.WRONG_KIND),
    ],
)
def test_a_figure_that_does_not_fit_is_named(name: str, value: object, fact: RuleFact) -> None:
    faulty = book(Rule(), Rule("Phones", figures=(("giving", False), (name, value))))
    assert rule_faults(faulty, KNOWN) == (RuleFault(fact, Section.RULE, 2, name, str(value)),)


def test_a_figure_that_there_is_not_is_named_with_those_that_there_are() -> None:
    (fault,) = rule_faults(book(Rule(figures=(("open_bocks", 5),))), KNOWN)
    assert (fault.fact, fault.place, fault.name) == (RuleFact.UNKNOWN_FIGURE, 1, "open_bocks")
    assert fault.value.split() == list(Figure)


def test_whole_shares_streams_and_none_fit() -> None:
    figures = (("open_box_b", 10_000), ("donation", 0), ("stream", Stream.GLASS), ("restock_seconds", 86_400))
    assert facts(book(Rule(figures=figures), Rule("Phones", figures=(("stream", None),)))) == []


def test_what_stands_twice_is_named() -> None:
    faulty = book(
        Rule(figures=(("giving", True), ("giving", False))),
        fees=(StreamFee(Stream.GLASS), StreamFee(Stream.MIXED), StreamFee(Stream.GLASS)),
    )
    assert facts(faulty) == [RuleFact.STREAM_TWICE, RuleFact.FIGURE_TWICE]


def test_money_is_neither_negative_nor_endless() -> None:
    fees = (StreamFee(Stream.GLASS, -1, MOST_MONEY + 1),)
    assert facts(book(GENERAL, hour=-1, fees=fees)) == [RuleFact.NEGATIVE, RuleFact.NEGATIVE, RuleFact.TOO_MUCH]


def test_a_book_begins_today_or_later_and_not_in_another_age() -> None:
    today = replace(KNOWN, today=START)
    assert facts(book(GENERAL), today) == []
    assert facts(book(GENERAL, valid_from=day(-1)), today) == [RuleFact.PAST]
    assert facts(book(GENERAL, valid_from=date(9999, 1, 1)), today) == [RuleFact.FAR]


def test_a_book_has_an_end() -> None:
    many = (GENERAL, *(Rule("Phones", "", day(at), day(at)) for at in range(MOST_ROWS)))
    assert facts(book(*many)) == [RuleFact.TOO_MANY]


@given(st.lists(rows(), max_size=6))
def test_every_fault_says_where_it_stands(some: list[Rule]) -> None:
    for fault in rule_faults(book(*some), KNOWN):
        assert 0 <= fault.place <= len(some)
        assert fault.section is Section.RULE


def test_a_book_written_out_decides_the_same() -> None:
    named = book(GENERAL, Rule("Phones", figures=(("giving", False),)))
    whole = spelled_out(named)
    assert len(whole.rules[0].figures) == len(Figure)
    for category in ("Phones", "x"):
        assert rule_in_force(whole, category, "", START).figures == rule_in_force(named, category, "", START).figures
