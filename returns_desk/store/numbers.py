"""Numbers that people read: given in the step's own transaction, so that a refused step leaves no gap."""

from sqlalchemy import text
from sqlalchemy.orm import Session

_NEXT = text(
    "INSERT INTO counters (name, value) VALUES (:name, :count) "
    "ON CONFLICT (name) DO UPDATE SET value = counters.value + excluded.value RETURNING value"
)


def next_number(session: Session, name: str) -> int:
    """Give the next number of a series, from 1, without gaps and never twice."""
    return next_numbers(session, name, 1)


def next_numbers(session: Session, name: str, count: int) -> int:
    """Give so many numbers of a series at once; the first of them. Whoever asks next waits until this step is done."""
    return int(session.execute(_NEXT, {"name": name, "count": count}).scalar_one()) - count + 1
