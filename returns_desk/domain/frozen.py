"""How the content of a numbered paper is written to text and read back, the same way for every kind of paper."""

import json
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from typing import Any


def canonical_text(content: Any) -> str:
    """Write the canonical text: sorted keys, no blanks, times in UTC; the same content gives the same text."""
    return json.dumps(asdict(content), default=_written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def known_facts(kind: type[Any], facts: dict[str, Any]) -> dict[str, Any]:
    """Those facts that a kind of value has; what a newer program wrote besides is left out."""
    names = {known.name for known in fields(kind)}
    return {name: value for name, value in facts.items() if name in names}


def _written(value: object) -> str:
    """Write what JSON has no shape for; ``datetime`` is a ``date`` too, so it is asked first."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place on a paper")
