"""What is really in the sample shop's boxes, for playing its day."""

from collections.abc import Callable
from pathlib import Path

from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, read_family
from returns_desk.exchange.record import Record, one_of
from returns_desk.exchange.rows import InsideRow, Reading

COLUMNS = ("tracking", "code", "serial", "grade", "findings", "decision", "reason", "caption", "caption_en")
DECISIONS = ("OK", "RESTOCK", "SUPPLIER", "DONATE", "RECYCLE", "HOLD")


def read_inside(path: Path, wanted: Import) -> Reading[InsideRow]:
    """Read the pieces in the order in which they leave their boxes; the same piece twice is two pieces."""
    return read_family(path, Family("inside", COLUMNS, ("tracking", "code", "grade"), _begin), wanted)


def _begin(_mapping: Mapping) -> Callable[[Record], InsideRow]:
    return _inside


def _inside(record: Record) -> InsideRow:
    decision = record.key("decision") or "OK"
    if decision not in DECISIONS:
        raise RowRefused(RowFact.NOT_A_CHOICE, "decision", decision)
    return InsideRow(
        line=record.line,
        tracking=record.key("tracking", needed=True),
        code=record.key("code", needed=True),
        serial=record.key("serial"),
        grade=record.choice("grade", Grade),
        findings=tuple(one_of(Finding, word, "findings") for word in record.words("findings")),
        decision=decision,
        reason=record.key("reason"),
        caption=record.text("caption"),
        caption_en=record.text("caption_en"),
    )
