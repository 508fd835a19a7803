"""Tells a batch that somebody should look at as the row of a list: why, since when, what its next step needs."""

from datetime import date

from returns_desk.domain.exceptions import WAYS, ExceptionKind, ExceptionRow, key_of, waited_for_minimum
from returns_desk.store.lookups.batch_exceptions import gathering_for_minimum
from returns_desk.store.lookups.batches import credited_so_far, live_lines
from returns_desk.store.lookups.odd_entries import settled_among
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import totals_of

K = ExceptionKind
Facts = dict[str, object]


def of_batch(work: Work, kind: ExceptionKind, batch: BatchRecord, key: str) -> ExceptionRow:
    """One batch that was found by its state and its days."""
    facts: dict[ExceptionKind, Facts] = {
        K.AUTHORIZATION: {"authorization": batch.authorization, **_left(work, batch.authorization_until)},
        K.CREDIT_OVERDUE: _left(work, batch.credit_due),
        K.CERTIFICATE: {"shipped": batch.shipped_at.astimezone().date() if batch.shipped_at else ""},
    }
    if kind is K.WINDOW:
        return _row(kind, batch, key, _left(work, date.fromisoformat(key.split(":")[2])))
    if kind is K.SHORT_CREDIT:
        return _row(kind, batch, key, _short(work, batch))
    return _row(kind, batch, key, facts[kind])


def below_minimum(work: Work) -> tuple[ExceptionRow, ...]:
    """Batches that gather for longer than their terms say, the oldest first; looked at ones are left out."""
    rows = []
    for batch, gross, lines in gathering_for_minimum(work.session):
        terms = batch.terms.snapshot() if batch.terms else None
        opened = batch.opened_at.astimezone().date()
        days = waited_for_minimum(terms, opened, work.today, gross, lines) if terms else None
        if terms is None or days is None:
            continue
        missing, pieces = max(terms.minimum_value - gross, 0), max(terms.minimum_quantity - lines, 0)
        facts: Facts = {"days": days, "missing": missing, "currency": batch.currency, "pieces": pieces}
        facts["then"] = terms.below_minimum.value
        # what flows in later does not bring it back: it was seen, and still waits
        rows.append(_row(K.MINIMUM, batch, key_of(K.MINIMUM, batch.number), facts))
    settled = settled_among(work.session, [row.key for row in rows])
    return tuple(row for row in rows if row.key not in settled)


def count_below_minimum(work: Work) -> int:
    """How many these are."""
    return len(below_minimum(work))


def _short(work: Work, batch: BatchRecord) -> Facts:
    """What was expected and did not come."""
    going = [line for line in live_lines(work.session, batch.id) if line.state.value != "sent back"]
    expected = totals_of(batch, going).expected.minor
    came = credited_so_far(work.session, batch.id)
    return {"missing": expected - came, "expected": expected, "currency": batch.currency}


def _left(work: Work, day: date | None) -> Facts:
    """The day, and how many are left to it; less than none once it is past."""
    return {"day": day.isoformat(), "left": (day - work.today).days} if day else {}


def _row(kind: ExceptionKind, batch: BatchRecord, key: str, facts: Facts) -> ExceptionRow:
    since = batch.opened_at if kind in (K.MINIMUM, K.WINDOW) else batch.shipped_at or batch.approved_at
    partner = {"partner": batch.partner.name, "partner_en": batch.partner.name_en}
    told = {name: str(fact) for name, fact in (partner | facts).items() if fact not in ("", None)}
    return ExceptionRow(
        key=key,
        kind=kind,
        subject="batch",
        number=batch.number,
        since=since or batch.opened_at,
        state=batch.state,
        facts=tuple(told.items()),
        ways=WAYS[kind],
    )
