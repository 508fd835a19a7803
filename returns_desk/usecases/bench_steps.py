"""What steps at the bench share: things by their ids, where they stand, what is in hand. No piece is in two hands."""

from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.parcels import ParcelState, open_state, parcel_may_move
from returns_desk.domain.refusals import AlreadyReceived, CannotUndo, ItemFirst, WrongState
from returns_desk.store.lookups.returns import bench_of_parcel, items_of_parcel, parcels_of_rma, station_holding
from returns_desk.store.records import ItemRecord, ParcelRecord, PersonRecord, RmaRecord
from returns_desk.store.work import Work


def refuse_elsewhere(work: Work, parcel: ParcelRecord) -> None:
    """Refuse ``AlreadyReceived``, with who has it and where, of a parcel that is open at another station."""
    found = bench_of_parcel(work.session, parcel.id)
    if found is None or found[0].station_id == work.seat.station_id:
        return
    person = work.get(PersonRecord, found[0].person_id)
    names = (person.name, person.name_en) if person else ("", "")
    raise AlreadyReceived(parcel.number, found[1], *names)


def settle_open(work: Work, parcel: ParcelRecord) -> None:
    """Say where an arrived, unfinished parcel stands, by what is in it, and where its authorizations stand."""
    work.flush()
    taken = bool(items_of_parcel(work.session, parcel.id))
    parcel.state = open_state(taken=taken, announced=bool(parcel.rmas))
    settle_rmas(work, parcel)


def settle_rmas(work: Work, parcel: ParcelRecord) -> None:
    """Say where a parcel's authorizations stand: they wait until one of their boxes is closed."""
    for rma in parcel.rmas:
        settle_rma(work, rma)


def settle_rma(work: Work, rma: RmaRecord) -> None:
    """Say where one authorization stands."""
    closed = any(box.state is ParcelState.CLOSED for box in parcels_of_rma(work.session, rma.id))
    rma.state = ("partly received" if awaits_pieces(rma) else "received") if closed else "open"


def awaits_pieces(rma: RmaRecord) -> bool:
    """Whether something of an authorization is still to come."""
    return any(line.received < line.quantity for line in rma.lines)


def hold_again_in_hand(work: Work, item_id: str) -> None:
    """Put a piece (or none) into the hand, for an inverse. Refuses ``CannotUndo`` while another station holds it.

    What stands for no piece any more lies in nobody's hand.
    """
    item = work.get(ItemRecord, item_id)
    elsewhere = station_holding(work.session, item_id) if item else None
    if item and elsewhere not in (None, work.seat.station_id):
        raise CannotUndo(item.number)
    work.bench.item_id = item.id if item and item.state not in NO_PIECE else None


def item_in_hand(work: Work) -> ItemRecord:
    """The piece that the clerk holds. Refuses ``ItemFirst``."""
    item = work.get(ItemRecord, work.bench.item_id)
    if item is None:
        raise ItemFirst()
    return item


def clear_bench(work: Work) -> None:
    """Leave the bench empty for the next parcel."""
    work.bench.parcel_id = None
    work.bench.item_id = None


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


def item_of(work: Work, item_id: str) -> ItemRecord:
    """The piece of an event."""
    item = work.get(ItemRecord, item_id)
    assert item is not None
    return item
