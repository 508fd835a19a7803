"""``export``: whole tables as CSV, XLSX or JSON, into a file or to standard output."""

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.papers import check_target
from returns_desk.cli.signing import signature
from returns_desk.exchange.write_table import Cell, write_csv, write_json, write_xlsx
from returns_desk.store.work import Work
from returns_desk.usecases.export_debit_notes import export_debit_notes
from returns_desk.usecases.export_movements import export_movements
from returns_desk.usecases.export_rows import (
    Write,
    export_batches,
    export_items,
    export_journal,
    export_stock,
    may_export,
)
from returns_desk.usecases.export_suppliers import export_suppliers
from returns_desk.usecases.look_landfill import export_landfill


def export(call: Call) -> int:
    """Write the table; a file is there whole or not at all."""
    args, words = call.args, call.words
    written = args.format or ("json" if call.as_json and args.output is None else "csv")
    if args.output is not None:
        check_target(call, args.output, (f".{written}",))
    began = args.since and args.kind not in ("movements", "debit-notes")
    if began or (args.until and args.kind != "movements"):
        raise CommandRefused(words("Only movements have a beginning and an end, debit notes a beginning: --since"))
    usecases: dict[str, Callable[[Work, Write], None]] = {
        "items": export_items,
        "batches": export_batches,
        "stock": export_stock,
        "suppliers": export_suppliers,
        "landfill": export_landfill,
        "debit-notes": partial(export_debit_notes, since=args.since),
        "journal": partial(export_journal, words=words),
        "movements": partial(export_movements, words=words, since=args.since, until=args.until),
    }
    target: Any = args.output if args.output is not None else sys.stdout.buffer
    counted = _Counted(call, target, written)
    with call.desk() as desk:
        desk.run(signature(call, desk), may_export)
        try:
            desk.read(usecases[args.kind], counted.write)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CommandRefused(words("{file} cannot be written", file=args.output or error)) from None
    if args.output is not None:
        said = words("{count} rows written to {file}", count=counted.rows, file=args.output)
        call.answer({"file": args.output, "rows": counted.rows, "format": written}, [said])
    return 0


class _Counted:
    """Writes a table in the format asked for, and knows afterwards how many rows it had."""

    def __init__(self, call: Call, target: Any, written: str) -> None:
        self.rows = 0
        self._call = call
        self._format = written
        self._target: Path | Any = target

    def write(self, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write head and rows."""
        counted = self._count(rows)
        match self._format:
            case "csv":
                write_csv(columns, counted, self._target)
            case "json":
                write_json(columns, counted, self._target)
            case _:
                write_xlsx(columns, counted, self._target, right_to_left=self._call.words.right_to_left)

    def _count(self, rows: Iterable[Sequence[Cell]]) -> Iterable[Sequence[Cell]]:
        for row in rows:
            self.rows += 1
            yield row
