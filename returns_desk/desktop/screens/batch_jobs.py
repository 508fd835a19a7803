"""What the Batches screen asks of the store thread: looks that bring back frozen values, steps that bring back events.

Imported with the screen, not before the window's first paint.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.refusals import DeskError, NotFound
from returns_desk.domain.snapshots import BatchRow, BatchSnapshot, PersonSnapshot, TimelineEntry
from returns_desk.domain.snapshots.giving import Landfill
from returns_desk.usecases import approve_batch as approving
from returns_desk.usecases import look, look_batches, look_bench, look_board, look_delegations, look_landfill
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
    landfill: Landfill | None = None  # of charities and recyclers

    def count_open(self, kind: PartnerKind) -> int:
        """How many batches of a kind are still on their way."""
        return sum(row.state not in _ENDED for row in self.rows[kind])


@dataclass(frozen=True)
class Outcome:
    """How a step over one or several batches went: what happened, what was refused, and for which of several."""

    events: tuple[Event, ...]
    refusals: tuple[DeskError, ...] = ()
    refused: tuple[str, ...] = ()


def look_at_batches(desk: "Desk", kind: PartnerKind, number: str) -> BatchesLook:
    """The lists of all kinds, and one batch whole: the one asked for, else the most urgent of its kind."""
    chosen = _chosen(desk, number)
    kind = chosen.row.kind if chosen else kind
    rows = {each: _rows(desk, each) for each in PartnerKind}
    if chosen is None and rows[kind]:
        chosen = desk.read(look_batches.batch, rows[kind][0].number)
    chosen = chosen and _as_on_board(chosen, rows[kind])
    entries = desk.read(look.timeline_of, "batch", chosen.row.number) if chosen else ()
    kept = None if kind is PartnerKind.SUPPLIER else desk.read(look_landfill.landfill)
    return BatchesLook(_person(desk), kind, rows, chosen, entries, kept)


def _person(desk: "Desk") -> PersonSnapshot | None:
    """Who sits here, and for whom they sign today."""
    person = desk.read(look_bench.bench).person
    return person and replace(person, signs_for=desk.read(look_delegations.signs_for, person.id))


def _as_on_board(batch: BatchSnapshot, rows: tuple[BatchRow, ...]) -> BatchSnapshot:
    """The batch with what the board says of it."""
    return replace(batch, row=next((row for row in rows if row.number == batch.row.number), batch.row))


def _chosen(desk: "Desk", number: str) -> BatchSnapshot | None:
    try:
        return desk.read(look_batches.batch, number) if number else None
    except NotFound:
        return None


def _rows(desk: "Desk", kind: PartnerKind) -> tuple[BatchRow, ...]:
    page = desk.read(look_board.board, kind)
    return tuple(row for row in page.rows if isinstance(row, BatchRow))


def decide_batches(
    desk: "Desk", proof: tuple[str, str], numbers: tuple[str, ...], decide: Callable[["Desk", Signature, str], Outcome]
) -> Outcome:
    """Check badge and PIN once, then decide each batch as a step of its own; what is refused stops no other."""
    proven = desk.run(AT_THE_BENCH, prove, *proof, acts=len(numbers))
    signature = proven.answer if proven.answer is not None else AT_THE_BENCH
    events: tuple[Event, ...] = ()
    refusals: list[DeskError] = []
    refused: list[str] = []
    for number in numbers:
        try:
            events += decide(desk, signature, number).events
        except DeskError as refusal:
            refusals.append(refusal)
            refused.append(number)
    return Outcome(events, tuple(refusals), tuple(refused))


Seen = dict[str, str]  # by the batch's number, the hash of the lines that the person looked at


def seen_now(desk: "Desk", numbers: tuple[str, ...]) -> tuple[BatchSnapshot, ...]:
    """The batches as they stand now, for a person who decides several."""
    return tuple(desk.read(look_batches.batch, number) for number in numbers)


def approve(
    send_back: tuple[str, ...] = (), note: str = "", seen: Seen | None = None
) -> Callable[["Desk", Signature, str], Outcome]:
    """Approve a batch, all but the pieces named."""
    return lambda desk, who, number: Outcome(
        desk.run(who, approving.approve_batch, number, send_back, note, (seen or {}).get(number, "")).events
    )


def send_back(note: str, items: tuple[str, ...] = (), seen: str = "") -> Callable[["Desk", Signature, str], Outcome]:
    """Send a batch back to its maker, or mark the pieces named."""
    return lambda desk, who, number: Outcome(desk.run(who, approving.send_batch_back, number, note, items, seen).events)


def reject(note: str, seen: str = "") -> Callable[["Desk", Signature, str], Outcome]:
    """Reject a batch for good."""
    return lambda desk, who, number: Outcome(desk.run(who, approving.reject_batch, number, note, seen).events)


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
