"""A parcel is finished, or set aside for later; each with its inverse beside it.

Whatever is still open in it is asked about once: pieces without a decision, announced pieces that did not come.
"""

from dataclasses import dataclass

from returns_desk.domain.contents_refusals import InHandElsewhere
from returns_desk.domain.events import ParcelClosed, ParcelSetAside, UndecidedHeld
from returns_desk.domain.items import HoldReason
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NoParcelOpen, ParcelStillOpen
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.store.lookups.returns import (
    bench_of_parcel,
    expected_lines,
    items_of_parcel,
    name_of_station_holding,
)
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
from returns_desk.usecases.hold_item import put_on_hold
from returns_desk.usecases.require import require

CLOSE, NEXT = "close", "next"  # which command asked about undecided pieces: OK does as that command would


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

    Undecided pieces are asked about once, then put on hold. Refuses ``NoParcelOpen``. The inverse is
    ``take_parcel_back``.
    """
    require(work, Permission.RECEIVE)
    parcel = _open_parcel(work)
    contents = contents_of(work, parcel)
    if contents.undecided and not _may_hold(work, parcel, contents, NEXT):
        return
    _hold_undecided(work, parcel, contents)
    if contents.items and not contents.missing:
        close_with(work, parcel, contents)
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
    """Finish the open parcel; what is still open in it is asked about once, in one question.

    Pieces without a decision are put on hold, announced pieces that did not come are noted as missing. Refuses
    ``NoParcelOpen``. The inverse is ``take_parcel_back``.
    """
    require(work, Permission.RECEIVE)
    parcel = _open_parcel(work)
    contents = contents_of(work, parcel)
    if contents.undecided:
        if not _may_hold(work, parcel, contents, CLOSE):
            return
    elif contents.missing and not asked(work, QuestionKind.CLOSE_SHORT, parcel.number):
        ask(work, QuestionKind.CLOSE_SHORT, parcel.number, choices=(str(contents.missing),))
        return
    _hold_undecided(work, parcel, contents)
    close_with(work, parcel, contents)


def leave_undecided(work: Work, question: Question) -> None:
    """Yes to the question about undecided pieces: do what was asked for when the desk asked. Inverse as of both."""
    if question.marks[:1] == (NEXT,):
        set_parcel_aside(work)
    else:
        close_parcel(work)


def put_in_hand_as_before(work: Work, event: UndecidedHeld) -> None:
    """Undo the last of holding undecided pieces: what was in hand then is in hand again."""
    hold_again_in_hand(work, event.hand_before)


def leave_finished_parcel(work: Work) -> None:
    """Close the parcel on the bench before the next one comes. Refuses ``ParcelStillOpen`` when it is not finished."""
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        return
    contents = contents_of(work, parcel)
    if not contents.finished:
        raise ParcelStillOpen(parcel.number, contents.undecided, contents.missing)
    close_with(work, parcel, contents)


def _open_parcel(work: Work) -> ParcelRecord:
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        raise NoParcelOpen()
    return parcel


def _may_hold(work: Work, parcel: ParcelRecord, contents: Contents, by: str) -> bool:
    """Whether the undecided pieces may be put on hold: the desk asked, and this is the answer. Else it asks."""
    if asked(work, QuestionKind.CLOSE_UNDECIDED, parcel.number):
        return True
    ask(
        work,
        QuestionKind.CLOSE_UNDECIDED,
        parcel.number,
        choices=contents.undecided,
        marks=(by, str(contents.missing)),
    )
    return False


def _hold_undecided(work: Work, parcel: ParcelRecord, contents: Contents) -> None:
    waiting = [item for item in contents.items if item.number in contents.undecided]
    for item in waiting:
        station = name_of_station_holding(work.session, item.id, but=work.seat.station_id)
        if station is not None:
            raise InHandElsewhere(item.number, station)
    if waiting:
        work.record(UndecidedHeld(parcel_id=parcel.id, number=parcel.number, hand_before=work.bench.item_id or ""))
    for item in waiting:
        put_on_hold(work, item, HoldReason.UNDECIDED)
    work.flush()


def close_with(work: Work, parcel: ParcelRecord, contents: Contents) -> None:
    """Close the parcel on the bench with what is in it; the inverse is ``take_parcel_back``."""
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
