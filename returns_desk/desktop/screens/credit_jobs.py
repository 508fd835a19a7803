"""What the window asks of the store thread about credits: steps of a batch, who owes what, papers about it."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from returns_desk.desktop.screens.batch_jobs import Outcome
from returns_desk.domain.ageing import CreditTail
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.statements import Statement
from returns_desk.usecases.credit_batch import record_credit, reverse_credit
from returns_desk.usecases.dispute_batch import dispute_batch
from returns_desk.usecases.look_credits import credit_tail, statement
from returns_desk.usecases.sign_in import prove
from returns_desk.usecases.write_off_batch import write_off_batch

if TYPE_CHECKING:
    from returns_desk.desk import Desk


@dataclass(frozen=True)
class CreditEntry:
    """A credit as it was entered; with ``lines`` it is for these pieces, else for the whole batch."""

    number: str
    at: date
    amount: Money | None
    final: bool = False
    lines: dict[str, Money] = field(default_factory=dict)
    short_reason: ShortReason | None = None
    short_reasons: dict[str, ShortReason] = field(default_factory=dict)


def record(desk: "Desk", batch: str, entry: CreditEntry, *, above: bool = False) -> Outcome:
    """Note a credit; ``above``: more than is open, and that is right."""
    done = desk.run(
        AT_THE_BENCH,
        record_credit,
        batch,
        entry.number,
        entry.amount,
        entry.at,
        final=entry.final,
        lines=entry.lines,
        short_reason=entry.short_reason,
        short_reasons=entry.short_reasons,
        above=above,
    )
    return Outcome(done.events)


def reverse(desk: "Desk", batch: str, credit: str) -> Outcome:
    """Take a credit back that was recorded wrong."""
    return Outcome(desk.run(AT_THE_BENCH, reverse_credit, batch, credit).events)


def dispute(desk: "Desk", batch: str, note: str) -> Outcome:
    """Dispute a short credit; its letter is issued."""
    return Outcome(desk.run(AT_THE_BENCH, dispute_batch, batch, note).events)


def write_off(desk: "Desk", batch: str, note: str, proof: tuple[str, str]) -> Outcome:
    """Give up what is open, signed by a second person's badge and PIN beside whoever sits here."""
    second = desk.run(AT_THE_BENCH, prove, *proof).answer.person_id
    return Outcome(desk.beside(second or "").run(AT_THE_BENCH, write_off_batch, batch, note).events)


def look_at_tail(desk: "Desk") -> CreditTail:
    """Who owes what, and how late it is."""
    return desk.read(credit_tail)


def look_at_statement(desk: "Desk", supplier: str, since: date | None) -> Statement:
    """A supplier's statement."""
    return desk.read(statement, supplier, since)
