"""``batch``: the moves of a batch, each the very use case of the window."""

from collections.abc import Callable
from typing import Any

from returns_desk.cli.approving import DECISIONS, approve_several
from returns_desk.cli.batch_papers import correct
from returns_desk.cli.boarding import BOARD
from returns_desk.cli.call import Call
from returns_desk.cli.credits import CREDITING, signed
from returns_desk.cli.giving import GIVING
from returns_desk.cli.shapes import batch_row
from returns_desk.cli.shipping import SHIPPING
from returns_desk.desk import Desk
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import BadValue
from returns_desk.usecases.credit_batch import close_batch
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.submit_batch import pull_item, submit_batch, withdraw_batch
from returns_desk.wording.events import say_event

Move = Callable[[Call, Desk, Signature], tuple[Any, ...]]


def move(call: Call) -> int:
    """Make the move, and say what happened and where the batch stands now; several batches are approved one by one."""
    if call.args.more:
        return approve_several(call)
    with call.desk() as desk:
        who = signed(call, desk)
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


def _close(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, close_batch, call.args.number, call.args.note).events


MOVES: dict[str, Move] = {
    **BOARD,
    **DECISIONS,
    "submit": _submit,
    "withdraw": _withdraw,
    "pull": _pull,
    **SHIPPING,
    **CREDITING,
    **GIVING,
    "correct": correct,
    "close": _close,
}
