"""What a fault of the database means for a step: try the whole step again, or say one plain fact."""

import pysqlite3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError, InvalidRequestError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from returns_desk.domain.refusals import StoreRefused

_BUSY, _READ_ONLY, _IO, _CORRUPT, _FULL, _CANT_OPEN, _NOT_A_DATABASE = 5, 8, 10, 11, 13, 14, 26
_LOCKED = 6
_AGAIN_STATES = {"40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53300", "25P03"}


class TryAgain(Exception):
    """The step was not done, or nobody knows: run the whole step again with the same key."""


def translate(fault: Exception) -> Exception | None:
    """Turn a driver's fault into ``TryAgain`` or ``StoreRefused``; ``None`` when it is a bug of ours."""
    if isinstance(fault, StaleDataError):
        return TryAgain()
    if isinstance(fault, InvalidRequestError) and "rolled back" in str(fault):
        return TryAgain()
    if not isinstance(fault, DBAPIError):
        return None
    if isinstance(fault.orig, sqlite.Error):
        # the driver's own fault, not SQLite's, has no code: text that cannot be decoded
        return _sqlite(getattr(fault.orig, "sqlite_errorcode", _CORRUPT) & 0xFF, fault)
    return _postgres(fault)


def _sqlite(code: int, fault: DBAPIError) -> Exception | None:
    if code in (_BUSY, _LOCKED):
        return TryAgain()
    fact = {
        _FULL: "full",
        _IO: "full",
        _READ_ONLY: "read-only",
        _CANT_OPEN: "read-only",
        _CORRUPT: "damaged",
        _NOT_A_DATABASE: "foreign",
    }.get(code)
    return StoreRefused(fact, str(fault.orig)) if fact else None


def _postgres(fault: DBAPIError) -> Exception | None:
    state = getattr(fault.orig, "sqlstate", None)
    if fault.connection_invalidated or state in _AGAIN_STATES or (state or "").startswith("08"):
        return TryAgain()
    if isinstance(fault, IntegrityError) and state == "23505":
        return TryAgain()  # two made the same row at once: the second run finds it
    if state is None and isinstance(fault, OperationalError):
        return TryAgain()
    return None
