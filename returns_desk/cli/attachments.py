"""``attach``, ``detach``: files that others made, kept with a batch."""

from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.signing import signature
from returns_desk.desk import Done
from returns_desk.domain.papers import AttachmentKind
from returns_desk.exchange.outside_files import read_outside
from returns_desk.filing import keep_outside
from returns_desk.store.photo_shelf import FileShelf
from returns_desk.usecases.attach_file import detach_file
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.wording.events import say_event


def attach(call: Call) -> int:
    """Keep a file with a batch."""
    args = call.args
    file = read_outside(args.file)
    shelf = FileShelf(shelf_of(call.settings, call.home))
    with call.desk() as desk:
        done = keep_outside(desk, signature(call, desk), shelf, file, args.number, AttachmentKind(args.kind))
    facts = {"id": done.answer, "kind": args.kind, "name": file.facts.name, "media": file.facts.media}
    _tell(call, done, {**facts, "sha256": file.facts.sha256, "bytes": file.facts.size})
    return 0


def detach(call: Call) -> int:
    """Let a file count no longer."""
    with call.desk() as desk:
        done = desk.run(signature(call, desk), detach_file, call.args.id)
    _tell(call, done, {"id": call.args.id})
    return 0


def _tell(call: Call, done: Done[Any], facts: dict[str, object]) -> None:
    said = [say_event(call.words, event) for event in done.events]
    document = {"events": [type(event).__name__ for event in done.events], **facts}
    call.answer(document, said or [call.words("This very file is kept with {number} already", number=call.args.number)])
