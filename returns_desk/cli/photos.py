"""``photo``: keep a picture file as evidence, list photographs, let one count no longer."""

from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.signing import signature
from returns_desk.cli.tables import table_lines
from returns_desk.darkroom import Shot, keep_prepared
from returns_desk.desk import Desk, Done
from returns_desk.domain.photos import PhotoKind, PhotoSnapshot
from returns_desk.exchange.photographs import prepared
from returns_desk.usecases.look import photos_of
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.usecases.take_photo import remove_photo
from returns_desk.wording.events import say_event

Facts = dict[str, object]


def photo(call: Call) -> int:
    """Do what was asked for."""
    with call.desk() as desk:
        match call.args.move:
            case "add":
                _add(call, desk)
            case "remove":
                _tell(call, desk.run(signature(call, desk), remove_photo, call.args.id), {})
            case _:
                _list(call, desk)
    return 0


def _add(call: Call, desk: Desk) -> None:
    args = call.args
    who = signature(call, desk)
    shot = Shot(PhotoKind(args.kind), args.item, args.parcel)
    done = keep_prepared(desk, who, shelf_of(call.settings, call.home), prepared(args.file), shot)
    _tell(call, done, photo_row(call, done.answer))


def _tell(call: Call, done: Done[Any], facts: Facts) -> None:
    document = {"events": [type(event).__name__ for event in done.events], **facts}
    call.answer(document, [say_event(call.words, event) for event in done.events])


def _list(call: Call, desk: Desk) -> None:
    photos = desk.read(photos_of, call.args.thing, call.args.number)
    rows = [photo_row(call, one) for one in photos]
    call.answer({"rows": rows, "total": len(rows)}, table_lines(call, "photos", rows))


def photo_row(call: Call, one: PhotoSnapshot) -> Facts:
    """One photograph; its number is that of the piece or parcel, its file none where the picture is not there."""
    shelf = shelf_of(call.settings, call.home)
    return {
        "number": one.item or one.parcel,
        "state": "",
        "id": one.id,
        "kind": one.kind,
        "item": one.item,
        "parcel": one.parcel,
        "taken_at": one.taken_at,
        "person": one.person,
        "width": one.width,
        "height": one.height,
        "sha256": one.sha256,
        "file": shelf.path(one.sha256) if shelf.holds(one.sha256) else None,
    }
