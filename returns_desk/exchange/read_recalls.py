"""Recalled goods: one row is one line of a notice, a product or a lot or serial numbers of it."""

from collections.abc import Callable
from pathlib import Path

from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.items import Disposition
from returns_desk.domain.recalls import MEASURES, RangeFault, range_fault
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import Reading, RecallRow

COLUMNS = ("number", "code", "lot", "serial_from", "serial_to", "reason", "measure", "since")
_FAULTS = {
    RangeFault.NO_BEGINNING: RowFact.MISSING,
    RangeFault.CROSSED: RowFact.SERIALS_CROSSED,
    RangeFault.OTHER_PATTERN: RowFact.SERIALS_DIFFER,
}


def read_recalls(path: Path, wanted: Import) -> Reading[RecallRow]:
    """Read the lines of notices, in the file's order."""
    return read_family(path, Family("recalls", COLUMNS, ("number", "code"), _begin), wanted)


def _begin(_mapping: Mapping) -> Callable[[Record], RecallRow]:
    seen = Seen()

    def make(record: Record) -> RecallRow:
        row = RecallRow(
            line=record.line,
            number=record.key("number", needed=True),
            code=record.key("code", needed=True),
            lot=record.key("lot"),
            serial_from=record.key("serial_from"),
            serial_to=record.key("serial_to"),
            reason=record.text("reason"),
            measure=_measure(record),
            since=record.day("since"),
        )
        _check_range(row)
        keys = (lookup_key(text) for text in (row.lot, row.serial_from, row.serial_to))
        seen.once((row.number, product_key(row.code), *keys), row.line)
        return row

    return make


def _measure(record: Record) -> Disposition | None:
    """What the notice says becomes of the goods; nobody gets them again, whatever it says."""
    if not record.text("measure"):
        return None
    measure = record.choice("measure", Disposition)
    if measure not in MEASURES:
        raise RowRefused(RowFact.NOT_A_CHOICE, "measure", measure.value)
    return measure


def _check_range(row: RecallRow) -> None:
    fault = range_fault(row.serial_from, row.serial_to)
    if fault is not None:
        raise RowRefused(_FAULTS[fault], "serial_from", f"{row.serial_from} - {row.serial_to}".strip(" -"))
