"""Every statement is put into SQL once a process, not once for each of the thousand databases that tests open.

SQLAlchemy keeps compiled statements for each engine, since each has a dialect of its own. Dialects of one kind and
server version write the same SQL; a third of the time of all tests went into writing it again. The program itself opens
one database.
"""

from typing import Any

from sqlalchemy.engine import Dialect
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.util import LRUCache

_compile = ClauseElement._compile_w_cache
_compiled: LRUCache[Any, Any] = LRUCache(5_000)
_first_of_kind: dict[tuple[object, ...], Dialect] = {}


def _compile_once(self: ClauseElement, dialect: Dialect, *, compiled_cache: Any, **facts: Any) -> Any:
    if compiled_cache is not None:
        kind = (type(dialect), dialect.paramstyle, dialect.server_version_info)
        dialect, compiled_cache = _first_of_kind.setdefault(kind, dialect), _compiled
    return _compile(self, dialect, compiled_cache=compiled_cache, **facts)


ClauseElement._compile_w_cache = _compile_once  # type: ignore[method-assign]
