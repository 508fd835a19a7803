"""Look at what suppliers owe: how late each credit is, and how it stands with one supplier over a time."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from returns_desk.domain.ageing import CreditTail, OpenCredit, tail_of
from returns_desk.domain.claims import shares_of, short_reasons
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.events import BatchClosed, CreditRecorded, CreditReversed, CreditWrittenOff
from returns_desk.domain.money import Money
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.statements import Entry, EntryKind, Statement, statement_of
from returns_desk.store.journal import event_of
from returns_desk.store.lookups import credits as lookups
from returns_desk.store.lookups.batch_terms import expected_of, terms_of
from returns_desk.store.lookups.batches import line_sums
from returns_desk.store.records import BatchRecord, CreditRecord, JournalRecord
from returns_desk.store.work import Work
from returns_desk.usecases.issue_slip import our_side, their_side

_USUAL_DAYS = 30  # until a credit is due, where no terms say it
_Notes = dict[str, list[CreditRecord]]
_Reasons = tuple[tuple[ShortReason, Money], ...]
_GIVEN_UP = ("CreditWrittenOff", "CreditRecorded", "CreditReversed", "BatchClosed")


def credit_tail(work: Work) -> CreditTail:
    """Every batch of which a credit is awaited, the most late first, and what each supplier owes."""
    batches = lookups.awaited_batches(work.session)
    return tail_of(work.today, _open_credits(work, batches, work.today))


def statement(work: Work, supplier: str, since: date | None = None, until: date | None = None) -> Statement:
    """What a supplier owed, what came, and what it owes, from one day to another (both count), in each currency.

    Without ``since`` from the first batch on, without ``until`` up to today. Refuses ``NotFound``.
    """
    partner = lookups.supplier_by_code(work.session, lookup_key(supplier))
    if partner is None:
        raise NotFound("supplier", supplier)
    last = min(until or work.today, work.today)
    batches = lookups.claimed_batches(work.session, partner.id)
    notes = lookups.credits_of_batches(work.session, [batch.id for batch in batches])
    entries = sorted(_entries(work, batches, notes), key=lambda entry: (entry.day, entry.batch, entry.kind.order))
    tail = tail_of(last, _open_then(batches, entries, last, _reasons(work, batches, notes)))
    ages = {age.expected.currency: age for age in tail.suppliers}
    currencies = sorted({batch.currency for batch in batches} or {work.shop.currency})
    sums = (
        statement_of([entry for entry in entries if entry.amount.currency == currency], currency, since, last)
        for currency in currencies
    )
    return Statement(
        company=our_side(work.shop.snapshot()),
        partner=their_side(partner),
        code=partner.code,
        language=partner.language,
        since=since,
        until=last,
        made_at=work.now,
        sums=tuple(sums),
        ages=tuple(ages[currency] for currency in currencies if currency in ages),
    )


def _open_credits(work: Work, batches: list[BatchRecord], day: date) -> list[OpenCredit]:
    ids = [batch.id for batch in batches]
    sums, notes = line_sums(work.session, ids), lookups.credits_of_batches(work.session, ids)
    why = _reasons(work, batches, notes)
    rows = []
    for batch in batches:
        _, gross, credit, _ = sums.get(batch.id, (0, 0, 0, None))
        received = Money(sum(each.amount for each in notes[batch.id]), batch.currency)
        expected = expected_of(batch, gross, credit)
        if expected.minor > 0 or received.minor:
            rows.append(_open_credit(batch, day, expected, received, why.get(batch.id, ())))
    return rows


def _open_credit(batch: BatchRecord, day: date, expected: Money, received: Money, why: _Reasons = ()) -> OpenCredit:
    due = _due(batch)
    return OpenCredit(
        number=batch.number,
        partner=batch.partner.snapshot(batch.terms),
        state=batch.state,
        left=_day(lookups.left_at(batch)),
        due=due,
        days=(day - due).days,
        expected=expected,
        received=received,
        reasons=why,
    )


def _due(batch: BatchRecord) -> date:
    """The day on which a credit is due; older batches keep none, so it is found from their terms."""
    days = batch.terms.snapshot().credit_days if batch.terms else _USUAL_DAYS
    return batch.credit_due or _day(lookups.left_at(batch)) + timedelta(days=days)


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _says_why(credit: CreditRecord) -> bool:
    return bool(credit.short_reason or any(line.short_reason for line in credit.lines))


def _reasons(work: Work, batches: list[BatchRecord], notes: _Notes) -> dict[str, _Reasons]:
    """Why credits are short, and how much each time, line by line; of batches where somebody said it."""
    batches = [batch for batch in batches if any(map(_says_why, notes[batch.id]))]
    lines = lookups.credits_of_lines(work.session, [batch.id for batch in batches])
    found = {}
    for batch in batches:
        own = [(line, Money(credit, batch.currency)) for line, _, credit in lines[batch.id]]
        terms, gross = terms_of(batch), Money(sum(gross for _, gross, _ in lines[batch.id]), batch.currency)
        freight = terms.freight(gross) if terms else Money(0, batch.currency)
        shares = shares_of(own, freight, [credit.snapshot() for credit in notes[batch.id]])
        found[batch.id] = tuple(sorted(short_reasons(shares).items()))
    return found


def _entries(work: Work, batches: list[BatchRecord], notes: _Notes) -> list[Entry]:
    """All that moved what a supplier owes, batch by batch."""
    ids = [batch.id for batch in batches]
    sums = line_sums(work.session, ids)
    slips = lookups.slips_of_batches(work.session, ids)
    told: dict[str, list[JournalRecord]] = {}
    for record in lookups.entries_of_batches(work.session, ids, _GIVEN_UP):
        told.setdefault(record.batch_id or "", []).append(record)
    found = []
    for batch in batches:
        _, gross, credit, _ = sums.get(batch.id, (0, 0, 0, None))
        expected = expected_of(batch, gross, credit)
        sent = Entry(_day(lookups.left_at(batch)), batch.number, EntryKind.SENT, expected, slips.get(batch.id, ""))
        own = [sent, *map(partial(_credit_entry, batch), notes[batch.id])]
        found += _with_given_up(batch, own, told.get(batch.id, []))
    return [entry for entry in found if entry.amount.minor]


def _credit_entry(batch: BatchRecord, credit: CreditRecord) -> Entry:
    said = [line.short_reason for line in credit.lines if line.short_reason]
    return Entry(
        credit.at,
        batch.number,
        EntryKind.REVERSAL if credit.reverses else EntryKind.CREDIT,
        Money(-credit.amount, credit.currency),
        credit.number,
        tuple(sorted({*said, *([credit.short_reason] if credit.short_reason else [])})),
    )


def _with_given_up(batch: BatchRecord, own: list[Entry], told: list[JournalRecord]) -> list[Entry]:
    """What was written off, and came back by a late credit; older versions closed a short credit as it was."""
    for record in told:
        event, day = event_of(record), _day(record.at)
        match event:
            case CreditWrittenOff():
                own.append(Entry(day, batch.number, EntryKind.WRITE_OFF, Money(-event.amount_minor, batch.currency)))
            case CreditRecorded() | CreditReversed() if event.reopened_minor:
                own.append(Entry(day, batch.number, EntryKind.REOPENED, Money(event.reopened_minor, batch.currency)))
            case BatchClosed():
                left = sum(entry.amount.minor for entry in own)
                own.append(Entry(day, batch.number, EntryKind.CLOSED, Money(-left, batch.currency)))
    return own


def _open_then(
    batches: list[BatchRecord], entries: list[Entry], day: date, why: dict[str, _Reasons]
) -> Iterator[OpenCredit]:
    """What each batch owed at the end of a day."""
    for batch in batches:
        own = [entry for entry in entries if entry.batch == batch.number and entry.day <= day]
        left = sum(entry.amount.minor for entry in own)
        due = sum(entry.amount.minor for entry in own if entry.kind is EntryKind.SENT)
        if left:
            received = Money(due - left, batch.currency)
            yield _open_credit(batch, day, Money(due, batch.currency), received, why.get(batch.id, ()))
