"""A licence plate is scanned: a piece that is still to be decided comes into the hand, any other is told about.

One that lies in the house may then be put into a bin by scanning its label, the bin's.
"""

from returns_desk.domain.contents_refusals import InHandElsewhere
from returns_desk.domain.events import ItemLookedUp, ItemPickedUp
from returns_desk.domain.items import ItemState
from returns_desk.domain.people import Permission
from returns_desk.domain.recalls import RecallCheck
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.journal import newest_of_item
from returns_desk.store.lookups.returns import name_of_station_holding
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import offer
from returns_desk.usecases.bench_steps import hold_again_in_hand
from returns_desk.usecases.new_item import past_day
from returns_desk.usecases.require import require
from returns_desk.usecases.suggest_place import ask_where

_MOST_MERGES = 100


def pick_up_item(work: Work, item: ItemRecord) -> None:
    """Open the piece of a number that was given already, whichever parcel lies here; the inverse is ``lay_down``.

    One that was decided, put back or left the house is only told about: nothing changes, so nothing is undone; a bin's
    label scanned next is where it goes. The number of a piece that was joined to another opens that one. Refuses
    ``InHandElsewhere``.
    """
    require(work, Permission.RECEIVE)
    item = _standing(work, item)
    if item.state not in (ItemState.RECEIVED, ItemState.INSPECTED):
        _ask_where(work, item)
        tell_of_item(work, item)
        return
    elsewhere = name_of_station_holding(work.session, item.id, but=work.seat.station_id)
    if elsewhere is not None:
        raise InHandElsewhere(item.number, elsewhere)
    before = work.bench.item_id or ""
    work.bench.item_id = item.id
    work.record(
        ItemPickedUp(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            product=item.product.name,
            product_en=item.product.name_en,
            hand_before=before,
            recall=item.recall if item.recall_check.stops else "",
            unread=item.recall_check is RecallCheck.UNREAD,
            expired=past_day(work, item.expires),
        )
    )


def lay_down(work: Work, event: ItemPickedUp) -> None:
    """Undo ``pick_up_item``."""
    hold_again_in_hand(work, event.hand_before)


def _standing(work: Work, item: ItemRecord) -> ItemRecord:
    """The piece itself, or the one that it was joined to, how often ever."""
    for _ in range(_MOST_MERGES):
        told = newest_of_item(work.session, item.id, "ItemMerged") if item.state is ItemState.MERGED else None
        into = work.get(ItemRecord, getattr(event_of(told), "into_id", "")) if told else None
        if into is None:
            break
        item = into
    return item


def _ask_where(work: Work, item: ItemRecord) -> None:
    if item.state is ItemState.DECIDED:
        ask_where(work, item)
    elif item.state in (ItemState.PLACED, ItemState.BATCHED) and not work.bench.item_id:
        offer(work, QuestionKind.MOVE, item.number)


def tell_of_item(work: Work, item: ItemRecord) -> None:
    """Say where a piece stands; nothing changes."""
    work.record(
        ItemLookedUp(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            product=item.product.name,
            product_en=item.product.name_en,
            stands=item.state.value,
            disposition=item.disposition.value if item.disposition else "",
            place=item.place,
            batch=item.batch.number if item.batch else "",
            days=(work.today - item.received_at.astimezone().date()).days,
            recall=item.recall if item.recall_check.stops else "",
            expired=past_day(work, item.expires),
        )
    )
