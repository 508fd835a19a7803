"""People: those who work at the desk."""

import re
from collections.abc import Callable
from pathlib import Path

from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.people import Role
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record
from returns_desk.exchange.rows import PersonRow, Reading

COLUMNS = ("badge", "name", "name_en", "role", "pin", "language")


def read_people(path: Path, wanted: Import) -> Reading[PersonRow]:
    """Read the desk's people; neither badge nor PIN ever stands in a refusal."""
    return read_family(path, Family("people", COLUMNS, ("badge", "name", "role"), _begin), wanted)


def _begin(_mapping: Mapping) -> Callable[[Record], PersonRow]:
    seen = Seen()

    def make(record: Record) -> PersonRow:
        row = PersonRow(
            line=record.line,
            badge=_badge(record),
            name=record.text("name", needed=True),
            name_en=record.text("name_en"),
            role=record.choice("role", Role),
            pin=_pin(record),
            language=record.language("language"),
        )
        seen.once(row.badge, record.line)
        return row

    return make


def _badge(record: Record) -> str:
    badge = record.text("badge", needed=True)
    if not re.fullmatch(r"ID-[A-Z0-9-]{1,40}", badge):
        raise RowRefused(RowFact.NOT_A_BADGE, "badge")
    return badge


def _pin(record: Record) -> str:
    pin = record.text("pin")
    if pin and not re.fullmatch(r"[0-9]{4,12}", pin):
        raise RowRefused(RowFact.NOT_A_PIN, "pin")
    return pin
