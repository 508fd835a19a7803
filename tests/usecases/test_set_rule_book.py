"""Rules in versions: who lays them down, from when they count, and the way back."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.events import RuleBookSet
from returns_desk.domain.refusals import CannotUndo, NotAllowed, NotFound
from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.rule_figures import in_order
from returns_desk.domain.rule_refusals import RulesRefused
from returns_desk.domain.rules import BUILT_IN, Rule, RuleBook, Stream, StreamFee
from returns_desk.domain.snapshots.rule_books import BookState
from returns_desk.store.database import Database
from returns_desk.store.lookups.decisions import book_in_force
from returns_desk.store.work import Work
from returns_desk.usecases.look_rules import (
    currency_and_day,
    faults_of,
    known_now,
    rule_book,
    rule_books,
    states,
)
from returns_desk.usecases.set_rule_book import set_rule_book
from returns_desk.usecases.undo import undo, undo_step
from returns_desk.wording import Words
from returns_desk.wording.rule_books import say_book, say_version
from returns_desk.wording.rule_faults import say_placed_fault
from tests.builders import TODAY, Station, ago, decided_kettle, rows
from tests.shops import OnBoth

BOOK = RuleBook(
    valid_from=TODAY,
    hour=7_250,
    fees=(StreamFee(Stream.GLASS, 120, 50), StreamFee(Stream.MIXED)),
    rules=(
        Rule(figures=(("as_new_b", 9_000), ("stream", None))),
        Rule("", "galil", TODAY, TODAY + timedelta(days=30), (("giving", False), ("stream", Stream.GLASS))),
    ),
)


def seen(book: RuleBook) -> RuleBook:
    """A book with the figures of its rows in one order, whichever the database gave them."""
    return replace(book, rules=tuple(replace(row, figures=in_order(row.figures)) for row in book.rules))


def last_step(station: Station) -> str:
    """The id of the step that laid the newest version down."""
    steps = rows(station.database, "SELECT step_id FROM journal WHERE kind = 'RuleBookSet' ORDER BY id DESC")
    step = steps[0][0]
    return step.hex() if isinstance(step, bytes) else step.hex


def on(days: int) -> RuleBook:
    return replace(BOOK, valid_from=TODAY + timedelta(days=days))


def refused(station: Station, book: RuleBook) -> list[RuleFact]:
    refusal = station.refusal(station.signature("noa"), set_rule_book, book)
    assert isinstance(refusal, RulesRefused)
    return [fault.fact for fault in refusal.faults]


def book_now(work: Work) -> RuleBook:
    """The book by which the desk decides."""
    return book_in_force(work.session, work.today)


@OnBoth
def test_a_book_is_read_back_as_it_was_laid_down_and_counts_from_its_day(either: Database) -> None:
    station = Station(either)
    assert station.desk.read(book_now) == BUILT_IN
    assert station.do_as("noa", set_rule_book, BOOK) == 2
    assert station.do_as("noa", set_rule_book, on(3)) == 3
    assert seen(station.desk.read(book_now)) == seen(replace(BOOK, version=2))
    shown = station.desk.read(rule_books)
    assert [(each.book.version, each.state) for each in shown] == [
        (3, BookState.COMING),
        (2, BookState.IN_FORCE),
        (1, BookState.REPLACED),
    ]
    assert shown[1].ends == TODAY + timedelta(days=3)
    assert (shown[0].person, shown[2].person) == ("Noa", "")
    assert shown[0].made_at is not None
    assert station.desk.read(rule_book, 3) == shown[0]
    with pytest.raises(NotFound):
        station.desk.read(rule_book, 4)


def test_a_refused_book_leaves_the_old_one_and_names_all_that_is_wrong(station: Station) -> None:
    station.do_as("noa", set_rule_book, BOOK)
    broken = replace(
        BOOK, valid_from=ago(1), hour=-1, rules=(Rule("Phones"), Rule("", "SUP-9", figures=(("open_box_b", 10_001),)))
    )
    assert refused(station, broken) == [
        RuleFact.PAST,
        RuleFact.NEGATIVE,
        RuleFact.UNKNOWN_CATEGORY,
        RuleFact.UNKNOWN_SUPPLIER,
        RuleFact.TOO_MUCH,
        RuleFact.NO_GENERAL,
    ]
    assert [each.book.version for each in station.desk.read(rule_books)] == [2, 1]
    assert station.desk.read(faults_of, broken, begins_now=False)[0].fact is RuleFact.NEGATIVE


def test_rows_are_held_against_the_catalogue_whatever_its_case(station: Station) -> None:
    known = station.desk.read(known_now)
    assert set(known.suppliers) == {"GALIL", "TAVOR"}, "a charity takes nothing back"
    assert known.has_supplier("tavor")
    assert not known.has_supplier("GESHER")
    assert station.desk.read(currency_and_day) == ("ILS", TODAY)


def test_only_an_admin_lays_rules_down(station: Station) -> None:
    for person in ("dana", "avi"):
        assert isinstance(station.refusal(station.signature(person), set_rule_book, BOOK), NotAllowed)


@OnBoth
def test_the_last_version_is_taken_back_as_long_as_nobody_decided_by_it(either: Database) -> None:
    station = Station(either).begin("noa")
    station.do(set_rule_book, BOOK)
    station.do(set_rule_book, on(3))
    station.do(undo)
    assert [each.book.version for each in station.desk.read(rule_books)] == [2, 1]
    station.do(undo)
    assert station.desk.read(book_now) == BUILT_IN
    station.do(set_rule_book, BOOK)
    step = last_step(station)
    station.do(set_rule_book, on(3))
    with pytest.raises(CannotUndo):
        station.desk.run(station.signature("noa"), undo_step, step)


@OnBoth
def test_a_version_by_which_somebody_decided_stays(either: Database) -> None:
    station = Station(either).begin()
    station.do_as("noa", set_rule_book, BOOK)
    decided_kettle(station)
    assert rows(station.database, "SELECT rule_version FROM decisions") == [(2,)]
    step = last_step(station)
    with pytest.raises(CannotUndo):
        station.desk.run(station.signature("noa"), undo_step, step)
    assert station.desk.read(rule_book, 2).state is BookState.IN_FORCE


def test_the_journal_says_which_version_and_from_when(station: Station) -> None:
    (event,) = station.desk.run(station.signature("noa"), set_rule_book, on(9)).events
    assert event == RuleBookSet(version=2, valid_from=on(9).valid_from.isoformat(), rows=2)


@given(st.lists(st.integers(-5, 5).map(lambda days: TODAY + timedelta(days=days)), max_size=6), st.integers(-6, 6))
def test_the_version_in_force_is_the_one_that_the_desk_asks(days: list[date], after: int) -> None:
    books = [BUILT_IN, *(RuleBook(version, day) for version, day in enumerate(days, 2))]
    books.reverse()
    today = TODAY + timedelta(days=after)

    def newest(day: date) -> RuleBook:
        return next(book for book in books if book.valid_from <= day)

    told = dict(zip(books, states(books, today), strict=True))
    assert [book for book, (state, _) in told.items() if state is BookState.IN_FORCE] == [newest(today)]
    for book, (state, ends) in told.items():
        assert (state is BookState.COMING) == (book.valid_from > today and newest(book.valid_from) == book)
        if state is not BookState.REPLACED and ends is not None:
            assert newest(ends) != book
            assert newest(ends - timedelta(days=1)) == book or book.valid_from == ends


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_version_is_said_as_people_read_it(station: Station, language: str) -> None:
    words = Words(language)
    station.do_as("noa", set_rule_book, BOOK)
    station.do_as("noa", set_rule_book, on(3))
    shown = station.desk.read(rule_books)
    said: list[Any] = [say_version(words, each) for each in shown]
    assert len(set(said)) == 3
    lines = list(say_book(words, shown[1].book, "ILS"))
    assert "72.50" in lines[0]
    assert "90%" in "".join(lines)
    assert any("galil" in line for line in lines)
    fault = station.desk.read(faults_of, replace(BOOK, rules=(Rule(), Rule())))[0]
    assert "2" in say_placed_fault(words, fault)
