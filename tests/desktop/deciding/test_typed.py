"""Rules as they are typed: any book comes back from its texts; what reads as nothing is told with its place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.desktop.screens.deciding.typed import TypedBook, inherited, read_book, type_book
from returns_desk.domain.rule_faults import RuleFact, Section
from returns_desk.domain.rule_figures import MOST, Figure, FigureKind, kind_of
from returns_desk.domain.rules import BUILT_IN, Figures, Rule, RuleBook, Stream, StreamFee
from returns_desk.wording import Words

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2001, 1, 1), date(2199, 12, 31))


def values(figure: Figure) -> st.SearchStrategy[object]:
    match kind_of(figure):
        case FigureKind.YES_NO:
            return st.booleans()
        case FigureKind.STREAM:
            return st.none() | st.sampled_from(Stream)
        case kind:
            return st.integers(0, MOST[kind])


FIGURES = st.fixed_dictionaries({}, optional={figure.value: values(figure) for figure in Figure})
ROWS = st.builds(
    lambda category, supplier, days, figures: Rule(
        category, supplier, *days, tuple((each.value, figures[each.value]) for each in Figure if each.value in figures)
    ),
    st.sampled_from(["", "toys", "צעצועים"]),
    st.sampled_from(["", "TAVOR"]),
    st.tuples(st.none() | DAYS, st.none() | DAYS),
    FIGURES,
)
FEES = st.dictionaries(st.sampled_from(Stream), st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)))
BOOKS = st.builds(
    lambda day, hour, fees, rows: RuleBook(2, day, hour, fees, tuple(rows)),
    DAYS,
    st.integers(0, 10**6),
    FEES.map(lambda fees: tuple(StreamFee(each, *fees[each]) for each in Stream if each in fees)),
    st.lists(ROWS, max_size=4),
)


@pytest.mark.parametrize("language", ["he", "en"])
@given(book=BOOKS)
def test_any_book_comes_back_from_its_texts(language: str, book: RuleBook) -> None:
    typed = type_book(Words(language), book, "ILS")
    assert read_book(typed, 2, "ILS", TODAY) == (book, ())


@pytest.mark.parametrize(
    ("name", "text", "fact"),
    [
        ("open_box_a", "much", RuleFact.NOT_A_SHARE),
        ("open_box_a", "85.555", RuleFact.NOT_A_SHARE),
        ("open_box_a", "1e9", RuleFact.NOT_A_SHARE),
        ("shelf_days", "1.5", RuleFact.NOT_A_NUMBER),
        ("restock_seconds", "NaN", RuleFact.NOT_A_NUMBER),
        ("restock_seconds", "9" * 40, RuleFact.NOT_A_NUMBER),
        ("from", "31.02.2027", RuleFact.NOT_A_DATE),
        ("until", "soon", RuleFact.NOT_A_DATE),
    ],
)
def test_what_reads_as_nothing_is_left_out_and_told(name: str, text: str, fact: RuleFact) -> None:
    book, (fault,) = read_book(TypedBook({}, [{}, {"category": "toys", name: text}]), 2, "ILS", TODAY)
    assert book.rules[1] == Rule("toys")
    assert (fault.fact, fault.section, fault.place, fault.name, fault.value) == (fact, Section.RULE, 2, name, text)


def test_a_fee_that_reads_as_nothing_is_told_at_its_place_among_the_fees() -> None:
    typed = TypedBook({"electronic_per_kg": "1", "paper_at_least": "x", "hour": "?", "valid_from": "?"}, [])
    book, faults = read_book(typed, 2, "ILS", TODAY)
    assert [(fault.section, fault.place, fault.name) for fault in faults] == [
        (Section.BOOK, 0, "valid_from"),
        (Section.BOOK, 0, "hour"),
        (Section.FEE, 2, "at_least"),
    ]
    assert book.valid_from == TODAY
    assert [fee.stream for fee in book.fees] == [Stream.ELECTRONIC, Stream.PAPER]


@pytest.mark.parametrize(("text", "share"), [("85", 8_500), ("85 %", 8_500), ("85,5", 8_550), ("-3", -300)])
def test_a_share_is_written_in_many_ways(text: str, share: int) -> None:
    book, _ = read_book(TypedBook({}, [{"as_new_a": text}]), 2, "ILS", TODAY)
    assert book.rules[0].figures == (("as_new_a", share),)


def test_a_row_inherits_from_wider_rows_and_from_the_program() -> None:
    rows = (
        Rule(figures=(("as_new_a", 9_000), ("donation", 100))),
        Rule(supplier="TAVOR", figures=(("donation", 200),)),
        Rule("toys", figures=(("giving", False),)),
        Rule("toys", "tavor", figures=(("open_box_a", 1),)),
    )
    book = RuleBook(2, TODAY, rules=rows)
    assert inherited(book, 0, TODAY) == Figures()
    assert inherited(book, 3, TODAY) == Figures(as_new_a=9_000, donation=200, giving=False)
    assert inherited(book, 2, TODAY) == Figures(as_new_a=9_000, donation=100)
    assert inherited(BUILT_IN, 0, TODAY) == Figures()
