"""``place``: a piece is put in a bin, or a bin is used no longer; and how bins are shown."""

from returns_desk.cli.call import Call
from returns_desk.cli.shapes import item_row
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.usecases import look
from returns_desk.usecases.import_places import drop_place
from returns_desk.usecases.look_places import PlaceLook
from returns_desk.usecases.look_places import place as look_at_place
from returns_desk.usecases.put_away import put_item
from returns_desk.wording.events import say_event

_DROP = "drop"
Facts = dict[str, object]


def place(call: Call) -> int:
    """Put a piece in a place; ``drop`` in the piece's stead uses the place no longer."""
    args, words = call.args, call.words
    with call.desk() as desk:
        who = signature(call, desk)
        if args.number == _DROP:
            events = desk.run(who, drop_place, args.code).events
            facts = place_row(call, desk.read(look_at_place, args.code))
        else:
            events = desk.run(who, put_item, args.number, args.code).events
            facts = item_row(call, desk.read(look.item, args.number))
    call.answer(facts, [say_event(words, event) for event in events])
    return 0


def place_row(_call: Call, look: PlaceLook) -> Facts:
    """One place, in short; its number is its code."""
    place = look.place
    return {
        "number": place.code,
        "state": "dropped" if place.dropped else "",
        "name": place.name,
        "holds": place.status,
        "categories": list(place.categories),
        "pieces": look.pieces,
    }


def place_facts(call: Call, desk: Desk, code: str) -> Facts:
    """One place whole, with what lies there."""
    look = desk.read(look_at_place, code)
    return {**place_row(call, look), "items": [item_row(call, item) for item in look.items]}
