"""The shop lays down by which rules the desk recommends: a book in a new version; with its inverse."""

from returns_desk.domain.events import RuleBookSet
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo
from returns_desk.domain.rule_refusals import RulesRefused
from returns_desk.domain.rules import BUILT_IN, RuleBook
from returns_desk.store.lookups.rule_books import decided_by, newest_book
from returns_desk.store.records import RuleBookRecord
from returns_desk.store.records.decisions import book_body
from returns_desk.store.work import Work
from returns_desk.usecases.require import require


def may_set_rule_book(work: Work) -> None:
    """Ask for the right, before a file is looked through."""
    require(work, Permission.SET_DECISIONS)


def set_rule_book(work: Work, book: RuleBook) -> int:
    """Lay down the next version, in force from the book's ``valid_from`` on; gives the version's number.

    The version that is passed in counts for nothing: it is the next one. Every decision keeps the version by which it
    was made. The inverse is ``unset_rule_book``. Refuses ``RulesRefused`` with all that is wrong with the book.
    """
    person = require(work, Permission.SET_DECISIONS)
    # WORKAROUND(start-up): undo brings this module, and the first scan should not wait for what checks a book
    from returns_desk.usecases.look_rules import faults_of  # noqa: PLC0415  see above

    faults = faults_of(work, book)
    if faults:
        raise RulesRefused(faults)
    newest = newest_book(work.session)
    record = work.add(
        RuleBookRecord(
            version=(newest.version if newest else BUILT_IN.version) + 1,
            valid_from=book.valid_from,
            body=book_body(book),
            made_at=work.now,
            person_id=person.id,
        )
    )
    work.flush()
    work.record(RuleBookSet(version=record.version, valid_from=record.valid_from.isoformat(), rows=len(book.rules)))
    return record.version


def unset_rule_book(work: Work, event: RuleBookSet) -> None:
    """Undo ``set_rule_book``. Refuses ``CannotUndo`` once there is a later version, or a decision made by this one."""
    newest = newest_book(work.session)
    if newest is None or newest.version != event.version or decided_by(work.session, event.version):
        raise CannotUndo(type(event).__name__)
    work.session.delete(newest)
    work.flush()
