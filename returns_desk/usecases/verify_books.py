"""Check the books from end to end: the journal's chain, the papers' numbers, pieces against batches and announcements.

The stock ledger is held against all of them. Looks only; there is nothing to take back.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from returns_desk.domain.books import BookFact, BookFault
from returns_desk.store.journal import verify
from returns_desk.store.lookups import batch_books, books, stock_books
from returns_desk.store.lookups.kept_decisions import decisions_astray
from returns_desk.store.lookups.settled import settled_for_nothing
from returns_desk.store.work import Work


def verify_books(work: Work) -> tuple[BookFault, ...]:
    """Everything that does not balance; nothing, when all is well."""
    session = work.session
    return (
        *verify_chains(work),
        *_all(BookFact.NUMBER_MISSING, books.missing_numbers(session)),
        *_all(BookFact.COUNTER_BEHIND, books.counters_behind(session)),
        *_all(BookFact.PAPER_CHANGED, _changed_papers(work)),
        *_all(BookFact.LINE_ASTRAY, books.lines_astray(session)),
        *_all(BookFact.ITEM_WITHOUT_LINE, books.items_without_line(session)),
        *_all(BookFact.CREDIT_ASTRAY, batch_books.credits_astray(session)),
        *_all(BookFact.CARTON_ASTRAY, batch_books.cartons_astray(session)),
        *_all(BookFact.RECEIVED_DIFFERS, books.lines_received_otherwise(session)),
        *_all(BookFact.HAND_ASTRAY, books.hands_astray(session)),
        *_all(BookFact.DECISION_ASTRAY, decisions_astray(session)),
        *_all(BookFact.SETTLED_NOTHING, settled_for_nothing(session)),
        *_all(BookFact.TWO_BENCHES, books.parcels_on_two_benches(session)),
        *_all(BookFact.STOCK_ASTRAY, stock_books.stock_astray(session)),
        *_all(BookFact.NEGATIVE_STOCK, stock_books.negative_stock(session)),
        *_all(BookFact.MOVE_WITHOUT_STEP, stock_books.moves_without_step(session)),
        *_all(BookFact.AVAILABLE_UNDECIDED, stock_books.available_undecided(session)),
        *_all(BookFact.LOST_REFERENCE, books.lost_references(session)),
    )


def verify_chains(work: Work) -> tuple[BookFault, ...]:
    """Every place where a station's journal does not hold."""
    names = books.station_names(work.session)
    broken = (f"{names.get(gap.station_id, '?')} {gap.seq}" for gap in verify(work.session))
    return tuple(_all(BookFact.CHAIN_BROKEN, broken))


def _all(fact: BookFact, subjects: Iterable[str]) -> Iterator[BookFault]:
    return (BookFault(fact, subject) for subject in subjects)


def _changed_papers(work: Work) -> Iterator[str]:
    for number, content, fingerprint in books.papers(work.session):
        if sha256(content.encode()).hexdigest() != fingerprint:
            yield number
