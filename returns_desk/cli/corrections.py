"""``undo`` and ``product``: steps taken back, products out of the catalogue and back in."""

from returns_desk.cli.call import Call
from returns_desk.cli.signing import signature
from returns_desk.domain.events import Event
from returns_desk.usecases import undo as taking_back
from returns_desk.usecases.drop_product import drop_product, restore_product
from returns_desk.wording.events import say_event


def undo_step(call: Call) -> int:
    """Take back the newest own step at this station, or the one that is named."""
    with call.desk() as desk:
        who = signature(call, desk)
        if call.args.step:
            done = desk.run(who, taking_back.undo_step, call.args.step)
        else:
            done = desk.run(who, taking_back.undo)
    return _answer(call, done.events)


def product(call: Call) -> int:
    """Take a product out of the catalogue, or put it back."""
    step = drop_product if call.args.act == "drop" else restore_product
    with call.desk() as desk:
        done = desk.run(signature(call, desk), step, call.args.sku)
    return _answer(call, done.events)


def _answer(call: Call, events: tuple[Event, ...]) -> int:
    said = [say_event(call.words, event) for event in events]
    document = [
        {"event": type(event).__name__, "what": call.clean(what)} for event, what in zip(events, said, strict=True)
    ]
    call.answer({"ok": True, "events": document}, said)
    return 0
