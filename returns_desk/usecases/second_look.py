"""A second look by somebody else: asked for by a person, or by what a piece is worth."""

from returns_desk.domain.events import SecondLookAsked
from returns_desk.domain.inspection_refusals import SecondLookNeeded
from returns_desk.domain.items import HoldReason
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, GradeFirst
from returns_desk.store.lookups.rules import filed_inspections
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_of
from returns_desk.usecases.hold_item import put_on_hold
from returns_desk.usecases.inspection_steps import item_to_inspect
from returns_desk.usecases.require import require


def ask_second_look(work: Work) -> None:
    """Let the piece in hand wait for somebody else to look at it; the inverse is ``unask_second_look``.

    Refuses ``ItemFirst``, ``WrongState``, and ``GradeFirst`` while nobody has looked at it.
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    if item.grade is None:
        raise GradeFirst(item.number)
    item.second_look = True
    work.record(SecondLookAsked(item_id=item.id, parcel_id=item.parcel_id, number=item.number))
    put_on_hold(work, item, HoldReason.SECOND_LOOK)


def unask_second_look(work: Work, event: SecondLookAsked) -> None:
    """Undo ``ask_second_look``. Refuses ``CannotUndo`` once somebody else looks at it."""
    item = item_of(work, event.item_id)
    if not item.second_look:
        raise CannotUndo(item.number)
    item.second_look = False


def refuse_single_look(work: Work, item: ItemRecord) -> None:
    """Refuse ``SecondLookNeeded`` for a piece that waits for other eyes, or is worth more than one pair may decide."""
    if item.second_look or (_is_dear(work, item) and not _looked_at_by_two(work, item)):
        raise SecondLookNeeded(item.number)


def _is_dear(work: Work, item: ItemRecord) -> bool:
    limit = work.shop.limits_now().second_look_value
    worth = item.product.price if item.product.price is not None else item.product.cost or 0
    return 0 < limit < worth


def _looked_at_by_two(work: Work, item: ItemRecord) -> bool:
    filed = filed_inspections(work.session, item.id)
    return any(inspection.person_id != item.inspector_id for inspection, _ in filed)
