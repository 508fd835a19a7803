"""A parcel is finished, or set aside for later; each with its inverse beside it."""

from returns_desk.domain.events import ParcelClosed, ParcelSetAside
from returns_desk.domain.parcels import ParcelState, parcel_may_move
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, ItemFirst, ParcelStillOpen, UndecidedItems, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.lookups.returns import bench_of_parcel, expected_lines, items_of_parcel
from returns_desk.store.records import ItemRecord, ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.require import require


def set_parcel_aside(work: Work) -> None:
    """Go on to the next parcel: a finished one is closed, another stays in the list of open ones.

    Refuses ``UndecidedItems``. The inverse is ``take_parcel_back``.
    """
    require(work, Permission.RECEIVE)
    parcel = _open_parcel(work)
    _refuse_undecided(work, parcel)
    if is_finished(work, parcel):
        close_parcel(work)
        return
    work.record(ParcelSetAside(parcel_id=parcel.id, number=parcel.number, missing=_missing(work, parcel)))
    clear_bench(work)


def take_parcel_back(work: Work, event: ParcelSetAside | ParcelClosed) -> None:
    """Undo ``set_parcel_aside`` and ``close_parcel``: the parcel lies on this bench again."""
    parcel = parcel_of(work, event.parcel_id)
    if work.bench.parcel_id or bench_of_parcel(work.session, parcel.id):
        raise CannotUndo(parcel.number)
    if isinstance(event, ParcelClosed):
        parcel.state = ParcelState(event.state_before)
        reopen_rmas(parcel)
    work.bench.parcel_id = parcel.id


def close_parcel(work: Work) -> None:
    """Finish the open parcel; announced pieces that did not come are asked about once, then noted as missing.

    Refuses ``UndecidedItems``. The inverse is ``take_parcel_back``.
    """
    require(work, Permission.RECEIVE)
    parcel = _open_parcel(work)
    _refuse_undecided(work, parcel)
    missing = _missing(work, parcel)
    if missing and not asked(work, QuestionKind.CLOSE_SHORT, parcel.number):
        ask(work, QuestionKind.CLOSE_SHORT, parcel.number, choices=(str(missing),))
        return
    items = items_of_parcel(work.session, parcel.id)
    before = parcel.state
    move_parcel(parcel, ParcelState.CLOSED)
    for rma in parcel.rmas:
        rma.state = "received" if all(line.received >= line.quantity for line in rma.lines) else "partly received"
    work.record(
        ParcelClosed(
            parcel_id=parcel.id,
            rma_id=parcel.rmas[0].id if parcel.rmas else "",
            number=parcel.number,
            items=len(items),
            missing=missing,
            state_before=before.value,
        )
    )
    clear_bench(work)


def leave_finished_parcel(work: Work) -> None:
    """Close the parcel on the bench before the next one comes. Refuses ``ParcelStillOpen`` when it is not finished."""
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        return
    if not is_finished(work, parcel):
        raise ParcelStillOpen(parcel.number, _undecided(work, parcel), _missing(work, parcel))
    close_parcel(work)


def is_finished(work: Work, parcel: ParcelRecord) -> bool:
    """Whether every announced piece was taken and every piece taken has its decision or its hold."""
    items = items_of_parcel(work.session, parcel.id)
    return bool(items) and not _missing(work, parcel) and not _undecided(work, parcel, items)


def reopen_rmas(parcel: ParcelRecord) -> None:
    """Let a parcel's authorizations wait for their pieces again."""
    for rma in parcel.rmas:
        rma.state = "open"


def clear_bench(work: Work) -> None:
    """Leave the bench empty for the next parcel."""
    work.bench.parcel_id = None
    work.bench.item_id = None


def _open_parcel(work: Work) -> ParcelRecord:
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        raise ItemFirst()
    return parcel


def _missing(work: Work, parcel: ParcelRecord) -> int:
    return sum(line.quantity - line.received for line in expected_lines(work.session, parcel.id))


def _undecided(work: Work, parcel: ParcelRecord, items: list[ItemRecord] | None = None) -> tuple[str, ...]:
    items = items_of_parcel(work.session, parcel.id) if items is None else items
    return tuple(item.number for item in items if item.disposition is None and not item.held)


def _refuse_undecided(work: Work, parcel: ParcelRecord) -> None:
    undecided = _undecided(work, parcel)
    if undecided:
        raise UndecidedItems(parcel.number, undecided)


def move_parcel(parcel: ParcelRecord, then: ParcelState) -> None:
    """Change a parcel's state along its table of moves. Refuses ``WrongState``."""
    if not parcel_may_move(parcel.state, then):
        raise WrongState("parcel", parcel.number, parcel.state.value)
    parcel.state = then


def parcel_of(work: Work, parcel_id: str) -> ParcelRecord:
    """The parcel of an event."""
    parcel = work.get(ParcelRecord, parcel_id)
    assert parcel is not None
    return parcel
