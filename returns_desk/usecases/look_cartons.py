"""Look at a batch by its cartons: the packing list, one carton's label, the shop's prefix. Nothing is changed."""

from dataclasses import dataclass, replace

from returns_desk.domain.packing import CartonLabel, PackedCarton, PackingList
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.slips import SlipContent, SlipLine
from returns_desk.domain.snapshots import CartonSnapshot
from returns_desk.store.lookups import cartons as lookups
from returns_desk.store.lookups.batches import document_of_batch
from returns_desk.store.records import BatchRecord, CartonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_of
from returns_desk.usecases.issue_slip import slip_content


@dataclass(frozen=True)
class CartonShown:
    """One carton, its batch, and how far the batch is packed."""

    carton: CartonSnapshot
    batch: str
    lines: int
    packed: int  # lines of the batch that lie in cartons
    going: int  # lines of the batch that go out


def carton(work: Work, number: str) -> CartonShown:
    """One carton. Refuses ``NotFound``."""
    box, batch = _box(work, number)
    packed, going = lookups.count_packed(work.session, batch.id)
    lines = lookups.count_in_carton(work.session, batch.id, box.id)
    return CartonShown(box.snapshot(), batch.number, lines, packed, going)


def open_carton_of(work: Work, number: str) -> str:
    """The carton of a batch that was begun last and is open; empty when none is. Refuses ``NotFound``."""
    boxes = lookups.cartons_of(work.session, batch_of(work, number).id)
    return next((box.number for box in reversed(boxes) if box.closed_at is None), "")


def packing_list(work: Work, number: str) -> PackingList:
    """A batch by its cartons, with both sides and the references; nothing is registered. Refuses ``NotFound``."""
    return _listed(work, batch_of(work, number))


def carton_label(work: Work, number: str) -> CartonLabel:
    """All that one carton's label says. Refuses ``NotFound``."""
    box, batch = _box(work, number)
    listed = _listed(work, batch)
    label = next(each for each in listed.cartons if each.number == box.number)
    return CartonLabel(listed, label, batch.partner.language)


def gs1_prefix(work: Work) -> str:
    """The shop's company prefix; empty when it has none."""
    return work.shop.gs1_prefix


def _box(work: Work, number: str) -> tuple[CartonRecord, BatchRecord]:
    box = lookups.carton_by_number(work.session, number)
    batch = work.get(BatchRecord, box.batch_id) if box else None
    if box is None or batch is None:
        raise NotFound("carton", number)
    return box, batch


def _listed(work: Work, batch: BatchRecord) -> PackingList:
    document = document_of_batch(work.session, batch.id)
    content = _to_where_it_goes(batch, slip_content(work, batch, document.number if document else ""))
    lies_in = lookups.cartons_by_item(work.session, batch.id)
    held: dict[str, list[SlipLine]] = {}
    for line in content.lines:
        held.setdefault(lies_in.get(line.item, ""), []).append(line)
    boxes = lookups.cartons_of(work.session, batch.id)
    cartons = tuple(_packed(box, place, held.get(box.id, [])) for place, box in enumerate(boxes, 1))
    return PackingList(content, cartons, batch.plate)


def _packed(box: CartonRecord, place: int, lines: list[SlipLine]) -> PackedCarton:
    shown = box.snapshot()
    return PackedCarton(box.number, place, box.sscc, shown.weight_g, shown.size_mm, tuple(lines))


def _to_where_it_goes(batch: BatchRecord, content: SlipContent) -> SlipContent:
    """The address to which the terms want goods back, where they say one."""
    terms = batch.terms.snapshot() if batch.terms else None
    if terms is None:
        return content
    partner = content.partner
    address = terms.return_address or partner.address
    return replace(content, partner=replace(partner, address=address, contact=terms.contact or partner.contact))
