"""``batch``: the moves of a batch, each the very use case of the window."""

from collections.abc import Callable
from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.shapes import batch_row
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.money import parse_money
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import BadValue
from returns_desk.usecases.approve_batch import approve_batch, reject_batch, send_batch_back
from returns_desk.usecases.credit_batch import close_batch, record_credit
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.ship_batch import authorize_batch, pack_batch, ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch, withdraw_batch
from returns_desk.wording.events import say_event

Move = Callable[[Call, Desk, Signature], tuple[Any, ...]]


def move(call: Call) -> int:
    """Make the move, and say what happened and where the batch stands now."""
    with call.desk() as desk:
        who = signature(call, desk)
        happened = MOVES[call.args.move](call, desk, who)
        now = desk.read(look_at_batch, call.args.number)
    document = {"events": [type(event).__name__ for event in happened], "slip": now.slip, **batch_row(call, now.row)}
    call.answer(document, [say_event(call.words, event) for event in happened])
    return 0


def _submit(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, submit_batch, call.args.number).events


def _withdraw(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, withdraw_batch, call.args.number).events


def _pull(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    if len(call.args.item) != 1:
        raise BadValue("item", ", ".join(call.args.item))
    return desk.run(who, pull_item, call.args.number, call.args.item[0]).events


def _approve(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, approve_batch, call.args.number, tuple(call.args.item), call.args.note).events


def _send_back(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, send_batch_back, call.args.number, call.args.note, tuple(call.args.item)).events


def _reject(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, reject_batch, call.args.number, call.args.note).events


def _cancel(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, cancel_batch, call.args.number, call.args.note).events


def _authorize(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, authorize_batch, call.args.number, call.args.authorization, call.args.until).events


def _pack(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, pack_batch, call.args.number, call.args.packages, call.args.weight).events


def _ship(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    args = call.args
    return desk.run(who, ship_batch, args.number, args.carrier, args.waybill, args.driver).events


def _credit(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    args = call.args
    currency = desk.read(look_at_batch, args.number).row.expected.currency
    try:
        amount = parse_money(args.amount, currency)
    except ValueError:
        raise BadValue("amount", args.amount) from None
    return desk.run(who, record_credit, args.number, args.credit, amount, args.date, final=args.final).events


def _close(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, close_batch, call.args.number).events


MOVES: dict[str, Move] = {
    "submit": _submit,
    "withdraw": _withdraw,
    "pull": _pull,
    "approve": _approve,
    "send-back": _send_back,
    "reject": _reject,
    "cancel": _cancel,
    "authorize": _authorize,
    "pack": _pack,
    "ship": _ship,
    "credit": _credit,
    "close": _close,
}
