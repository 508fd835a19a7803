"""What the Batches screen asks of the store thread: looks that bring back frozen values, steps that bring back events.

Imported with the screen, not before the window's first paint.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.events import Event
from returns_desk.domain.money import Money, parse_money
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.refusals import DeskError, NotFound
from returns_desk.domain.snapshots import BatchRow, BatchSnapshot, PersonSnapshot, TimelineEntry
from returns_desk.usecases import approve_batch as approving
from returns_desk.usecases import credit_batch as crediting
from returns_desk.usecases import look, look_batches, look_bench
from returns_desk.usecases import ship_batch as shipping
from returns_desk.usecases import submit_batch as submitting
from returns_desk.usecases.sign_in import prove

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Answers = dict[str, str]
_ENDED = (BatchState.CLOSED, BatchState.CANCELLED, BatchState.REJECTED)


@dataclass(frozen=True)
class BatchesLook:
    """All that the Batches screen shows."""

    person: PersonSnapshot | None
    kind: PartnerKind
    rows: dict[PartnerKind, tuple[BatchRow, ...]]
    chosen: BatchSnapshot | None
    timeline: tuple[TimelineEntry, ...] = ()

    def count_open(self, kind: PartnerKind) -> int:
        """How many batches of a kind are still on their way."""
        return sum(row.state not in _ENDED for row in self.rows[kind])


@dataclass(frozen=True)
class Outcome:
    """How a step over one or several batches went: what happened, and what was refused."""

    events: tuple[Event, ...]
    refusals: tuple[DeskError, ...] = ()


def look_at_batches(desk: "Desk", kind: PartnerKind, number: str) -> BatchesLook:
    """The lists of all kinds, and one batch whole: the one asked for, else the most urgent of its kind."""
    chosen = _chosen(desk, number)
    kind = chosen.row.kind if chosen else kind
    rows = {each: _rows(desk, each) for each in PartnerKind}
    if chosen is None and rows[kind]:
        chosen = desk.read(look_batches.batch, rows[kind][0].number)
    entries = desk.read(look.timeline_of, "batch", chosen.row.number) if chosen else ()
    return BatchesLook(desk.read(look_bench.bench).person, kind, rows, chosen, entries)


def _chosen(desk: "Desk", number: str) -> BatchSnapshot | None:
    try:
        return desk.read(look_batches.batch, number) if number else None
    except NotFound:
        return None


def _rows(desk: "Desk", kind: PartnerKind) -> tuple[BatchRow, ...]:
    page = desk.read(look_batches.batches, kind, urgent=True)
    return tuple(row for row in page.rows if isinstance(row, BatchRow))


def decide_batches(
    desk: "Desk", proof: tuple[str, str], numbers: tuple[str, ...], decide: Callable[["Desk", Signature, str], Outcome]
) -> Outcome:
    """Check badge and PIN once, then decide each batch as a step of its own; what is refused stops no other."""
    proven = desk.run(AT_THE_BENCH, prove, *proof)
    signature = proven.answer if proven.answer is not None else AT_THE_BENCH
    events: tuple[Event, ...] = ()
    refusals: list[DeskError] = []
    for number in numbers:
        try:
            events += decide(desk, signature, number).events
        except DeskError as refusal:
            refusals.append(refusal)
    return Outcome(events, tuple(refusals))


def approve(send_back: tuple[str, ...] = (), note: str = "") -> Callable[["Desk", Signature, str], Outcome]:
    """Approve a batch, all but the pieces named."""
    return lambda desk, who, number: Outcome(
        desk.run(who, approving.approve_batch, number, send_back=send_back, note=note).events
    )


def send_back(note: str, items: tuple[str, ...] = ()) -> Callable[["Desk", Signature, str], Outcome]:
    """Send a batch back to its maker, or mark the pieces named."""
    return lambda desk, who, number: Outcome(desk.run(who, approving.send_batch_back, number, note, items).events)


def reject(note: str) -> Callable[["Desk", Signature, str], Outcome]:
    """Reject a batch for good."""
    return lambda desk, who, number: Outcome(desk.run(who, approving.reject_batch, number, note).events)


def submit(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Let a batch wait for a supervisor."""
    del facts
    return Outcome(desk.run(AT_THE_BENCH, submitting.submit_batch, number).events)


def withdraw(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Take a submitted batch back."""
    del facts
    return Outcome(desk.run(AT_THE_BENCH, submitting.withdraw_batch, number).events)


def cancel(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Give a batch up that was not approved yet."""
    return Outcome(desk.run(AT_THE_BENCH, submitting.cancel_batch, number, facts["note"]).events)


def cancel_approved(note: str) -> Callable[["Desk", Signature, str], Outcome]:
    """Give an approved batch up; its paper is void."""
    return lambda desk, who, number: Outcome(desk.run(who, submitting.cancel_batch, number, note).events)


def authorize(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Note the supplier's own number."""
    until = date.fromisoformat(facts["until"]) if facts["until"] else None
    return Outcome(desk.run(AT_THE_BENCH, shipping.authorize_batch, number, facts["authorization"], until).events)


def pack(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Note boxes and weight."""
    grams = int(Decimal(facts["weight"] or "0") * 1000)
    return Outcome(desk.run(AT_THE_BENCH, shipping.pack_batch, number, int(facts["packages"]), grams).events)


def ship(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """The goods leave the house."""
    way = (facts["carrier"], facts["waybill"], facts["driver"])
    return Outcome(desk.run(AT_THE_BENCH, shipping.ship_batch, number, *way).events)


def credit(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Note a credit that came, in the currency of the batch."""
    currency = desk.read(look_batches.batch, number).totals.expected.currency
    amount: Money = parse_money(facts["amount"], currency)
    day = date.fromisoformat(facts["day"]) if facts["day"] else None
    done = desk.run(
        AT_THE_BENCH, crediting.record_credit, number, facts["credit"], amount, day, final=bool(facts["final"])
    )
    return Outcome(done.events)


def close(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Nothing more is expected."""
    del facts
    return Outcome(desk.run(AT_THE_BENCH, crediting.close_batch, number).events)
