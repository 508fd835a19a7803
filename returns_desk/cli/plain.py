"""Values of the trade as a program reads them: JSON's own shapes, money and times as INTERFACE fixes them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

from returns_desk.domain.money import Money

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def plain(value: object) -> object:
    """Turn a value into what JSON can hold."""
    match value:
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case Path():
            return str(value)
        case _:
            return _plain_whole(value)


def _plain_whole(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def without_isolates(text: str) -> str:
    """The text without the signs that keep facts apart in a sentence of two directions."""
    return text.translate(_ISOLATES)
