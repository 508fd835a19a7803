"""``import``: take a file in and say how each of its rows went."""

from pathlib import Path

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.signing import signature
from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange.mapping import Mapping, load_mapping, shipped_mapping
from returns_desk.exchange.rows import RefusedRow
from returns_desk.intake import FileToTake, take_file
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.shelf_pictures import shelf_of
from returns_desk.wording.refusals import refusal_line


def import_file(call: Call) -> int:
    """Take the file in (or only try it)."""
    args, words = call.args, call.words
    if args.kind == "customers":
        raise CommandRefused(words("Customers come with their announced returns; there is no list of their own"))
    if not args.file.is_file():
        raise ImportRefused("missing", str(args.file))
    file = FileToTake(args.kind, args.file, _mapping(args.map), args.dry_run, shelf_of(call.settings, call.home))
    with call.desk() as desk:
        taken = take_file(desk, signature(call, desk), file)
    call.answer(_document(call, taken), _lines(call, taken))
    return 0


def _mapping(named: Path | None) -> Mapping | None:
    """The mapping file, or the shipped one of this name (``uci_returns``)."""
    if named is None:
        return None
    if not named.exists() and named.parent == Path():
        return shipped_mapping(named.stem)
    return load_mapping(named)


def _document(call: Call, taken: Taken) -> dict[str, object]:
    return {
        "kind": call.args.kind,
        "file": call.args.file.name,
        "dry_run": call.args.dry_run,
        "taken": taken.added,
        "changed": taken.changed,
        "same": taken.same,
        "refused": [_refused(call, row) for row in taken.refused],
        "told": [_refused(call, row) for row in taken.told],
        "pieces": taken.pieces,
    }


def _refused(call: Call, row: RefusedRow) -> dict[str, object]:
    refusal = row.refusal
    return {
        "line": row.line,
        "reason": call.clean(refusal_line(call.words, refusal)),
        "fact": str(refusal.fact),
        "column": refusal.column,
        "value": refusal.value,
    }


def _lines(call: Call, taken: Taken) -> list[str]:
    words = call.words
    went = words(
        "{file}: {taken} taken, {changed} changed, {same} as before, {refused} refused",
        file=call.args.file.name,
        taken=taken.added,
        changed=taken.changed,
        same=taken.same,
        refused=len(taken.refused),
    )
    refused = [
        words("line {line}: {reason}", line=row.line, reason=refusal_line(words, row.refusal)) for row in taken.refused
    ]
    told = [
        words("line {line}, taken: {reason}", line=row.line, reason=refusal_line(words, row.refusal))
        for row in taken.told
    ]
    stopped = [words("Pieces in the house that are stopped: {count}", count=taken.pieces)] if taken.pieces else []
    return [*refused, *told, went, *stopped, *([words("Only tried: nothing was changed")] if call.args.dry_run else [])]
