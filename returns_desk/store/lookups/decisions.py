"""What a decision reckons with: the rules in force, what waits for a supplier, how suppliers credited so far."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from returns_desk.domain.batches import BatchMode, BatchState, LineState
from returns_desk.domain.money import Money
from returns_desk.domain.rules import BUILT_IN, RuleBook
from returns_desk.store.lookups.batches import LIVE, Gathering, gathered_as
from returns_desk.store.records import BatchLineRecord, BatchRecord, CreditRecord, RuleBookRecord, TermsRecord

_SETTLED = (
    BatchState.CREDITED,
    BatchState.SHORT_CREDIT,
    BatchState.DISPUTED,  # until more comes, what came is all
    BatchState.WRITTEN_OFF,
    BatchState.CLOSED,
)
_GOING = (LineState.IN, LineState.APPROVED)
_SEEN = 20  # batches: what a supplier did long ago says little
_ALL = 10_000  # basis points
FLOW_DAYS = 180  # looked back on
FLOW_KNOWN = 30  # days: of fewer nobody can say what comes in a day
_BOOKS_KEPT = 20
_SUMS_KEPT = 10_000
_expected: dict[tuple[str, int], int] = {}  # by their batch's id and version
_books: dict[str, RuleBook] = {}  # by their record's id: a book once laid down never changes


def book_in_force(session: Session, day: date) -> RuleBook:
    """The newest book of rules whose day has come; the one that the program brings, where the shop has none."""
    query = select(RuleBookRecord.id).where(RuleBookRecord.valid_from <= day).order_by(RuleBookRecord.version.desc())
    book_id = session.scalar(query.limit(1))
    if book_id is None:
        return BUILT_IN
    book = _books.get(book_id)
    if book is None:
        book = session.get_one(RuleBookRecord, book_id).snapshot()
        if len(_books) >= _BOOKS_KEPT:
            _books.clear()
        _books[book_id] = book
    return book


def value_waiting(session: Session, goods: Gathering, *, but: str = "") -> int:
    """Cost of what gathers in a supplier's open batch, in minor units; ``but`` for one piece."""
    query = (
        select(func.sum(BatchLineRecord.gross))
        .join(BatchRecord, BatchRecord.id == BatchLineRecord.batch_id)
        .where(
            BatchRecord.state == BatchState.COLLECTING,
            *gathered_as(goods),
            BatchRecord.terms_id == goods.terms_id,
            BatchLineRecord.state.in_(LIVE),
        )
    )
    return int(session.scalar(query.where(BatchLineRecord.item_id != but) if but else query) or 0)


def gathers_daily(session: Session, partner_id: str, currency: str, day: date) -> int | None:
    """Cost of what came into a supplier's batches on a day, in minor units; ``None`` while that is not known.

    Counted since the oldest of the batches of the last half year. Once nothing went there for so long, nothing is known
    again: else a supplier that seemed slow once would never get another piece.
    """
    since = datetime.combine(day - timedelta(days=FLOW_DAYS), time()).astimezone()
    query = (
        select(func.min(BatchRecord.opened_at), func.sum(BatchLineRecord.gross))
        .join(BatchLineRecord, BatchLineRecord.batch_id == BatchRecord.id)
        .where(
            BatchRecord.partner_id == partner_id,
            BatchRecord.currency == currency,
            BatchRecord.opened_at >= since,
            BatchLineRecord.state.in_(LIVE),
        )
    )
    first, gross = session.execute(query).one()
    days = (day - first.astimezone().date()).days if first else 0
    return int(gross) // days if days >= FLOW_KNOWN else None


def credits_of_supplier(session: Session, partner_id: str) -> tuple[int, int]:
    """How many of a supplier's last batches were settled, and the sum of what came of what was expected of each.

    Shares in basis points, each at most the whole: what came too much for one batch makes up for no other. Expected is
    what the batch's paper says, less the freight that is ours; a batch closed without any credit counts as nothing.
    """
    settled = (
        select(BatchRecord.id, BatchRecord.version)
        .where(BatchRecord.partner_id == partner_id, BatchRecord.state.in_(_SETTLED))
        .order_by(BatchRecord.id.desc())
        .limit(_SEEN)
        .subquery()
    )
    query = (
        select(settled.c.id, settled.c.version, func.coalesce(func.sum(CreditRecord.amount), 0))
        .outerjoin(CreditRecord, CreditRecord.batch_id == settled.c.id)
        .group_by(settled.c.id, settled.c.version)
    )
    found = session.execute(query).all()
    amounts = {batch_id: int(amount) for batch_id, _, amount in found}
    expected = _expected_credits(session, {batch_id: version for batch_id, version, _ in found})
    shares = [
        min(_ALL, max(0, amount) * _ALL // expected[batch_id])
        for batch_id, amount in amounts.items()
        if expected[batch_id] > 0
    ]
    return len(shares), sum(shares)


def _expected_credits(session: Session, wanted: dict[str, int]) -> dict[str, int]:
    """What was expected of batches (id: version) that left the house; each version of one is added up once."""
    keys = wanted.items()
    known = {key[0]: _expected[key] for key in keys if key in _expected}
    new = [batch_id for batch_id in wanted if batch_id not in known]
    if new:
        found = _added_up(session, new)
        if len(_expected) > _SUMS_KEPT:
            _expected.clear()
        _expected.update({(batch_id, wanted[batch_id]): credit for batch_id, credit in found.items()})
        known |= found
    return known


def _added_up(session: Session, batch_ids: list[str]) -> dict[str, int]:
    query = (
        select(
            BatchRecord.id,
            BatchRecord.currency,
            BatchRecord.mode,
            TermsRecord,
            func.sum(BatchLineRecord.gross),
            func.sum(BatchLineRecord.credit),
        )
        .join(BatchLineRecord, BatchLineRecord.batch_id == BatchRecord.id)
        .join(TermsRecord, TermsRecord.id == BatchRecord.terms_id)
        .where(BatchRecord.id.in_(batch_ids), BatchLineRecord.state.in_(_GOING))
        .group_by(BatchRecord.id, TermsRecord.id)
    )
    sums = dict.fromkeys(batch_ids, 0)
    for batch_id, currency, mode, terms, gross, credit in session.execute(query):
        agreed = terms.snapshot()
        agreed = agreed.destroyed_here if mode is BatchMode.DESTROY else agreed
        freight = agreed.freight(Money(int(gross), currency))
        sums[batch_id] = int(credit) - freight.minor
    return sums
