"""A parcel is finished, or set aside for later; each with its inverse beside it."""

from dataclasses import dataclass

from returns_desk.domain.events import ParcelClosed, ParcelSetAside
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NoParcelOpen, ParcelStillOpen, UndecidedItems
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.lookups.returns import bench_of_parcel, expected_lines, items_of_parcel
from returns_desk.store.records import ItemRecord, ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import (
    clear_bench,
    hold_again_in_hand,
    move_parcel,
    parcel_of,
    settle_open,
    settle_rmas,
)
from returns_desk.usecases.require import require


@dataclass(frozen=True)
class Contents:
    """What is in a parcel now, against what was announced for it."""

    items: tuple[ItemRecord, ...]
    missing: int

    @property
    def undecided(self) -> tuple[str, ...]:
        """Numbers of the pieces with neither decision nor hold."""
        return tuple(item.number for item in self.items if item.disposition is None and not item.held)

    @property
    def finished(self) -> bool:
        """Whether every announced piece was taken and every piece taken has its decision or its hold."""
        return bool(self.items) and not self.missing and not self.undecided


def contents_of(work: Work, parcel: ParcelRecord) -> Contents:
    """Look into a parcel."""
    lines = expected_lines(work.session, parcel.id)
    items = items_of_parcel(work.session, parcel.id)
    return Contents(tuple(items), sum(line.quantity - line.received for line in lines))


def set_parcel_aside(work: Work) -> None:
    """Go on to the next parcel: a finished one is closed, another stays in the list of open ones.

    Refuses ``UndecidedItems``. The inverse is ``take_parcel_back``.
    """
    require(work, Permission.RECEIVE)
    parcel = _open_parcel(work)
    contents = _decided_contents(work, parcel)
    if contents.finished:
        _close(work, parcel, contents)
        return
    work.record(
        ParcelSetAside(
            parcel_id=parcel.id,
            number=parcel.number,
            missing=contents.missing,
            item_in_hand=work.bench.item_id or "",
        )
    )
    clear_bench(work)


def take_parcel_back(work: Work, event: ParcelSetAside | ParcelClosed) -> None:
    """Undo ``set_parcel_aside`` and ``close_parcel``: the parcel lies on this bench again.

    Refuses ``CannotUndo`` when another parcel lies here, or somebody closed or opened this one since.
    """
    parcel = parcel_of(work, event.parcel_id)
    was_closed = isinstance(event, ParcelClosed)
    if work.bench.parcel_id or bench_of_parcel(work.session, parcel.id):
        raise CannotUndo(parcel.number)
    if was_closed != (parcel.state is ParcelState.CLOSED):
        raise CannotUndo(parcel.number)
    if was_closed:
        settle_open(work, parcel)
    work.bench.parcel_id = parcel.id
    hold_again_in_hand(work, event.item_in_hand)


def close_parcel(work: Work) -> None:
    """Finish the open parcel; announced pieces that did not come are asked about once, then noted as missing.

    Refuses ``UndecidedItems``. The inverse is ``take_parcel_back``.
    """
    require(work, Permission.RECEIVE)
    parcel = _open_parcel(work)
    contents = _decided_contents(work, parcel)
    if contents.missing and not asked(work, QuestionKind.CLOSE_SHORT, parcel.number):
        ask(work, QuestionKind.CLOSE_SHORT, parcel.number, choices=(str(contents.missing),))
        return
    _close(work, parcel, contents)


def leave_finished_parcel(work: Work) -> None:
    """Close the parcel on the bench before the next one comes. Refuses ``ParcelStillOpen`` when it is not finished."""
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        return
    contents = contents_of(work, parcel)
    if not contents.finished:
        raise ParcelStillOpen(parcel.number, contents.undecided, contents.missing)
    _close(work, parcel, contents)


def _open_parcel(work: Work) -> ParcelRecord:
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        raise NoParcelOpen()
    return parcel


def _decided_contents(work: Work, parcel: ParcelRecord) -> Contents:
    contents = contents_of(work, parcel)
    if contents.undecided:
        raise UndecidedItems(parcel.number, contents.undecided)
    return contents


def _close(work: Work, parcel: ParcelRecord, contents: Contents) -> None:
    before = parcel.state
    move_parcel(parcel, ParcelState.CLOSED)
    settle_rmas(work, parcel)
    work.record(
        ParcelClosed(
            parcel_id=parcel.id,
            rma_id=parcel.rmas[0].id if parcel.rmas else "",
            number=parcel.number,
            items=len(contents.items),
            missing=contents.missing,
            state_before=before.value,
            item_in_hand=work.bench.item_id or "",
        )
    )
    clear_bench(work)
