"""The boxes of an announced return: those to come, those that came before it, those that are announced no longer."""

from collections.abc import Iterable
from dataclasses import dataclass

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import AnnouncementCame
from returns_desk.domain.parcels import ParcelState
from returns_desk.exchange.rows import ExpectedRow
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.returns import parcel_by_own_number, parcel_by_tracking, parcels_of_rma
from returns_desk.store.numbers import next_number
from returns_desk.store.records import ParcelRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.adopt_items import adopt_items
from returns_desk.usecases.bench_steps import move_parcel, settle_open, settle_rmas
from returns_desk.usecases.import_rows import write_facts
from returns_desk.usecases.own_pieces import own_pieces


@dataclass(frozen=True)
class _Box:
    """What the rows of a return say of one of its boxes."""

    tracking: str
    carrier: str = ""
    sscc: str = ""
    box_no: int | None = None
    box_count: int | None = None
    weight_g: int | None = None

    @property
    def numbers(self) -> list[str]:
        """By which it may be known here already."""
        return [number for number in (self.tracking, self.sscc) if number]

    def facts(self, box: ParcelRecord) -> dict[str, object]:
        """What is new of it; what a clerk saw of a box that is here stands."""
        said = {
            "carrier": self.carrier,
            "sscc": self.sscc,
            "sscc_key": self.sscc,
            "box_no": self.box_no,
            "box_count": self.box_count,
            "expected_g": self.weight_g,
        }
        awaited = box.state is ParcelState.ANNOUNCED
        free = {name for name in said if awaited or name == "expected_g" or getattr(box, name) in (None, "")}
        return {name: value for name, value in said.items() if value not in (None, "") and name in free}


def announce_boxes(work: Work, rma: RmaRecord, rows: Iterable[ExpectedRow], *, whole: bool) -> bool:
    """Announce the boxes of a return and say whether that changed anything.

    A box that came before its announcement is matched now, also one that was taken for a stranger's: its pieces fill
    the lines, and whoever has it open sees it.
    Of a ``whole`` return, boxes that are awaited and stand in no row are awaited no longer. There is no inverse.
    """
    changed = False
    named = set()
    work.flush()
    for said in _boxes(rows):
        box = parcel_by_tracking(work.session, said.numbers)
        if box is None:
            box = _announce(work, said)
        changed = write_facts(box, said.facts(box)) or changed
        named.add(box.id)
        if rma not in box.rmas:
            _link(work, box, rma)
            changed = True
    for box in parcels_of_rma(work.session, rma.id) if whole else ():
        if box.id not in named and box.state is ParcelState.ANNOUNCED:
            _await_no_longer(work, box, rma)
            changed = True
    return changed


def _boxes(rows: Iterable[ExpectedRow]) -> list[_Box]:
    """The boxes that rows name, each once; what is said of a box counts from a row that names it alone."""
    boxes: dict[str, _Box] = {}
    for row in rows:
        alone = len(row.tracking) <= 1
        for tracking in row.tracking or ((row.sscc,) if row.sscc else ()):
            box = _Box(tracking, row.carrier, row.sscc if alone else "")
            if alone:
                box = _Box(tracking, row.carrier, row.sscc, row.box_no, row.box_count, row.weight_g)
            boxes.setdefault(lookup_key(tracking), box)
    return list(boxes.values())


def _link(work: Work, box: ParcelRecord, rma: RmaRecord) -> None:
    box.rmas.append(rma)
    if box.state is ParcelState.ANNOUNCED:
        work.flush()
        return
    if box.state is ParcelState.NOT_OURS:  # it was only early: it lies with the open ones again
        own_pieces(work, box)
        settle_open(work, box)
    if box.state is ParcelState.UNMATCHED:
        box.state = ParcelState.MATCHED
    adopted = adopt_items(work, box, rma)
    settle_rmas(work, box)
    work.record(AnnouncementCame(parcel_id=box.id, rma_id=rma.id, number=box.number, rma=rma.number, adopted=adopted))
    work.flush()


def _announce(work: Work, said: _Box) -> ParcelRecord:
    """A box to come; one whose announcement was taken back is announced once more."""
    number = lookup_key(said.tracking)
    before = parcel_by_own_number(work.session, number)
    if before is not None and before.state is ParcelState.WITHDRAWN:
        move_parcel(before, ParcelState.ANNOUNCED)
        box = before
    else:
        if before is not None:  # it left the house, and the carrier gave its number again
            number = f"PA-{work.seat.code}-{next_number(work.session, f'parcel {work.seat.code}'):06d}"
        tracking = said.tracking if said.tracking != said.sscc else ""
        key = lookup_key(tracking)
        box = work.add(
            ParcelRecord(id=new_id(), number=number, tracking=tracking, tracking_key=key, state=ParcelState.ANNOUNCED)
        )
    work.flush()
    make_findable(work.session, "parcel", box.id, box.number, said.tracking, said.sscc)
    return box


def _await_no_longer(work: Work, box: ParcelRecord, rma: RmaRecord) -> None:
    box.rmas = [other for other in box.rmas if other.id != rma.id]
    if not box.rmas:
        move_parcel(box, ParcelState.WITHDRAWN)
        forget(work.session, box.id)
    work.flush()
