"""A parcel arrives at the bench, is matched, is opened again; each with its inverse beside it."""

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import (
    ParcelMatched,
    ParcelReceived,
    ParcelReopened,
)
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import (
    AlreadyReceived,
    CannotUndo,
    SameParcel,
    WrongState,
)
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.lookups.returns import bench_of_parcel, items_of_parcel, parcels_of_rma
from returns_desk.store.numbers import next_number
from returns_desk.store.records import ParcelRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.adopt_items import adopt_items, release_items
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import (
    hold_again_in_hand,
    move_parcel,
    parcel_of,
    settle_open,
    settle_rmas,
)
from returns_desk.usecases.finish_parcel import contents_of, leave_finished_parcel
from returns_desk.usecases.queue_label import queue_parcel_label
from returns_desk.usecases.require import require


def receive_parcel(work: Work, parcel: ParcelRecord) -> None:
    """Put an announced or set-aside parcel on the bench; a finished one that lies there is closed first.

    Refuses ``SameParcel``, ``ParcelStillOpen``, ``AlreadyReceived`` and ``WrongState`` (withdrawn). A closed parcel is
    opened again only when it is scanned a second time: the first time the desk asks.
    """
    require(work, Permission.RECEIVE)
    if work.bench.parcel_id == parcel.id:
        raise SameParcel(parcel.number)
    if parcel.state is ParcelState.WITHDRAWN:
        raise WrongState("parcel", parcel.number, parcel.state.value)
    elsewhere = bench_of_parcel(work.session, parcel.id)
    if elsewhere:
        raise AlreadyReceived(parcel.number, elsewhere[1])
    leave_finished_parcel(work)
    if parcel.state is ParcelState.ANNOUNCED:
        _arrive(work, parcel)
    elif parcel.state is ParcelState.CLOSED and not asked(work, QuestionKind.REOPEN, parcel.number):
        ask(work, QuestionKind.REOPEN, parcel.number)
    else:
        _reopen(work, parcel)


def receive_rma(work: Work, rma: RmaRecord) -> None:
    """An authorization was scanned: it is in the open parcel while that is unfinished, else it is the next one.

    An authorization without an announced box gets a parcel of its own.
    """
    require(work, Permission.RECEIVE)
    open_parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if open_parcel is not None and rma in open_parcel.rmas:
        raise SameParcel(open_parcel.number)
    if open_parcel is not None and not contents_of(work, open_parcel).finished:
        match_parcel(work, open_parcel, rma)
        return
    boxes = parcels_of_rma(work.session, rma.id)
    waiting = [box for box in boxes if box.state is not ParcelState.CLOSED]
    if waiting or boxes:
        receive_parcel(work, (waiting or boxes)[0])
        return
    leave_finished_parcel(work)
    _make_parcel(work, "", "", rma)


def receive_unknown(work: Work, tracking: str, carrier: str = "") -> None:
    """Receive a parcel that nobody announced, at once, under a number of our own; it is matched later."""
    require(work, Permission.RECEIVE)
    leave_finished_parcel(work)
    _make_parcel(work, tracking, carrier, None)


def match_parcel(work: Work, parcel: ParcelRecord, rma: RmaRecord) -> None:
    """Note that an authorization is in the open parcel; pieces taken before fill its lines.

    The inverse is ``unmatch_parcel``.
    """
    require(work, Permission.RECEIVE)
    before = parcel.state
    parcel.rmas.append(rma)
    if parcel.state is ParcelState.UNMATCHED:
        parcel.state = ParcelState.MATCHED
    work.record(
        ParcelMatched(
            parcel_id=parcel.id,
            rma_id=rma.id,
            number=parcel.number,
            rma=rma.number,
            state_before=before.value,
            adopted=adopt_items(work, parcel, rma),
        )
    )


def unmatch_parcel(work: Work, event: ParcelMatched) -> None:
    """Take an authorization out of the parcel again. Refuses ``CannotUndo`` once a piece of it was taken."""
    parcel = parcel_of(work, event.parcel_id)
    taken = [item.id for item in items_of_parcel(work.session, parcel.id) if item.rma_id == event.rma_id]
    rma = work.get(RmaRecord, event.rma_id)
    if rma is None or set(taken) - set(event.adopted):
        raise CannotUndo(event.rma)
    release_items(work, parcel, rma, event.adopted)
    parcel.rmas = [other for other in parcel.rmas if other.id != event.rma_id]
    settle_open(work, parcel)


def send_away(work: Work, event: ParcelReceived) -> None:
    """Undo a parcel's arrival: an announced one is awaited again, one of our own making is withdrawn.

    Refuses ``CannotUndo`` once something was taken out of it, or it lies here no longer.
    """
    parcel = parcel_of(work, event.parcel_id)
    if work.bench.parcel_id != parcel.id or items_of_parcel(work.session, parcel.id):
        raise CannotUndo(parcel.number)
    parcel.state = ParcelState.WITHDRAWN if event.created else ParcelState(event.state_before)
    parcel.arrived_at = parcel.station_id = parcel.person_id = None
    if event.created:
        parcel.rmas = []
        forget(work.session, parcel.id)
    work.bench.parcel_id = None
    hold_again_in_hand(work, event.item_in_hand)


def _make_parcel(work: Work, tracking: str, carrier: str, rma: RmaRecord | None) -> None:
    parcel = work.add(
        ParcelRecord(
            number=f"PA-{work.seat.code}-{next_number(work.session, f'parcel {work.seat.code}'):06d}",
            tracking=tracking,
            tracking_key=lookup_key(tracking),
            carrier=carrier,
            state=ParcelState.MATCHED if rma else ParcelState.UNMATCHED,
        )
    )
    work.flush()
    if rma:
        parcel.rmas.append(rma)
    make_findable(work.session, "parcel", parcel.id, parcel.number, tracking)
    _record_received(work, parcel, announced=rma is not None, created=True, before="")
    queue_parcel_label(work, parcel)
    _lay_on_bench(work, parcel)


def _arrive(work: Work, parcel: ParcelRecord) -> None:
    before = parcel.state
    move_parcel(parcel, ParcelState.MATCHED if parcel.rmas else ParcelState.ARRIVED)
    if not parcel.rmas:
        move_parcel(parcel, ParcelState.UNMATCHED)
    _record_received(work, parcel, announced=True, created=False, before=before.value)
    _lay_on_bench(work, parcel)


def _record_received(work: Work, parcel: ParcelRecord, *, announced: bool, created: bool, before: str) -> None:
    work.record(
        ParcelReceived(
            parcel_id=parcel.id,
            rma_id=parcel.rmas[0].id if parcel.rmas else "",
            number=parcel.number,
            tracking=parcel.tracking,
            announced=announced,
            rmas=tuple(rma.number for rma in parcel.rmas),
            carrier=parcel.carrier,
            vip=any(rma.vip for rma in parcel.rmas),
            created=created,
            state_before=before,
            item_in_hand=work.bench.item_id or "",
        )
    )


def _reopen(work: Work, parcel: ParcelRecord) -> None:
    before = parcel.state
    if parcel.state is ParcelState.CLOSED:
        settle_open(work, parcel)
    work.record(
        ParcelReopened(
            parcel_id=parcel.id,
            number=parcel.number,
            state_before=before.value,
            item_in_hand=work.bench.item_id or "",
        )
    )
    work.bench.parcel_id = parcel.id
    work.bench.item_id = None


def put_parcel_away(work: Work, event: ParcelReopened) -> None:
    """Undo opening a parcel again: it is set aside, or closed, as it was. Refuses ``CannotUndo`` once it left."""
    parcel = parcel_of(work, event.parcel_id)
    if work.bench.parcel_id != parcel.id:
        raise CannotUndo(parcel.number)
    if event.state_before == ParcelState.CLOSED:
        move_parcel(parcel, ParcelState.CLOSED)
        settle_rmas(work, parcel)
    work.bench.parcel_id = None
    hold_again_in_hand(work, event.item_in_hand)


def _lay_on_bench(work: Work, parcel: ParcelRecord) -> None:
    parcel.arrived_at = work.now
    parcel.station_id = work.seat.station_id
    parcel.person_id = work.person_id
    work.bench.parcel_id = parcel.id
    work.bench.item_id = None
