"""A piece waits in quarantine: why, for whom, and how that ends. A hold is a wait, never a disposition."""

from datetime import datetime

from returns_desk.domain.events import HoldEnded, HoldExplained, HoldGiven, HoldReleased, ItemHeld
from returns_desk.domain.items import HOLD_ANSWERS, NO_PIECE, HoldReason, ItemState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, ItemFirst, NotFound, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.domain.texts import kept_text
from returns_desk.store.lookups.returns import item_by_number, station_holding
from returns_desk.store.records import ItemRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_in_hand, item_of
from returns_desk.usecases.queue_label import queue_item_label
from returns_desk.usecases.require import require

LONGEST_HOLD_REASON = 300
_OUT = (*NO_PIECE, ItemState.GONE)


def hold_item(work: Work, reason: str = "", code: HoldReason | None = None) -> None:
    """Let the piece in hand wait in quarantine; the inverse is ``release_hold``. A decision ends the hold too.

    Without a ``code`` it waits for any supervisor, and the desk asks why. Refuses ``ItemFirst``, ``WrongState``.
    """
    require(work, Permission.DECIDE)
    item = item_in_hand(work)
    put_on_hold(work, item, code or HoldReason.SUPERVISOR, reason)
    if code is None and not reason:
        ask(work, QuestionKind.HOLD_REASON, item.number, tuple(each.value for each in HOLD_ANSWERS))


def hold_by_number(work: Work, number: str, code: HoldReason, note: str = "") -> None:
    """Let a piece wait wherever it lies; one that waits already gets this reason. The inverses as of both.

    Refuses ``NotFound``, ``WrongState`` (also in hand at another station).
    """
    require(work, Permission.DECIDE)
    item = _piece(work, number)
    if station_holding(work.session, item.id) not in (None, work.seat.station_id):
        raise WrongState("item", item.number, "in hand")
    if item.held:
        explain_hold(work, code, note, item.number)
    else:
        put_on_hold(work, item, code, note)


def put_on_hold(work: Work, item: ItemRecord, code: HoldReason, note: str = "") -> None:
    """Put a piece on hold for any supervisor, as a step of another step; in hand, it leaves the hand.

    The inverse is ``release_hold``. Refuses ``WrongState`` for a piece that was decided or is gone.
    """
    if item.disposition is not None or item.state in _OUT:
        raise WrongState("item", item.number, item.state.value)
    in_hand = work.bench.item_id == item.id
    kept = kept_text(note, LONGEST_HOLD_REASON)
    work.record(
        ItemHeld(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            reason=kept,
            code=code.value,
            held_before=item.held,
            reason_before=item.hold_reason,
            code_before=item.hold_code.value if item.hold_code else "",
            owner_before=item.hold_owner_id or "",
            since_before=_text(item.held_at),
            in_hand=in_hand,
        )
    )
    item.held, item.hold_reason, item.hold_code = True, kept, code
    item.hold_owner_id, item.held_at = None, work.now
    queue_item_label(work, item)
    if in_hand:
        work.bench.item_id = None


def release_hold(work: Work, event: ItemHeld) -> None:
    """Undo ``put_on_hold``: the piece is in hand again, if it was. Refuses ``CannotUndo`` once it waits otherwise."""
    item = item_of(work, event.item_id)
    _stands(item, event.code, event.reason)
    item.held, item.hold_reason = event.held_before, event.reason_before
    item.hold_code = HoldReason(event.code_before) if event.code_before else None
    item.hold_owner_id, item.held_at = event.owner_before or None, _moment(event.since_before)
    if event.in_hand:
        hold_again_in_hand(work, item.id)


def stop_waiting(item: ItemRecord) -> HoldReleased:
    """Take the hold off a piece, as a step of another step; what it was is told for ``hold_again``."""
    told = HoldReleased(
        item_id=item.id,
        number=item.number,
        reason=item.hold_reason,
        code=item.hold_code.value if item.hold_code else "",
        owner=item.hold_owner_id or "",
        since=_text(item.held_at),
    )
    item.held, item.hold_reason, item.hold_code, item.hold_owner_id, item.held_at = False, "", None, None, None
    return told


def hold_again(work: Work, event: HoldReleased | HoldEnded) -> None:
    """Undo the end of a hold. Refuses ``CannotUndo`` where the piece is on hold anew, or was decided."""
    item = item_of(work, event.item_id)
    if item.held or item.disposition is not None or item.state in _OUT:
        raise CannotUndo(item.number)
    item.held, item.hold_reason = True, event.reason
    item.hold_code = HoldReason(event.code) if event.code else None
    item.hold_owner_id, item.held_at = event.owner or None, _moment(event.since)


def explain_hold(work: Work, code: HoldReason, note: str = "", number: str = "") -> None:
    """Say why a piece waits: the one named, the one just asked about, or the one in hand.

    The inverse is ``unexplain_hold``. Refuses ``ItemFirst``, ``NotFound``, ``WrongState`` where nothing waits.
    """
    require(work, Permission.DECIDE)
    item = _held(work, number or _asked_about(work))
    kept = kept_text(note, LONGEST_HOLD_REASON)
    work.record(
        HoldExplained(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            code=code.value,
            reason=kept,
            code_before=item.hold_code.value if item.hold_code else "",
            reason_before=item.hold_reason,
        )
    )
    item.hold_code, item.hold_reason = code, kept


def unexplain_hold(work: Work, event: HoldExplained) -> None:
    """Undo ``explain_hold``. Refuses ``CannotUndo`` once another reason stands, or the hold ended."""
    item = item_of(work, event.item_id)
    _stands(item, event.code, event.reason)
    item.hold_code = HoldReason(event.code_before) if event.code_before else None
    item.hold_reason = event.reason_before


def give_hold(work: Work, number: str, person_id: str) -> None:
    """Say who is to settle a hold; nobody named: any supervisor. The inverse is ``take_hold_back``.

    Refuses ``NotFound``, ``WrongState``.
    """
    require(work, Permission.SETTLE_EXCEPTION)
    item = _held(work, number)
    owner = work.get(PersonRecord, person_id)
    if person_id and (owner is None or not owner.active):
        raise NotFound("person", person_id)
    work.record(
        HoldGiven(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            owner=owner.name if owner else "",
            owner_en=owner.name_en if owner else "",
            owner_id=owner.id if owner else "",
            owner_before=item.hold_owner_id or "",
        )
    )
    item.hold_owner_id = owner.id if owner else None


def take_hold_back(work: Work, event: HoldGiven) -> None:
    """Undo ``give_hold``. Refuses ``CannotUndo`` once it was given on, or the hold ended."""
    item = item_of(work, event.item_id)
    if not item.held or (item.hold_owner_id or "") != event.owner_id:
        raise CannotUndo(item.number)
    item.hold_owner_id = event.owner_before or None


def end_hold(work: Work, number: str) -> None:
    """Take the hold off: the piece waits for its decision again. The inverse is ``hold_again``.

    Refuses ``NotFound``, ``WrongState``.
    """
    require(work, Permission.SETTLE_EXCEPTION)
    item = _held(work, number)
    was = stop_waiting(item)
    work.record(
        HoldEnded(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            reason=was.reason,
            code=was.code,
            owner=was.owner,
            since=was.since,
        )
    )


def _piece(work: Work, number: str) -> ItemRecord:
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    return item


def _held(work: Work, number: str) -> ItemRecord:
    item = _piece(work, number)
    if not item.held:
        raise WrongState("item", item.number, item.state.value)
    return item


def _asked_about(work: Work) -> str:
    """The piece whose reason the desk asks, else the one in hand."""
    question = work.answering
    if question is not None and question.kind is QuestionKind.HOLD_REASON:
        return question.subject
    item = work.get(ItemRecord, work.bench.item_id)
    if item is None:
        raise ItemFirst()
    return item.number


def _stands(item: ItemRecord, code: str, reason: str) -> None:
    """Refuse where the hold is not the one that an event told."""
    now = item.hold_code.value if item.hold_code else ""
    if not item.held or (now, item.hold_reason) != (code, reason):
        raise CannotUndo(item.number)


def _text(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
