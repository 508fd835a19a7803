"""Column types that fit SQLite's STRICT tables and PostgreSQL alike."""

import json
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Date, DateTime, Dialect, Integer, LargeBinary, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine


def _on_postgres(dialect: Dialect) -> bool:
    return dialect.name == "postgresql"


class Uid(TypeDecorator[str]):
    """A UUIDv7 as 32 hex digits in Python; 16 bytes in SQLite, ``uuid`` in PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column's type."""
        return dialect.type_descriptor(Uuid() if _on_postgres(dialect) else LargeBinary(16))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Go into the database."""
        if value is None:
            return None
        return UUID(value) if _on_postgres(dialect) else bytes.fromhex(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Come out of the database."""
        if value is None:
            return None
        return str(value.hex) if isinstance(value, UUID) else str(value.hex())


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; ISO text to the microsecond in SQLite (sorts as it is), ``timestamptz`` in PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column's type."""
        return dialect.type_descriptor(DateTime(timezone=True) if _on_postgres(dialect) else Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Go into the database; a moment without a zone is a bug, not a guess."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        moment = value.astimezone(UTC)
        return moment if _on_postgres(dialect) else moment_text(moment)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Come out of the database."""
        if value is None:
            return None
        return value.astimezone(UTC) if isinstance(value, datetime) else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A calendar day; ISO text in SQLite, ``date`` in PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column's type."""
        return dialect.type_descriptor(Date() if _on_postgres(dialect) else Text())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Go into the database."""
        if value is None:
            return None
        return value if _on_postgres(dialect) else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Come out of the database."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class Choice(TypeDecorator[StrEnum]):
    """One value of a domain enum, stored as its text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> Any:
        """Go into the database."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Come out of the database."""
        return None if value is None else self.kind(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        """Go into the database."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Come out of the database."""
        return None if value is None else bool(value)


class Json(TypeDecorator[Any]):
    """A plain value as canonical JSON text (sorted names, no blanks), the same bytes for the same value."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Go into the database."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Come out of the database."""
        return None if value is None else json.loads(value)


# Money in minor units and other large whole numbers
Whole = Integer().with_variant(BigInteger(), "postgresql")


def canonical(value: Any) -> str:
    """Write a plain value as JSON that is the same for the same value, always."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def moment_text(moment: datetime) -> str:
    """Write a moment as ISO 8601 in UTC with all six digits, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
