"""What every step of a batch begins and ends with: the batch by its number, its state moved along the one table."""

from datetime import date, datetime, time
from hashlib import sha256

from returns_desk.domain.batches import BatchState, LineState, LineSum, Totals, batch_may_move, batch_totals
from returns_desk.domain.events import BatchApproved, LinePulled
from returns_desk.domain.money import Money
from returns_desk.domain.refusals import ChangedMeanwhile, NotFound, WrongState
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.batch_terms import terms_of
from returns_desk.store.lookups.batches import batch_by_number, live_lines
from returns_desk.store.lookups.cartons import place_of_carton
from returns_desk.store.lookups.journal import newest_of_batch
from returns_desk.store.records import BatchLineRecord, BatchRecord, PersonRecord
from returns_desk.store.types import canonical
from returns_desk.store.work import Work
from returns_desk.usecases.decide_item import reconsider


def batch_of(work: Work, number: str) -> BatchRecord:
    """The batch with a number (its own, its paper's, or its carton's). Refuses ``NotFound``."""
    batch = batch_by_number(work.session, number)
    if batch is None and (place := place_of_carton(work.session, number)):
        batch = batch_by_number(work.session, place[1])
    if batch is None:
        raise NotFound("batch", number)
    return batch


def batch_to_change(work: Work, number: str) -> BatchRecord:
    """As ``batch_of``, for a step that changes it: no other station adds a line, or decides, until this one ends."""
    batch = batch_by_number(work.session, number, locked=True)
    if batch is None:
        raise NotFound("batch", number)
    return batch


def move_batch(batch: BatchRecord, then: BatchState) -> None:
    """Change a batch's state along its table of moves; nothing goes on that another than its maker did not approve.

    Refuses ``WrongState``.
    """
    unsigned = then.is_approved and (batch.approved_by is None or batch.approved_by == batch.submitted_by)
    if unsigned or not batch_may_move(batch.state, then):
        raise WrongState("batch", batch.number, batch.state.value)
    batch.state = then


def moment_on(work: Work, day: date) -> datetime:
    """When something was done of which only the day is said: now, or at noon of a day that is over."""
    return work.now if day == work.today else datetime.combine(day, time(12)).astimezone()


def going_lines(work: Work, batch: BatchRecord) -> list[BatchLineRecord]:
    """The lines that go out with the batch."""
    return [line for line in live_lines(work.session, batch.id) if line.state is not LineState.SENT_BACK]


def totals_of(batch: BatchRecord, lines: list[BatchLineRecord]) -> Totals:
    """A batch's sums over the lines that go out."""
    sums = (LineSum(Money(line.gross, batch.currency), line.reason) for line in lines)
    return batch_totals(sums, terms_of(batch), batch.currency)


def seen(lines: list[BatchLineRecord]) -> str:
    """Hash of what a person saw when they decided: each line's piece, what was found of it, its value and reason."""
    return sha256(canonical([_shown(line) for line in lines]).encode()).hexdigest()


def refuse_unseen(batch: BatchRecord, lines: list[BatchLineRecord], looked_at: str) -> None:
    """Let somebody decide only what they looked at (``looked_at``: its hash). Refuses ``ChangedMeanwhile``."""
    if looked_at and looked_at.strip().lower() != seen(lines):
        raise ChangedMeanwhile("batch", batch.number)


def signed_for(giver: PersonRecord | None) -> dict[str, str]:
    """For whom a decision was signed, as its event says it; nothing in one's own name."""
    return {"giver": giver.name, "giver_en": giver.name_en} if giver else {}


def approved_for(work: Work, batch: BatchRecord) -> tuple[str, str]:
    """Whose right the approver of a batch used, by the name in either language, as this step or the journal has it."""
    for told in work.events:
        if isinstance(told, BatchApproved) and told.batch_id == batch.id:
            return told.giver, told.giver_en
    entry = newest_of_batch(work.session, batch.id, BatchApproved.__name__) if batch.approved_by else None
    event = event_of(entry) if entry else None
    return (event.giver, event.giver_en) if isinstance(event, BatchApproved) else ("", "")


def _shown(line: BatchLineRecord) -> list[object]:
    item = line.item
    found = [item.grade.value if item.grade else "", sorted(item.findings)]
    return [item.number, item.quantity, item.serial, item.lot, *found, line.gross, line.credit, line.reason.value]


def free_items(work: Work, batch: BatchRecord, lines: list[BatchLineRecord]) -> None:
    """Take lines' pieces out of their batch: they wait for another decision; each piece's timeline says so."""
    for line in lines:
        line.state = LineState.PULLED
        reconsider(work, line.item)
        work.record(LinePulled(batch_id=batch.id, item_id=line.item_id, number=batch.number, item=line.item.number))
