"""Look at the books of rules for decisions: all versions with their state, the one in force, what is wrong with one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import Protocol

from returns_desk.domain.check_rules import Known, rule_faults
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.rule_faults import RuleFault
from returns_desk.domain.rules import BUILT_IN, RuleBook
from returns_desk.domain.snapshots.rule_books import BookState, RuleBookSnapshot
from returns_desk.store.lookups.rule_books import all_categories, books_with_makers, supplier_codes
from returns_desk.store.work import Work


def rule_books(work: Work) -> tuple[RuleBookSnapshot, ...]:
    """Every version, newest first; the last is what the program brings, which nobody laid down."""
    rows = books_with_makers(work.session)
    books = [*(record.snapshot() for record, _ in rows), BUILT_IN]
    made = [*((record.made_at, person) for record, person in rows), (None, None)]
    return tuple(
        RuleBookSnapshot(
            book=book,
            state=state,
            ends=ends,
            made_at=made_at,
            person=person.name if person else "",
            person_en=person.name_en if person else "",
        )
        for book, (made_at, person), (state, ends) in zip(books, made, states(books, work.today), strict=True)
    )


def rule_book(work: Work, version: int) -> RuleBookSnapshot:
    """One version. Refuses ``NotFound``."""
    found = next((each for each in rule_books(work) if each.book.version == version), None)
    if found is None:
        raise NotFound("rules", str(version))
    return found


def known_now(work: Work) -> Known:
    """What a new book is held against: the catalogue, and today, before which it cannot begin."""
    return Known(all_categories(work.session), supplier_codes(work.session), work.today)


def faults_of(work: Work, book: RuleBook, *, begins_now: bool = True) -> tuple[RuleFault, ...]:
    """All for which ``set_rule_book`` would refuse a book; one that is only tried may begin in the past."""
    known = known_now(work)
    return rule_faults(book, known if begins_now else replace(known, today=None))


def currency_and_day(work: Work) -> tuple[str, date]:
    """The shop's currency and today: by them a file of rules is read and written."""
    return work.shop.currency, work.today


class Dated(Protocol):
    """Something that counts from a day on."""

    @property
    def valid_from(self) -> date:
        """The first day on which it counts."""


def states(newest_first: Sequence[Dated], today: date) -> list[tuple[BookState, date | None]]:
    """The state of each version, and the day from which a later one counts instead (none: no later one does).

    A later version wins from its day on. One whose day comes after that of a later version never counts.
    """
    ends: list[date | None] = [None, *accumulate((book.valid_from for book in newest_first[:-1]), min)]
    return [(_state(book, end, today), end) for book, end in zip(newest_first, ends, strict=True)]


def _state(book: Dated, end: date | None, today: date) -> BookState:
    if end is not None and end <= max(today, book.valid_from):
        return BookState.REPLACED
    return BookState.COMING if book.valid_from > today else BookState.IN_FORCE
