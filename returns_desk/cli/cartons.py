"""``carton``, ``packing-list``, ``carton-label``, ``gs1-prefix``: each step the very use case of the window."""

from collections.abc import Callable
from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.papers import check_target, save
from returns_desk.cli.signing import signature, signer_name
from returns_desk.desk import Desk, Done, now_utc
from returns_desk.documents.kit.dress import Form
from returns_desk.documents.labels.carton import (
    render_carton_label_pdf,
    render_carton_label_png,
    render_carton_label_zpl,
)
from returns_desk.documents.packing_list import render_packing_list
from returns_desk.domain.people import OWNER, Signature
from returns_desk.usecases import look_cartons
from returns_desk.usecases import pack_cartons as packing
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.set_prefix import set_gs1_prefix
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from returns_desk.wording.events_giving import say_weight

LABELS = {".pdf": render_carton_label_pdf, ".png": render_carton_label_png, ".zpl": render_carton_label_zpl}
Facts = dict[str, object]


def carton(call: Call) -> int:
    """Make a move of a carton, and say how it and its batch stand now."""
    with call.desk() as desk:
        if call.args.move == "show":
            shown = desk.read(look_cartons.carton, call.args.number)
            return _answer(call, _facts(shown), _said(call.words, shown))
        who = signature(call, desk)
        done = _MOVES[call.args.move](call, desk, who)
        number = done.answer or call.args.number
        facts: Facts = {"number": number, "removed": True}
        if call.args.move != "remove":
            facts = _facts(desk.read(look_cartons.carton, number))
    said = [say_event(call.words, event) for event in done.events]
    return _answer(call, {**facts, "events": [type(event).__name__ for event in done.events]}, said)


def _facts(shown: look_cartons.CartonShown) -> Facts:
    box = shown.carton
    return {
        "number": box.number,
        "state": "closed" if box.closed else "open",
        "batch": shown.batch,
        "position": box.position,
        "sscc": box.sscc,
        "weight_g": box.weight_g,
        "size_mm": list(box.size_mm),
        "lines": shown.lines,
        "batch_packed": shown.packed,
        "batch_lines": shown.going,
    }


def _said(words: Words, shown: look_cartons.CartonShown) -> list[str]:
    box = shown.carton
    stands = words("Carton {carton} is closed", carton=box.number)
    if not box.closed:
        stands = words("Carton {carton} is open", carton=box.number)
    weight = [words("Gross weight {weight}", weight=say_weight(words, box.weight_g))] if box.weight_g else []
    return [stands, *([f"SSCC {box.sscc}"] if box.sscc else []), *weight]


def _answer(call: Call, facts: Facts, said: list[str]) -> int:
    words = call.words
    if "batch_lines" in facts:
        packed, going = facts["batch_packed"], facts["batch_lines"]
        said.append(words("Packed: {packed} of {going}", packed=packed, going=going))
    call.answer(facts, said)
    return 0


Move = Callable[[Call, Desk, Signature], Done[Any]]
_MOVES: dict[str, Move] = {
    "open": lambda call, desk, who: desk.run(who, packing.open_carton, call.args.number),
    "pack": lambda call, desk, who: desk.run(who, packing.pack_item, call.args.number, call.args.item),
    "unpack": lambda call, desk, who: desk.run(who, packing.unpack_item, call.args.number, call.args.item),
    "close": lambda call, desk, who: desk.run(
        who, packing.close_carton, call.args.number, call.args.weight, call.args.size
    ),
    "reopen": lambda call, desk, who: desk.run(who, packing.reopen_carton, call.args.number),
    "remove": lambda call, desk, who: desk.run(who, packing.remove_carton, call.args.number),
}


def packing_list(call: Call) -> int:
    """Write the packing list of a batch; in its recipient's language unless another is asked for."""
    args = call.args
    check_target(call, args.output, (".pdf",))
    with call.desk() as desk:
        listed = desk.read(look_cartons.packing_list, args.number)
        language = args.language or desk.read(look_at_batch, args.number).row.partner.language
        name = signer_name(call, desk, OWNER)
        form = Form(dress=desk.read(dress_of), bilingual=args.bilingual)
    save(call, args.output, render_packing_list(listed, language, now_utc(), name, **form))
    number = listed.content.batch
    call.answer(
        {"file": args.output, "number": number, "cartons": [box.number for box in listed.cartons]},
        [call.words("{number} written to {file}", number=number, file=args.output)],
    )
    return 0


def label(call: Call) -> int:
    """Draw a carton's label in the format that the file's ending names."""
    args = call.args
    check_target(call, args.output, tuple(LABELS))
    with call.desk() as desk:
        shown = desk.read(look_cartons.carton_label, args.number)
    more = {"dpi": args.dpi} if args.dpi else {}
    save(call, args.output, LABELS[args.output.suffix.lower()](shown, args.language or "", **more))
    call.answer(
        {"file": args.output, "number": shown.number, "sscc": shown.carton.sscc},
        [call.words("{number} written to {file}", number=shown.number, file=args.output)],
    )
    return 0


def prefix(call: Call) -> int:
    """Show the shop's company prefix, or set it; ``none`` takes it away."""
    wanted = call.args.prefix
    said: list[str] = []
    with call.desk() as desk:
        if wanted is not None:
            wanted = "" if wanted.casefold() == "none" else wanted
            done = desk.run(signature(call, desk), set_gs1_prefix, wanted)
            said = [say_event(call.words, event) for event in done.events]
        now = desk.read(look_cartons.gs1_prefix)
    call.answer({"gs1_prefix": now}, said or [now or call.words("The shop has no GS1 company prefix")])
    return 0
