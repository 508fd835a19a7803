"""``hold``, ``release`` and ``settle``: what waits gets a reason, an owner or an end, what stands out is put away."""

from returns_desk.cli.call import Call
from returns_desk.cli.shapes import item_row
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.events import Event
from returns_desk.domain.items import HoldReason
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import NotFound
from returns_desk.usecases import look
from returns_desk.usecases.hold_item import end_hold, give_hold, hold_by_number
from returns_desk.usecases.settle_exception import settle_exception
from returns_desk.wording.events import say_event


def hold(call: Call) -> int:
    """Let a piece wait with a reason; with ``--owner`` alone, only say who is to settle it."""
    args = call.args
    with call.desk() as desk:
        who = signature(call, desk)
        owner = _person(desk, args.owner)
        events: tuple[Event, ...] = ()
        if args.reason or args.note or args.owner is None:
            code = HoldReason(args.reason) if args.reason else HoldReason.SUPERVISOR
            events += desk.run(who, hold_by_number, args.number, code, args.note).events
        if args.owner is not None:
            events += desk.run(who, give_hold, args.number, owner).events
        return _told(call, desk, events)


def release(call: Call) -> int:
    """Take a hold off."""
    with call.desk() as desk:
        who: Signature = signature(call, desk)
        return _told(call, desk, desk.run(who, end_hold, call.args.number).events)


def settle(call: Call) -> int:
    """Put something that stands out away."""
    with call.desk() as desk:
        who = signature(call, desk)
        events = desk.run(who, settle_exception, call.args.key, call.args.note).events
    lines = [say_event(call.words, event) for event in events]
    call.answer({"key": call.args.key, "state": "settled", "message": call.clean("; ".join(lines))}, lines)
    return 0


def _person(desk: Desk, name: str | None) -> str:
    """The id of whoever has this name in either language; empty for an empty name. Refuses ``NotFound``."""
    if not name:
        return ""
    asked = name.strip().casefold()
    for person in desk.read(look.people):
        if person.active and asked in (person.name.casefold(), person.name_en.casefold()):
            return person.id
    raise NotFound("person", name)


def _told(call: Call, desk: Desk, events: tuple[Event, ...]) -> int:
    item = desk.read(look.item, call.args.number)
    owner = (item.hold_owner_en or item.hold_owner) if call.words.language == "en" else item.hold_owner
    facts = {**item_row(call, item), "hold_code": item.hold_code, "hold_reason": item.hold_reason, "hold_owner": owner}
    call.answer(facts, [say_event(call.words, event) for event in events])
    return 0
