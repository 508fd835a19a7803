"""A piece of another shop was in the box: it fills no line of ours, and waits until it goes back."""

from returns_desk.domain.events import ItemDisowned
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition, HoldReason, ItemState, ReceiptOutcome
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, WrongState
from returns_desk.store.records import ItemRecord, RmaLineRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_in_hand, item_of
from returns_desk.usecases.hold_item import put_on_hold
from returns_desk.usecases.require import require


def disown_item(work: Work) -> None:
    """Say that the piece in hand is not ours: grade X, on hold, its line awaits its piece again.

    The inverse is ``own_item``. Refuses ``ItemFirst``, ``WrongState`` (decided, or said before).
    """
    require(work, Permission.RECEIVE)
    item = item_in_hand(work)
    if item.disposition is not None or item.outcome is ReceiptOutcome.NOT_OURS:
        raise WrongState("item", item.number, item.state.value)
    event = ItemDisowned(
        item_id=item.id,
        parcel_id=item.parcel_id,
        number=item.number,
        product=item.product.name,
        product_en=item.product.name_en,
        outcome_before=item.outcome.value,
        grade_before=item.grade.value if item.grade else "",
        line_before=item.line_id or "",
        recommended_before=item.recommended.value if item.recommended else "",
    )
    put_on_hold(work, item, HoldReason.NOT_OURS)
    _free_line(work, item)
    item.outcome, item.grade, item.state = ReceiptOutcome.NOT_OURS, Grade.X, ItemState.INSPECTED
    item.recommended = None
    work.record(event)


def own_item(work: Work, event: ItemDisowned) -> None:
    """Undo ``disown_item``. Refuses ``CannotUndo`` once it was graded or decided anew, or its line was filled."""
    item = item_of(work, event.item_id)
    line = work.get(RmaLineRecord, event.line_before)
    touched = item.outcome is not ReceiptOutcome.NOT_OURS or item.grade is not Grade.X or item.disposition is not None
    if touched or (line is not None and line.quantity - line.received < item.quantity):
        raise CannotUndo(item.number)
    if line is not None:
        line.received += item.quantity
    item.line_id = event.line_before or None
    item.outcome = ReceiptOutcome(event.outcome_before)
    item.grade = Grade(event.grade_before) if event.grade_before else None
    item.state = ItemState.INSPECTED if item.grade else ItemState.RECEIVED
    item.recommended = Disposition(event.recommended_before) if event.recommended_before else None


def _free_line(work: Work, item: ItemRecord) -> None:
    line = work.get(RmaLineRecord, item.line_id)
    if line is not None:
        line.received -= item.quantity
    item.line_id = None
