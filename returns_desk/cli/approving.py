"""The decisions of ``batch``: approve one or several with one PIN, send back, reject, give up."""

from collections.abc import Callable
from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.shapes import batch_row
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import BadValue, DeskError
from returns_desk.usecases.approve_batch import approve_batch, reject_batch, send_batch_back
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.submit_batch import cancel_batch
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

_REFUSED = 1


def approve(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    """Approve a batch, all but the pieces named."""
    args = call.args
    return desk.run(who, approve_batch, args.number, tuple(args.item), args.note, args.seen).events


def send_back(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    """Send a batch back to its maker."""
    args = call.args
    return desk.run(who, send_batch_back, args.number, args.note, tuple(args.item), args.seen).events


def reject(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    """Reject a batch for good."""
    return desk.run(who, reject_batch, call.args.number, call.args.note, call.args.seen).events


def cancel(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    """Give a batch up."""
    return desk.run(who, cancel_batch, call.args.number, call.args.note).events


def approve_several(call: Call) -> int:
    """Approve several batches whole with one PIN, each as a step of its own; what is refused stops no other.

    One line or row for each: what happened, or why it was refused; 1 if any was.
    """
    args = call.args
    if args.move != "approve" or args.item or args.seen:
        raise BadValue("number", " ".join(args.more))
    numbers = tuple(dict.fromkeys((args.number, *args.more)))
    with call.desk() as desk:
        who = signature(call, desk, acts=len(numbers))
        told = [_approve_one(call, desk, who, number) for number in numbers]
    if call.as_json:
        call.answer({"rows": told, "total": len(told)}, ())
    for row in () if call.as_json else told:
        (call.warn if "refused" in row else call.say)(str(row.get("refused") or row["said"]))
    return _REFUSED if any("refused" in row for row in told) else 0


def _approve_one(call: Call, desk: Desk, who: Signature, number: str) -> dict[str, object]:
    try:
        events = desk.run(who, approve_batch, number, (), call.args.note).events
    except DeskError as refusal:
        return {"number": number, "refused": f"{number}: {call.clean(refusal_line(call.words, refusal))}"}
    said = " · ".join(say_event(call.words, event) for event in events)
    now = desk.read(look_at_batch, number)
    names = [type(event).__name__ for event in events]
    return {**batch_row(call, now.row), "slip": now.slip, "events": names, "said": said}


DECISIONS: dict[str, Callable[[Call, Desk, Signature], tuple[Any, ...]]] = {
    "approve": approve,
    "send-back": send_back,
    "reject": reject,
    "cancel": cancel,
}
