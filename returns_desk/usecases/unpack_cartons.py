"""What ``undo`` runs for the steps of packing; each refuses ``CannotUndo`` once somebody went on with the carton."""

from returns_desk.domain.batches import BatchState
from returns_desk.domain.events import (
    CartonBegun,
    CartonClosed,
    CartonRemoved,
    CartonReopened,
    ItemPacked,
    ItemUnpacked,
)
from returns_desk.domain.refusals import CannotUndo
from returns_desk.store.lookups import cartons as lookups
from returns_desk.store.lookups.batches import line_of_item
from returns_desk.store.records import BatchRecord, CartonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.pack_cartons import PACKING, forget_lines


def unbegin_carton(work: Work, event: CartonBegun) -> None:
    """Undo ``open_carton``."""
    box = lookups.carton_by_number(work.session, event.number)
    if box is None or box.closed_at is not None or lookups.count_in_carton(work.session, box.batch_id, box.id):
        raise CannotUndo(event.number)
    forget_lines(work, box)
    work.session.delete(box)


def take_out_again(work: Work, event: ItemPacked) -> None:
    """Undo ``pack_item``."""
    line = line_of_item(work.session, event.item_id)
    if line is None or line.carton_id != event.carton_id or not _may_change(work, event.carton_id):
        raise CannotUndo(event.number)
    line.carton_id = None


def put_in_again(work: Work, event: ItemUnpacked) -> None:
    """Undo ``unpack_item``."""
    line = line_of_item(work.session, event.item_id)
    if line is None or line.carton_id is not None or not _may_change(work, event.carton_id):
        raise CannotUndo(event.number)
    line.carton_id = event.carton_id


def unclose_carton(work: Work, event: CartonClosed) -> None:
    """Undo ``close_carton``."""
    box, batch = work.get(CartonRecord, event.carton_id), work.get(BatchRecord, event.batch_id)
    stands = box is not None and box.closed_at is not None and box.weight_g == event.weight_g  # not closed again since
    if box is None or batch is None or not stands or batch.state not in PACKING:
        raise CannotUndo(event.number)
    box.weight_g = box.closed_at = None
    box.length_mm = box.width_mm = box.height_mm = 0


def close_again(work: Work, event: CartonReopened) -> None:
    """Undo ``reopen_carton``: the carton, and a batch that was packed, are as they were."""
    box, batch = work.get(CartonRecord, event.carton_id), work.get(BatchRecord, event.batch_id)
    if box is None or batch is None or not _may_change(work, event.carton_id):
        raise CannotUndo(event.number)
    if not lookups.count_in_carton(work.session, batch.id, box.id):
        raise CannotUndo(event.number)
    box.weight_g, box.closed_at = event.weight_g, work.now
    box.length_mm, box.width_mm, box.height_mm = event.length_mm, event.width_mm, event.height_mm
    if event.state_before == BatchState.PACKED:
        work.flush()
        others = lookups.cartons_of(work.session, batch.id)
        if any(each.closed_at is None for each in others) or lookups.unpacked_items(work.session, batch.id):
            raise CannotUndo(event.number)
        batch.state = BatchState.PACKED


def bring_carton_back(work: Work, event: CartonRemoved) -> None:
    """Undo ``remove_carton``: the same carton with the same numbers, unless its place in the row was taken."""
    batch = work.get(BatchRecord, event.batch_id)
    taken = {carton.position for carton in lookups.cartons_of(work.session, event.batch_id)}
    if batch is None or batch.state not in PACKING or event.position in taken:
        raise CannotUndo(event.number)
    work.add(
        CartonRecord(
            id=event.carton_id, batch_id=batch.id, position=event.position, number=event.number, sscc=event.sscc
        )
    )


def _may_change(work: Work, carton_id: str) -> bool:
    """Whether pieces may still go in and out of a carton."""
    box = work.get(CartonRecord, carton_id)
    batch = work.get(BatchRecord, box.batch_id) if box else None
    return box is not None and box.closed_at is None and batch is not None and batch.state in PACKING
