"""Cartons of a batch: begun, filled by scanning the pieces' own labels, weighed and closed, before the goods leave.

A piece's label stands for all of its quantity: what goes into two cartons is split at the bench first. Each step takes
the batch for itself (``batch_to_change``), asks for one line and writes one line, however long the batch is.
"""

from returns_desk.domain import packing_refusals as r
from returns_desk.domain.batches import BatchMode, BatchState, LineState
from returns_desk.domain.events import (
    CartonBegun,
    CartonClosed,
    CartonRemoved,
    CartonReopened,
    ItemPacked,
    ItemUnpacked,
)
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, NotFound, WrongState
from returns_desk.domain.sscc import make_sscc
from returns_desk.store.finder import find_also
from returns_desk.store.lookups import cartons as lookups
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.numbers import next_number
from returns_desk.store.records import BatchLineRecord, BatchRecord, CartonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change
from returns_desk.usecases.require import require

PACKING = (BatchState.APPROVED, BatchState.AWAITING_AUTHORIZATION, BatchState.AUTHORIZED)
HEAVIEST_G, LONGEST_MM = 2_000_000, 10_000
NO_SIZE = (0, 0, 0)


def open_carton(work: Work, number: str) -> str:
    """Begin a carton for a batch; gives its number. The inverse is ``remove_carton``.

    Refuses ``NotFound``, ``WrongState`` (not approved yet, or gone), ``NothingTravels``, ``CartonEmpty`` while another
    carton of the batch holds nothing, ``NoMoreUnits``.
    """
    require(work, Permission.SHIP_BATCH)
    batch = batch_to_change(work, number)
    _refuse_unless_packing(batch)
    there = lookups.cartons_of(work.session, batch.id)
    for carton in there:
        if carton.closed_at is None and not lookups.count_in_carton(work.session, batch.id, carton.id):
            raise r.CartonEmpty(carton.number)
    made = work.add(
        CartonRecord(
            batch_id=batch.id,
            position=max((carton.position for carton in there), default=0) + 1,
            number=f"CT-{next_number(work.session, 'carton'):06d}",
            sscc=_next_sscc(work),
        )
    )
    work.flush()
    find_also(work.session, batch.id, made.number, made.sscc)
    work.record(CartonBegun(batch_id=batch.id, number=made.number, batch=batch.number, sscc=made.sscc))
    return made.number


def pack_item(work: Work, carton: str, item: str) -> None:
    """Put a piece, with all of its quantity, into an open carton. The inverse is ``unpack_item``.

    Refuses ``NotFound``, ``WrongState``, ``CartonShut``, ``NotOfBatch``, ``LineSentBackRefused``, ``InCarton``.
    """
    require(work, Permission.SHIP_BATCH)
    box, batch = _open_box(work, carton)
    line = _line_of(work, item, batch)
    if line.carton_id is not None:
        raise r.InCarton(line.item.number, _number_of(work, line.carton_id), line.carton_id == box.id)
    line.carton_id = box.id
    work.record(
        ItemPacked(
            batch_id=batch.id, item_id=line.item_id, number=line.item.number, carton=box.number, carton_id=box.id
        )
    )


def unpack_item(work: Work, carton: str, item: str) -> None:
    """Take a piece out of an open carton. The inverse is ``pack_item``.

    Refuses ``NotFound``, ``WrongState``, ``CartonShut``, ``NotInCarton``.
    """
    require(work, Permission.SHIP_BATCH)
    box, batch = _open_box(work, carton)
    line = lookups.line_to_pack(work.session, item)
    if line is None or line.carton_id != box.id:
        raise r.NotInCarton(line.item.number if line else item, box.number)
    line.carton_id = None
    work.record(
        ItemUnpacked(
            batch_id=batch.id, item_id=line.item_id, number=line.item.number, carton=box.number, carton_id=box.id
        )
    )


def close_carton(work: Work, carton: str, weight_g: int, size_mm: tuple[int, int, int] = NO_SIZE) -> None:
    """Close a carton with its gross weight (grams) and outer size (millimetres, 0: not measured).

    The inverse is ``reopen_carton``. Refuses ``NotFound``, ``WrongState``, ``CartonShut``, ``CartonEmpty``,
    ``CartonUnweighed``, ``BadValue``.
    """
    require(work, Permission.SHIP_BATCH)
    box, batch = _open_box(work, carton)
    if not lookups.count_in_carton(work.session, batch.id, box.id):
        raise r.CartonEmpty(box.number)
    if not weight_g:
        raise r.CartonUnweighed(box.number)
    if not 0 < weight_g <= HEAVIEST_G:
        raise BadValue("weight", str(weight_g))
    if not all(0 <= side <= LONGEST_MM for side in size_mm):
        raise BadValue("size", "x".join(map(str, size_mm)))
    box.weight_g, box.closed_at = weight_g, work.now
    box.length_mm, box.width_mm, box.height_mm = size_mm
    work.record(
        CartonClosed(
            batch_id=batch.id,
            number=box.number,
            carton_id=box.id,
            weight_g=weight_g,
            length_mm=size_mm[0],
            width_mm=size_mm[1],
            height_mm=size_mm[2],
        )
    )


def reopen_carton(work: Work, carton: str) -> None:
    """Open a closed carton again, as long as the goods are here; a batch that was packed is not any more.

    The inverse is ``close_carton``. Refuses ``NotFound``, ``WrongState``, ``CartonOpen``.
    """
    require(work, Permission.SHIP_BATCH)
    box, batch = _box(work, carton)
    before = batch.state
    if before is not BatchState.PACKED:
        _refuse_unless_packing(batch)
    if box.closed_at is None:
        raise r.CartonOpen(box.number)
    if before is BatchState.PACKED:
        batch.state = BatchState.AUTHORIZED if batch.authorization else BatchState.APPROVED
    work.record(
        CartonReopened(
            batch_id=batch.id,
            number=box.number,
            carton_id=box.id,
            weight_g=box.weight_g or 0,
            length_mm=box.length_mm,
            width_mm=box.width_mm,
            height_mm=box.height_mm,
            state_before=before.value,
        )
    )
    box.weight_g = box.closed_at = None
    box.length_mm = box.width_mm = box.height_mm = 0


def remove_carton(work: Work, carton: str) -> None:
    """Take an empty carton away; its numbers are not given again. The inverse brings this very carton back.

    Refuses ``NotFound``, ``WrongState``, ``CartonFull``.
    """
    require(work, Permission.SHIP_BATCH)
    box, batch = _box(work, carton)
    _refuse_unless_packing(batch)
    if lookups.count_in_carton(work.session, batch.id, box.id):
        raise r.CartonFull(box.number)
    work.record(
        CartonRemoved(batch_id=batch.id, number=box.number, carton_id=box.id, position=box.position, sscc=box.sscc)
    )
    forget_lines(work, box)
    work.session.delete(box)


def forget_lines(work: Work, box: CartonRecord) -> None:
    """Lines that were pulled out of the batch lie in no carton either."""
    for line in lookups.lines_in(work.session, box.id):
        line.carton_id = None
    work.flush()


def refuse_unless_all_packed(work: Work, batch: BatchRecord, cartons: list[CartonRecord]) -> None:
    """Let goods go on only when every line lies in a closed carton. Refuses ``NotAllPacked``."""
    unpacked = lookups.unpacked_items(work.session, batch.id)
    still_open = tuple(carton.number for carton in cartons if carton.closed_at is None)
    if unpacked or still_open:
        raise r.NotAllPacked(batch.number, unpacked, still_open)


def _box(work: Work, number: str) -> tuple[CartonRecord, BatchRecord]:
    """A carton with its batch, which no other station changes until this step ends."""
    place = lookups.place_of_carton(work.session, number)
    batch = batch_to_change(work, place[1]) if place else None
    box = work.get(CartonRecord, place[0]) if place else None  # as it is now that the batch is ours
    if box is None or batch is None:
        raise NotFound("carton", number)
    return box, batch


def _open_box(work: Work, number: str) -> tuple[CartonRecord, BatchRecord]:
    box, batch = _box(work, number)
    _refuse_unless_packing(batch, box)
    return box, batch


def _refuse_unless_packing(batch: BatchRecord, box: CartonRecord | None = None) -> None:
    if batch.mode is BatchMode.DESTROY:
        raise r.NothingTravels(batch.number)
    if box is not None and box.closed_at is not None:
        raise r.CartonShut(box.number)
    if batch.state not in PACKING:
        raise WrongState("batch", batch.number, batch.state.value)


def _line_of(work: Work, item: str, batch: BatchRecord) -> BatchLineRecord:
    """The line of a piece that goes out with this batch."""
    line = lookups.line_to_pack(work.session, item)
    if line is None:
        known = item_by_number(work.session, item)
        if known is None:
            raise NotFound("item", item)
        raise r.NotOfBatch(known.number, batch.number)
    if line.batch_id != batch.id:
        other = work.get(BatchRecord, line.batch_id)
        raise r.NotOfBatch(line.item.number, batch.number, other.number if other else "")
    if line.state is LineState.SENT_BACK:
        raise r.LineSentBackRefused(line.item.number)
    return line


def _number_of(work: Work, carton_id: str) -> str:
    carton = work.get(CartonRecord, carton_id)
    return carton.number if carton else ""


def _next_sscc(work: Work) -> str:
    prefix = work.shop.gs1_prefix
    if not prefix:
        return ""
    try:
        return make_sscc(prefix, next_number(work.session, f"sscc {prefix}"))
    except ValueError:
        raise r.NoMoreUnits(prefix) from None
