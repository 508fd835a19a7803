"""A parcel arrives at the bench, is opened again; each with its inverse beside it."""

from dataclasses import dataclass

from returns_desk.domain.codes import lookup_key, sscc_key
from returns_desk.domain.events import (
    ParcelReceived,
    ParcelReopened,
)
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import (
    CannotUndo,
    SameParcel,
    WrongState,
)
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.lookups.returns import items_of_parcel, parcels_of_rma
from returns_desk.store.numbers import next_number
from returns_desk.store.records import ParcelRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import (
    awaits_pieces,
    hold_again_in_hand,
    move_parcel,
    parcel_of,
    refuse_elsewhere,
    settle_open,
    settle_rmas,
)
from returns_desk.usecases.finish_parcel import contents_of, leave_finished_parcel
from returns_desk.usecases.match_parcel import match_parcel
from returns_desk.usecases.own_pieces import disown_pieces, own_pieces
from returns_desk.usecases.queue_label import queue_parcel_label
from returns_desk.usecases.require import require

_NOT_FOR_THE_BENCH = (ParcelState.WITHDRAWN, ParcelState.SENT_BACK)
_PUT_AWAY = (ParcelState.CLOSED, ParcelState.NOT_OURS)  # opened again only after a question


def receive_parcel(work: Work, parcel: ParcelRecord, another: str = "") -> None:
    """Put an announced or set-aside parcel on the bench; a finished one that lies there is closed first.

    Refuses ``SameParcel``, ``ParcelStillOpen``, ``AlreadyReceived`` and ``WrongState`` (withdrawn, sent back). A closed
    parcel, or one that was taken for a stranger's, is opened again only when it is scanned a second time: the first
    time the desk asks, and offers to receive one more box of the authorization ``another`` instead.
    """
    require(work, Permission.RECEIVE)
    if work.bench.parcel_id == parcel.id:
        raise SameParcel(parcel.number)
    if parcel.state in _NOT_FOR_THE_BENCH:
        raise WrongState("parcel", parcel.number, parcel.state.value)
    refuse_elsewhere(work, parcel)
    leave_finished_parcel(work)
    if parcel.state is ParcelState.ANNOUNCED:
        _arrive(work, parcel)
    elif parcel.state in _PUT_AWAY and not asked(work, QuestionKind.REOPEN, parcel.number):
        ask(work, QuestionKind.REOPEN, parcel.number, (another,) if another else (), marks=(parcel.state.value,))
    else:
        _reopen(work, parcel)


def receive_rma(work: Work, rma: RmaRecord) -> None:
    """An authorization was scanned: it is in the open parcel while that is unfinished, else it is the next one.

    In a finished parcel it still is when it belongs there (``_joins``). Without a box that is awaited or being
    worked on it gets a parcel of its own; of one that came whole the desk asks about opening its box again.
    """
    require(work, Permission.RECEIVE)
    open_parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if open_parcel is not None and rma in open_parcel.rmas:
        raise SameParcel(open_parcel.number)
    boxes = parcels_of_rma(work.session, rma.id)
    if open_parcel is not None and _joins(work, open_parcel, rma, boxes):
        match_parcel(work, open_parcel, rma)
        return
    waiting = [box for box in boxes if box.state is not ParcelState.CLOSED]
    if waiting or (boxes and not awaits_pieces(rma)):
        receive_parcel(work, (waiting or boxes)[0], another=rma.number)
        return
    receive_another_box(work, rma)


def receive_another_box(work: Work, rma: RmaRecord) -> None:
    """Receive a box of an authorization that no tracking number announced, under a number of our own."""
    require(work, Permission.RECEIVE)
    leave_finished_parcel(work)
    _make_parcel(work, _Label(), rma)


def _joins(work: Work, parcel: ParcelRecord, rma: RmaRecord, boxes: list[ParcelRecord]) -> bool:
    """Whether an authorization is in the open parcel: any in an unfinished one; in a finished one what waits for a
    piece of it, while nothing else is known of it, and kin of what is in it, unless it has a box of its own.
    """
    contents = contents_of(work, parcel)
    if not contents.finished:
        return True
    if not parcel.rmas:
        awaited = {line.product_id for line in rma.lines if line.received < line.quantity}
        return any(item.product_id in awaited for item in contents.items)
    return not boxes and any(_are_kin(rma, other) for other in parcel.rmas)


def _are_kin(one: RmaRecord, other: RmaRecord) -> bool:
    """Whether two authorizations come from one hand: the same telephone, order or announcement, or customer."""
    same = (
        (one.phone_key, other.phone_key),
        (one.order_no, other.order_no),
        (one.asn, other.asn),
        (one.customer.strip().casefold(), other.customer.strip().casefold()),
    )
    return any(left and left == right for left, right in same)


def receive_unknown(work: Work, tracking: str, carrier: str = "") -> None:
    """Receive a parcel that nobody announced, at once, under a number of our own; it is matched later."""
    require(work, Permission.RECEIVE)
    leave_finished_parcel(work)
    _make_parcel(work, _Label(tracking, carrier), None)


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


@dataclass(frozen=True)
class _Label:
    """What the carrier's label says of a parcel that nobody announced."""

    tracking: str = ""
    carrier: str = ""


def _make_parcel(work: Work, label: _Label, rma: RmaRecord | None) -> None:
    unit = sscc_key(label.tracking)
    parcel = work.add(
        ParcelRecord(
            number=f"PA-{work.seat.code}-{next_number(work.session, f'parcel {work.seat.code}'):06d}",
            tracking=label.tracking,
            tracking_key=lookup_key(label.tracking),
            carrier=label.carrier,
            sscc=unit,
            sscc_key=unit,
            state=ParcelState.MATCHED if rma else ParcelState.UNMATCHED,
        )
    )
    work.flush()
    if rma:
        parcel.rmas.append(rma)
    make_findable(work.session, "parcel", parcel.id, parcel.number, label.tracking)
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
    owned = own_pieces(work, parcel) if before is ParcelState.NOT_OURS else ()
    if before in _PUT_AWAY:
        settle_open(work, parcel)
    work.record(
        ParcelReopened(
            parcel_id=parcel.id,
            number=parcel.number,
            state_before=before.value,
            item_in_hand=work.bench.item_id or "",
            owned=owned,
        )
    )
    work.bench.parcel_id = parcel.id
    work.bench.item_id = None


def put_parcel_away(work: Work, event: ParcelReopened) -> None:
    """Undo opening a parcel again: it is set aside, closed, or not ours, as it was.

    Refuses ``CannotUndo`` once it left, or a piece of it that was a stranger's found its return.
    """
    parcel = parcel_of(work, event.parcel_id)
    if work.bench.parcel_id != parcel.id:
        raise CannotUndo(parcel.number)
    disown_pieces(work, parcel, event.owned)
    if event.state_before in _PUT_AWAY:
        move_parcel(parcel, ParcelState(event.state_before))
        settle_rmas(work, parcel)
    work.bench.parcel_id = None
    hold_again_in_hand(work, event.item_in_hand)


def _lay_on_bench(work: Work, parcel: ParcelRecord) -> None:
    parcel.arrived_at = work.now
    parcel.station_id = work.seat.station_id
    parcel.person_id = work.person_id
    work.bench.parcel_id = parcel.id
    work.bench.item_id = None
