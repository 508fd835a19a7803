"""The board: batches that nobody decided yet, by urgency, each with what to do now, what is missing, and the money."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from returns_desk.domain.batches import BatchMode, BatchState, PartnerKind
from returns_desk.domain.grades import Finding
from returns_desk.domain.money import Money
from returns_desk.domain.proposals import Advice, BatchFacts, Proposal, facts_of_terms, propose
from returns_desk.domain.rules import RuleBook, RuleInForce, rule_in_force
from returns_desk.domain.snapshots import BatchRow
from returns_desk.domain.worth_elsewhere import Goods, worth_of_giving, worth_of_recycling
from returns_desk.store.lookups import batches as lookups
from returns_desk.store.lookups.batch_terms import terms_of
from returns_desk.store.lookups.board import BoardLine, board_lines, gathered_daily, undecided_batches
from returns_desk.store.lookups.catalogue import first_partner
from returns_desk.store.lookups.decisions import book_in_force
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.look import Page
from returns_desk.usecases.look_batches import batch_row
from returns_desk.usecases.prove_batch import unproved

_PROPOSED = (BatchState.COLLECTING, BatchState.READY, BatchState.SENT_BACK)
_NO_DAYS = 10_000


def board(work: Work, kind: PartnerKind | None = None, state: str | None = None, limit: int = 200) -> Page:
    """What waits for somebody first, by urgency and however old; below it the newest of the others."""
    waiting = [record for record in undecided_batches(work.session, kind) if state in (None, record.state)]
    others, total = lookups.newest_batches(work.session, kind=kind, state=state, limit=limit)
    known = {record.id for record in waiting}
    records = (*waiting, *(record for record in others if record.id not in known))
    sums = lookups.line_sums(work.session, [record.id for record in records])
    proposed = _about(work, [record for record in waiting if record.state in _PROPOSED])
    rows = [
        replace(batch_row(work, record, *sums.get(record.id, (0, 0, 0, None))), **proposed.get(record.id, {}))
        for record in records
    ]
    rows.sort(key=_urgency)
    return Page(tuple(rows[:limit]), total)


def _urgency(row: BatchRow) -> tuple[bool, bool, bool, int]:
    """A batch that waits for a supervisor, then what is to be sent now, then what waits; by the days left."""
    undecided = row.state in (*_PROPOSED, BatchState.SUBMITTED)
    waits = row.proposal is None or row.proposal.advice is Advice.WAIT
    days = row.days_left if row.days_left is not None else _NO_DAYS
    return not undecided, row.state is not BatchState.SUBMITTED, waits, days


def _about(work: Work, records: Sequence[BatchRecord]) -> dict[str, dict[str, Any]]:
    """What a row says besides, by the batch's id; so many questions, however many batches there are."""
    if not records:
        return {}
    lines = board_lines(work.session, [record.id for record in records])
    missing = unproved(work, records, lines)
    daily = gathered_daily(work.session, [record.partner_id for record in records], work.today)
    elsewhere = _Elsewhere(work)
    of_batch: dict[str, list[BoardLine]] = {}
    for line in lines:
        of_batch.setdefault(line.batch_id, []).append(line)
    return {
        record.id: {
            "evidence": missing.get(record.id, ()),
            "proposal": _proposal(
                work, record, of_batch.get(record.id, []), daily.get((record.partner_id, record.currency)), elsewhere
            ),
        }
        for record in records
    }


class _Elsewhere:
    """What goods would bring at a charity or a recycler, under the figures in force; asked once a look."""

    def __init__(self, work: Work) -> None:
        self._book: RuleBook = book_in_force(work.session, work.today)
        self._rules: dict[tuple[str, str], RuleInForce] = {}
        self._work = work
        self._charity = first_partner(work.session, PartnerKind.CHARITY) is not None
        self._recycler = first_partner(work.session, PartnerKind.RECYCLER) is not None

    def worths(self, record: BatchRecord, lines: Iterable[BoardLine]) -> dict[str, Any]:
        """Both, for a supplier's batch; ``None`` where none of it may go."""
        if record.kind is not PartnerKind.SUPPLIER:
            return {"giving": None, "recycling": None}
        goods = [(_goods(line, record), self._rule(line, record)) for line in lines]
        given = [worth_of_giving(*each) for each in goods if each[0].may_be_given and each[1].figures.giving]
        recycled = [worth_of_recycling(*each) for each in goods]
        zero = Money(0, record.currency)
        return {
            "giving": sum(given, zero) if given and self._charity else None,
            "recycling": sum(recycled, zero) if recycled and self._recycler else None,
        }

    def _rule(self, line: BoardLine, record: BatchRecord) -> RuleInForce:
        key = line.category, record.partner.code
        if key not in self._rules:
            self._rules[key] = rule_in_force(self._book, *key, self._work.today)
        return self._rules[key]


def _goods(line: BoardLine, record: BatchRecord) -> Goods:
    safe = all(Finding(code).safe for code in line.findings)
    return Goods(
        gross=Money(line.gross, record.currency),
        quantity=line.quantity,
        weight_g=line.weight_g,
        electrical=line.electrical,
        may_be_given=safe and line.grade is not None and not line.grade.defective,
    )


def _proposal(
    work: Work, record: BatchRecord, lines: list[BoardLine], daily: int | None, elsewhere: _Elsewhere
) -> Proposal:
    terms, zero = terms_of(record), Money(0, record.currency)
    gross = sum(line.gross for line in lines)
    first = min((line.window_ends for line in lines if line.window_ends), default=None)
    closing = sum(line.credit for line in lines if line.window_ends == first) if first else 0
    credit = Money(sum(line.credit for line in lines), record.currency)
    return propose(
        BatchFacts(
            expected=credit - terms.freight(Money(gross, record.currency)) if terms else zero,
            lines=len(lines),
            destroyed=record.mode is BatchMode.DESTROY,
            days_left=(first - work.today).days if first else None,
            first_credit=Money(closing, record.currency),
            waited_days=(work.today - record.opened_at.astimezone().date()).days,
            gathers_daily=daily,
            **facts_of_terms(terms, gross, sum(line.quantity for line in lines)),
            **elsewhere.worths(record, lines),
        )
    )
