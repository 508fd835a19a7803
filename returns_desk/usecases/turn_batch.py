"""A batch does not go to its partner: its pieces are given away or recycled instead, each decided anew."""

from returns_desk.domain.batches import PARTNER_FOR, BatchState
from returns_desk.domain.board_refusals import NothingToTurn
from returns_desk.domain.events import BatchCancelled, BatchTurned
from returns_desk.domain.items import Disposition, OverrideReason
from returns_desk.domain.people import Permission
from returns_desk.domain.recommendation import Option, Recommendation
from returns_desk.domain.refusals import BadValue, WrongState
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.domain.ways import option_meant
from returns_desk.store.lookups.batches import live_lines
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, free_items, move_batch, seen
from returns_desk.usecases.bench_steps import hold_again_in_hand
from returns_desk.usecases.carry_out import carry_out
from returns_desk.usecases.need_photos import photos_missing
from returns_desk.usecases.recommend_item import recommend_item
from returns_desk.usecases.require import require

TURNS = (Disposition.DONATE, Disposition.RECYCLE)
_UNDECIDED = (BatchState.COLLECTING, BatchState.READY, BatchState.SENT_BACK)


def turn_batch(work: Work, number: str, to: Disposition, note: str = "") -> None:
    """Give the pieces of a batch away, or recycle them, instead of what they were decided for.

    Pieces that may not go there (recalled, unsafe, past their day, holding data) stay behind and are told. An empty
    batch is cancelled. No inverse: each piece may be decided once more. Refuses ``NotFound``, ``WrongState`` once it
    was submitted, ``BadValue`` for another way, ``NoPartner``, ``NothingToTurn``.
    """
    require(work, Permission.SUBMIT_BATCH)
    if to not in TURNS:
        raise BadValue("to", to.value)
    batch = batch_to_change(work, number)
    if batch.state not in _UNDECIDED or batch.kind is PARTNER_FOR[to]:
        raise WrongState("batch", batch.number, batch.state.value)
    hand, note = work.bench.item_id or "", kept_text(note, LONGEST_NOTE)
    moved, left = 0, []
    lines = live_lines(work.session, batch.id, whole=True)
    shown = seen(lines)
    for line in lines:
        if _turn_line(work, batch, line, to):
            moved += 1
        else:
            left.append(line.item.number)
    if not moved:
        raise NothingToTurn(batch.number, to.value, tuple(left))
    work.record(
        BatchTurned(batch_id=batch.id, number=batch.number, to=to.value, moved=moved, left=tuple(left), note=note)
    )
    if not left:
        move_batch(batch, BatchState.CANCELLED)
        batch.decision_note = note
        work.record(BatchCancelled(batch_id=batch.id, number=batch.number, note=note, seen=shown))
    hold_again_in_hand(work, hand)


def _turn_line(work: Work, batch: BatchRecord, line: BatchLineRecord, to: Disposition) -> bool:
    """Decide a line's piece anew, if it may go that way; it stays as it is if not."""
    item, found = line.item, recommend_item(work, line.item)
    option = option_meant(found, to, None) if found else None
    if found is None or option is None or not option.open:
        return False
    without = photos_missing(work, item, to)
    free_items(work, batch, [line])
    work.flush()
    carry_out(work, item, option, found, _reason(found, option), without)
    work.flush()
    return True


def _reason(found: Recommendation, option: Option) -> OverrideReason | None:
    return None if found.advised == option else OverrideReason.SHOP_INSTRUCTION
