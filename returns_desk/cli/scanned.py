"""``identify`` and ``scan``: what codes say, and what the desk does with them."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from returns_desk.cli.call import Call, CommandRefused, as_json
from returns_desk.desk import Desk
from returns_desk.domain.events import Event, ItemRecalled
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import DeskError, StoreRefused
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.scanning.recogniser import recognise
from returns_desk.scanning.scan import Scan, shown
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.look_bench import bench as look_at_bench
from returns_desk.usecases.sign_in import sign_in
from returns_desk.wording import Words
from returns_desk.wording.band import Band, band, next_step
from returns_desk.wording.scans import scan_kind, scan_parts, scan_warning
from returns_desk.wording.words import isolated

_LONGEST_LINE = 1_000_000  # bytes; what is longer is cut, and refused as unreadable


def identify(call: Call) -> int:
    """Say what texts say; looks nothing up."""
    scans = [recognise(text) for text in call.args.text]
    lines = (line for scan in scans for line in _described(call.words, scan))
    call.answer([scan.as_json() for scan in scans], lines)
    return 0


def _described(words: Words, scan: Scan) -> list[str]:
    """A scan in words: what it is, then its parts and rivals, then each warning, on lines of their own."""
    facts = [scan_kind(words, scan.kind)]
    if scan.value:
        facts[0] = words("{part}: {value}", part=facts[0], value=shown(scan.value))
    if scan.symbology:
        facts.append(words("printed as {symbology}", symbology=scan.symbology))
    facts += scan_parts(words, {name: shown(part) for name, part in scan.parts.items()}, scan.value)
    rivals = dict.fromkeys(scan_kind(words, reading.kind) for reading in scan.candidates if reading.kind != scan.kind)
    if rivals:
        facts.append(words("could also be: {kinds}", kinds=", ".join(rivals)))
    warnings = (f"  ! {scan_warning(words, warning)}" for warning in scan.warnings)
    return [f"{isolated(scan.shown)}  {' · '.join(facts)}", *warnings]


def scan(call: Call) -> int:
    """Take scans as the desk does, one answer each; only a badge that is not known refuses the whole."""
    with ExitStack() as open_until_done:
        source = _source(call, open_until_done)
        desk = open_until_done.enter_context(call.desk())
        desk.run(AT_THE_BENCH, sign_in, call.args.badge)
        for text in _lines(source):
            _answer(call, desk, text)
    return 0


def _source(call: Call, open_until_done: ExitStack) -> BinaryIO:
    path: Path | None = call.args.file
    if path is None or str(path) == "-":
        return sys.stdin.buffer
    try:
        return open_until_done.enter_context(path.open("rb"))
    except OSError:
        raise CommandRefused(call.words("{file} cannot be read", file=path)) from None


def _lines(source: BinaryIO) -> Iterator[str]:
    """Texts of a file, one a line; broken letters are replaced, blank lines are empty scans."""
    while line := source.readline(_LONGEST_LINE):
        yield line.rstrip(b"\r\n").decode("utf-8", "replace").removeprefix("\ufeff")


def _answer(call: Call, desk: Desk, text: str) -> None:
    happened: tuple[Event, ...] | DeskError
    try:
        happened = desk.run(AT_THE_BENCH, handle_scan, text).events
    except StoreRefused:
        raise  # the database is gone: no scan after this one could be taken
    except DeskError as refusal:
        happened = refusal
    bench = desk.read(look_at_bench, whole=False)
    said = band(call.words, happened, bench)
    if call.as_json:
        print(as_json(_as_object(call, text, happened, bench)), flush=True)
    else:
        call.say(f"{_mark(happened, said)} {recognise(text).shown}  {said.title}  {said.detail}")


def _notice(happened: tuple[Event, ...] | DeskError) -> str | None:
    """The notice that stopped a piece just now, which is out of the hand then."""
    events = () if isinstance(happened, DeskError) else happened
    return next((event.notice for event in events if isinstance(event, ItemRecalled)), None)


def _mark(happened: tuple[Event, ...] | DeskError, said: Band) -> str:
    """Refused, done with an alarm (a recalled piece), done."""
    if isinstance(happened, DeskError):
        return "-"
    return "!" if said.tone == "bad" else "+"


def _as_object(
    call: Call, text: str, happened: tuple[Event, ...] | DeskError, bench: BenchSnapshot
) -> dict[str, object]:
    """One scan's answer for a program; ``next`` is the step that the desk waits for."""
    said = band(call.words, happened, bench)
    scan = recognise(text)
    refused = isinstance(happened, DeskError)
    return {
        "ok": not refused,
        "kind": scan.kind,
        "message": call.clean(said.title),
        "way_on": call.clean(said.detail),
        "parcel": bench.parcel.number if bench.parcel else None,
        "item": bench.item.number if bench.item else None,
        "next": bench.next_step,
        "next_message": call.clean(next_step(call.words, bench)),
        "question": bench.question.kind if bench.question else None,
        "choices": list(bench.question.choices) if bench.question else [],
        "scan": scan.shown,
        "tone": said.tone,
        "recall": bench.item.recall if bench.item and bench.item.recall_check.stops else _notice(happened),
        "events": [] if isinstance(happened, DeskError) else [type(event).__name__ for event in happened],
        "refusal": type(happened).__name__ if isinstance(happened, DeskError) else None,
    }
