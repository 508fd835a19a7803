"""A quantity of identical pieces becomes two, or two become one; no piece and no agora is lost on the way."""

from typing import Any

from returns_desk.domain.contents_refusals import CannotMerge, InHandElsewhere, OneByOne, OnlyOne
from returns_desk.domain.events import ItemMerged, ItemsMerged, ItemSplit, ItemSplitOff
from returns_desk.domain.items import ItemState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo, NotFound, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.finder import forget
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.returns import item_by_number, name_of_station_holding, station_holding
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_in_hand, item_of
from returns_desk.usecases.end_carton import end_carton
from returns_desk.usecases.new_item import find_again, let_be_found, next_plate
from returns_desk.usecases.queue_label import queue_item_label, queue_plate
from returns_desk.usecases.recommend_item import recommend_again
from returns_desk.usecases.require import require

_OPEN = (ItemState.RECEIVED, ItemState.INSPECTED)
_OWN = ("id", "number", "quantity", "agreed_amount", "agreed_fee", "version")  # what a part does not take over
# what must be alike before two become one, by the name under which a refusal says it
_ALIKE = {
    "product": ("product_id",),
    "lot": ("lot", "expires"),
    "parcel": ("parcel_id",),
    "return": ("rma_id", "line_id", "outcome"),
    "condition": ("state", "grade", "findings", "found", "liability", "answers"),
    "hold": ("held",),
    "outcome": ("agreed",),
}


def ask_split(work: Work) -> None:
    """Ask how many of the pieces in hand get a number of their own; a typed number is the answer.

    Refuses ``ItemFirst``, ``OneByOne``, ``WrongState`` (decided), ``OnlyOne``.
    """
    require(work, Permission.RECEIVE)
    item = _divisible(item_in_hand(work))
    if item.quantity < 2:
        raise OnlyOne(item.number)
    ask(work, QuestionKind.SPLIT, item.number, choices=(str(item.quantity),))


def split_item(work: Work, count: int, number: str = "") -> None:
    """Give so many of the pieces in hand (or of those named) a number of their own; the inverse is ``rejoin_item``.

    What was agreed with the customer is shared to the agora. Refuses ``ItemFirst``, ``NotFound``, ``OneByOne``,
    ``WrongState`` (decided), ``BadValue`` (none, or all of them).
    """
    require(work, Permission.RECEIVE)
    item = _divisible(_named(work, number))
    if not 1 <= count < item.quantity:
        raise BadValue("quantity", str(count))
    end_carton(work, item)
    part = work.add(ItemRecord(id=new_id(), number=next_plate(work), quantity=count, **_facts_of(item)))
    part.agreed_amount, part.agreed_fee = _share(item.agreed_amount, count, item), _share(item.agreed_fee, count, item)
    _take_away(item, part)
    work.record(
        ItemSplitOff(item_id=part.id, parcel_id=item.parcel_id, number=part.number, of=item.number, count=count)
    )
    work.record(
        ItemSplit(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            part=part.number,
            part_id=part.id,
            count=count,
            left=item.quantity,
        )
    )
    _settle(work, item)
    let_be_found(work, part)
    queue_plate(work, part)


def rejoin_item(work: Work, event: ItemSplit) -> None:
    """Undo ``split_item``. Refuses ``CannotUndo`` once either of them went on, or lies in another hand."""
    item, part = item_of(work, event.item_id), item_of(work, event.part_id)
    differs = _difference(item, part)
    if differs or (item.quantity, part.quantity) != (event.left, event.count):
        raise CannotUndo(item.number)
    if item.disposition is not None or _is_held_elsewhere(work, part):
        raise CannotUndo(part.number)
    _join(item, part)
    part.state, part.quantity = ItemState.PUT_BACK, event.count
    forget(work.session, part.id)
    if work.bench.item_id == part.id:
        work.bench.item_id = None
        hold_again_in_hand(work, item.id)
    _settle(work, item)


def ask_merge(work: Work) -> None:
    """Ask which piece joins the one in hand; a scan of its licence plate is the answer."""
    require(work, Permission.RECEIVE)
    ask(work, QuestionKind.MERGE, _divisible(item_in_hand(work)).number)


def merge_items(work: Work, other: str, number: str = "") -> None:
    """Let another piece count under the number in hand (or the one named); the inverse is ``part_items``.

    Its own number stays used, and opens this one from now on. Refuses ``ItemFirst``, ``NotFound``, ``OneByOne``,
    ``WrongState`` (decided), ``InHandElsewhere``; ``CannotMerge`` where they are not alike.
    """
    require(work, Permission.RECEIVE)
    item, joining = _divisible(_named(work, number)), _divisible(_named(work, other))
    _refuse_unlike(work, item, joining)
    for carton in (item, joining):
        end_carton(work, carton)
    work.record(
        ItemMerged(
            item_id=joining.id,
            parcel_id=joining.parcel_id,
            number=joining.number,
            into=item.number,
            into_id=item.id,
        )
    )
    work.record(
        ItemsMerged(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            other=joining.number,
            other_id=joining.id,
            count=joining.quantity,
            total=item.quantity + joining.quantity,
            state_before=joining.state.value,
            hand_before=work.bench.item_id or "",
        )
    )
    _join(item, joining)
    joining.state = ItemState.MERGED
    forget(work.session, joining.id)
    if work.bench.item_id == joining.id:
        work.bench.item_id = None
    _settle(work, item)


def _refuse_unlike(work: Work, item: ItemRecord, joining: ItemRecord) -> None:
    differs = "same" if item.id == joining.id else _difference(item, joining)
    if differs:
        raise CannotMerge(item.number, joining.number, differs)
    elsewhere = name_of_station_holding(work.session, joining.id, but=work.seat.station_id)
    if elsewhere is not None:
        raise InHandElsewhere(joining.number, elsewhere)


def part_items(work: Work, event: ItemsMerged) -> None:
    """Undo ``merge_items``. Refuses ``CannotUndo`` once the one they became was counted anew, split or decided."""
    item, joined = item_of(work, event.item_id), item_of(work, event.other_id)
    if item.quantity != event.total or item.disposition is not None or item.state not in _OPEN:
        raise CannotUndo(item.number)
    before = ItemState(event.state_before)
    if _difference(item, joined, but="state") or item.state is not before:
        raise CannotUndo(item.number)
    joined.state = before
    _take_away(item, joined)
    _settle(work, item)
    find_again(work, joined)
    queue_item_label(work, joined)
    hold_again_in_hand(work, event.hand_before)


def _named(work: Work, number: str) -> ItemRecord:
    if not number:
        return item_in_hand(work)
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    return item


def _divisible(item: ItemRecord) -> ItemRecord:
    if item.disposition is not None or item.state not in _OPEN:
        raise WrongState("item", item.number, item.state.value)
    if item.product.serialised or item.serial:
        raise OneByOne(item.number)
    return item


def _facts_of(item: ItemRecord) -> dict[str, Any]:
    """All that a part takes over from the whole."""
    facts = {name: getattr(item, name) for name in item.__mapper__.columns.keys() if name not in _OWN}  # noqa: SIM118
    return {name: list(value) if isinstance(value, list) else value for name, value in facts.items()}


def _difference(item: ItemRecord, other: ItemRecord, but: str = "") -> str:
    """By what two pieces are not alike; empty when they are."""
    for told, names in _ALIKE.items():
        if any(getattr(item, name) != getattr(other, name) for name in names if name != but):
            return told
    return ""


def _is_held_elsewhere(work: Work, item: ItemRecord) -> bool:
    return station_holding(work.session, item.id) not in (None, work.seat.station_id)


def _share(minor: int | None, count: int, item: ItemRecord) -> int | None:
    """The part's share, rounded down; the rest stays, so that both add up to the whole."""
    return None if minor is None else minor * count // item.quantity


def _take_away(item: ItemRecord, part: ItemRecord) -> None:
    item.quantity -= part.quantity
    item.agreed_amount = None if item.agreed_amount is None else item.agreed_amount - (part.agreed_amount or 0)
    item.agreed_fee = None if item.agreed_fee is None else item.agreed_fee - (part.agreed_fee or 0)


def _join(item: ItemRecord, other: ItemRecord) -> None:
    item.quantity += other.quantity
    item.agreed_amount = None if item.agreed_amount is None else item.agreed_amount + (other.agreed_amount or 0)
    item.agreed_fee = None if item.agreed_fee is None else item.agreed_fee + (other.agreed_fee or 0)


def _settle(work: Work, item: ItemRecord) -> None:
    """Recommend anew for the quantity there is now, and let the label say it."""
    recommend_again(work, item)
    queue_item_label(work, item)
