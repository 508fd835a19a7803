"""Numbers that people read: given in the step's own transaction, so that a refused step leaves no gap."""

from sqlalchemy import text
from sqlalchemy.orm import Session

_NEXT = text(
    "INSERT INTO counters (name, value) VALUES (:name, 1) "
    "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"
)


def next_number(session: Session, name: str) -> int:
    """Give the next number of a series, from 1, without gaps and never twice."""
    return int(session.execute(_NEXT, {"name": name}).scalar_one())
