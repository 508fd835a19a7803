"""Facts as lines of text for a person: a table with its heads, or one thing's facts below each other."""

from datetime import date, datetime
from enum import StrEnum
from unicodedata import combining, east_asian_width

from returns_desk.cli.call import Call
from returns_desk.cli.headings import heading
from returns_desk.domain.money import Money
from returns_desk.wording.names import NAMES

Facts = dict[str, object]
_WIDEST = 34
_WHOLE = ("key", "proposal_said", "id")  # is typed again, or stands at the end
COLUMNS = {
    "parcels": ("number", "state", "carrier", "rmas", "customers", "expected", "items", "arrived_at", "age_days"),
    "items": ("number", "state", "product", "sku", "grade", "disposition", "batch", "parcel"),
    "batches": ("number", "state", "partner", "lines", "gross", "expected_credit", "days_left"),
    "board": ("number", "state", "partner", "gross", "days_left", "proposal_said"),
    "documents": ("number", "state", "batch", "issued_at", "prints"),
    "exceptions": ("kind", "number", "why", "product", "since", "owner", "key"),
    "products": ("sku", "product", "codes", "category", "cost", "price", "place"),
    "suppliers": ("number", "kind", "partner", "contact", "phone", "email"),
    "rmas": ("number", "state", "customer", "order", "tracking", "expires", "stated"),
    "photos": ("number", "kind", "taken_at", "person", "id", "file"),
    "recalls": ("number", "state", "code", "product", "goods", "reason", "measure", "since"),
    "credits": ("number", "state", "partner", "expected_credit", "credited", "open", "due", "age"),
    "people": ("name", "role", "state"),
    "replay turns": ("was", "would", "decisions", "difference", "difference_then"),
    "replay categories": ("category", "decisions", "changed", "difference", "difference_then"),
    "replay largest": ("item", "category", "was", "would", "difference", "difference_then"),
    "overrides": ("name", "decisions", "overrides", "share"),
    "rules": ("version", "state", "valid_from", "ends", "made_at", "person", "rows"),
    "places": ("number", "name", "holds", "categories", "pieces", "state"),
    "jobs": ("number", "kind", "state", "made_at", "why_not", "next_try_at", "printer", "id"),
    "landfill": ("number", "kind", "stream", "weight_g", "without_weight"),
}


def table_lines(call: Call, kind: str, rows: list[Facts]) -> list[str]:
    """A table with a head; columns are as wide as what stands in them."""
    columns = COLUMNS[kind]
    cells = [[heading(call.words, column) for column in columns]]
    cells += [[_cut(said(call, row[column]), column) for column in columns] for row in rows]
    widths = [max(_width(line[at]) for line in cells) for at in range(len(columns))]
    return [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]


def facts_lines(call: Call, facts: Facts, inside: str = "") -> list[str]:
    """Facts below each other; lists of things are indented below their name, what is empty is left out."""
    lines = []
    for name, value in facts.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{heading(call.words, name)}:")
            lines += [f"    {', '.join(said(call, part) for part in row.values() if _holds(part))}" for row in value]
        elif isinstance(value, dict) and value:
            lines.append(f"{heading(call.words, name)}:")
            lines += [f"    {line}" for line in facts_lines(call, value, name)]
        elif _holds(value):
            lines.append(f"{heading(call.words, name, inside)}: {said(call, value)}")
    return lines


def _holds(value: object) -> bool:
    return value not in (None, "", [], {}, False)


def said(call: Call, value: object) -> str:
    """A value as the person's language says it."""
    words = call.words
    match value:
        case None:
            return ""
        case bool():
            return words("yes") if value else words("no")
        case Money():
            return words.money(value)
        case datetime():
            return words.moment(value)
        case date():
            return words.date(value)
        case StrEnum():
            return _name(call, value)
    return _said_of_many(call, value)


def _said_of_many(call: Call, value: object) -> str:
    """Lists with commas, facts of one thing beside each other."""
    if isinstance(value, dict):
        return " ".join(said(call, part) for part in value.values() if _holds(part))
    if isinstance(value, list | tuple):
        return ", ".join(said(call, part) for part in value)
    return str(value)


def _name(call: Call, value: StrEnum) -> str:
    return call.words.name(value) if type(value) in NAMES else value.value


def _cut(text: str, column: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _WIDEST or column in _WHOLE else plain[: _WIDEST - 1] + "…"


def _width(text: str) -> int:
    """How many places a text takes on a terminal."""
    return sum(
        0 if combining(sign) or sign in "\u2068\u2069" else 1 + (east_asian_width(sign) in "WF") for sign in text
    )
