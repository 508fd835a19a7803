"""``label``: labels of every kind into one file."""

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.papers import check_target, save
from returns_desk.desk import Desk
from returns_desk.documents.labels import LabelForm, Labelled, draw_labels, usual_size
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.printing import PaperKind
from returns_desk.usecases.look_labels import bin_labels, label_kind, label_thing

ENDINGS = (".pdf", ".png", ".zpl")
Kinded = tuple[PaperKind, Labelled]


def label(call: Call) -> int:
    """Draw the labels of what is named, in the format that the file's ending names."""
    args = call.args
    check_target(call, args.output, ENDINGS)
    with call.desk() as desk:
        found = _found(call, desk)
    kind, first = found[0]
    things = tuple(thing for _, thing in found)
    form = LabelForm(
        language=args.language or ("" if _all_cartons(things) else call.words.language),
        size=_size(call, kind, things),
        dpi=args.dpi or 0,
        speaks=args.output.suffix.lower().removeprefix("."),
    )
    save(call, args.output, draw_labels(things, form, copy=args.copy))
    numbers = [thing.number for thing in things]
    said = (
        call.words("{number} written to {file}", number=first.number, file=args.output)
        if len(numbers) == 1
        else call.words("{count} labels written to {file}", count=len(numbers), file=args.output)
    )
    call.answer(
        {
            "file": args.output,
            "number": first.number,
            "size": form.size or usual_size(first),
            "kind": kind,
            "numbers": numbers,
        },
        [said],
    )
    return 0


def _found(call: Call, desk: Desk) -> list[Kinded]:
    """What is to be drawn, at least one thing."""
    args = call.args
    kind = PaperKind.BIN_LABEL if args.bins else args.kind
    if args.bins or args.all:
        if kind is not PaperKind.BIN_LABEL or args.numbers:
            raise CommandRefused(call.words("All of them are printed of places only, and then without numbers"))
        found: list[Kinded] = [(PaperKind.BIN_LABEL, place) for place in desk.read(bin_labels)]
        if not found:
            raise CommandRefused(call.words("No place is known yet"))
        return found
    if not args.numbers:
        raise CommandRefused(call.words("A number is missing: of an item, a parcel, a carton, a batch or a place"))
    return [_one(desk, kind, number) for number in args.numbers]


def _one(desk: Desk, kind: PaperKind | None, number: str) -> Kinded:
    known = kind or desk.read(label_kind, number)
    return known, desk.read(label_thing, known, number)


def _all_cartons(things: tuple[Labelled, ...]) -> bool:
    return all(isinstance(thing, CartonLabel) for thing in things)


def _size(call: Call, kind: PaperKind, things: tuple[Labelled, ...]) -> str:
    """What was asked for, else what this station prints such labels on; empty: the usual of each kind.

    A carton's label is as large as carriers want it, unless cartons have a route of their own.
    """
    if call.args.size:
        return str(call.args.size)
    routes = call.settings.routes
    if _all_cartons(things):
        return routes[kind.value].size if kind.value in routes else ""
    return call.settings.route(kind).size
