"""A sealed carton is opened: whatever divides it, grades it down or says so, ends it in the same way."""

from returns_desk.domain.events import CartonOpened
from returns_desk.domain.refusals import CannotUndo
from returns_desk.store.records import ItemRecord, RmaLineRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_of


def end_carton(work: Work, item: ItemRecord) -> None:
    """Let a piece be a sealed carton no more, if it is one; the inverse is ``seal_again``. Its grade stays.

    Of products with serial numbers one piece stays under the carton's number, and the others are awaited again: each
    is scanned by itself.
    """
    if not item.carton:
        return
    before = item.quantity
    item.carton = False
    if item.product.serialised:
        _count(work, item, 1)
    work.record(
        CartonOpened(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            product=item.product.name,
            product_en=item.product.name_en,
            count=item.quantity,
            before=before,
        )
    )


def seal_again(work: Work, event: CartonOpened) -> None:
    """Undo ``end_carton``. Refuses ``CannotUndo`` once it was counted anew, decided, or its pieces were scanned."""
    item = item_of(work, event.item_id)
    line = work.get(RmaLineRecord, item.line_id)
    room = line is None or line.quantity - line.received >= event.before - event.count
    if item.disposition is not None or item.carton or item.quantity != event.count or not room:
        raise CannotUndo(item.number)
    _count(work, item, event.before)
    item.carton = True


def _count(work: Work, item: ItemRecord, count: int) -> None:
    line = work.get(RmaLineRecord, item.line_id)
    if line is not None:
        line.received += count - item.quantity
    item.quantity = count
