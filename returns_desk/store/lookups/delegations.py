"""Find out who signs for whom."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from returns_desk.store.records import DelegationRecord

_NUMBER = re.compile("[0-9a-f]{32}")


def delegations_to(session: Session, person_id: str, *, locked: bool = False) -> list[DelegationRecord]:
    """What was ever given to a person, the newest first; ``locked``: nobody revokes one before this step ends."""
    query = select(DelegationRecord).where(DelegationRecord.to_id == person_id).order_by(DelegationRecord.id.desc())
    query = query.with_for_update() if locked else query
    return list(session.scalars(query.execution_options(populate_existing=True)))


def newest_delegations(session: Session, limit: int) -> list[DelegationRecord]:
    """The last that were made, newest first."""
    return list(session.scalars(select(DelegationRecord).order_by(DelegationRecord.id.desc()).limit(limit)))


def delegation_by_number(session: Session, number: str, *, locked: bool = False) -> DelegationRecord | None:
    """The delegation with this number; ``locked``: for this transaction alone."""
    key = number.replace("-", "").strip().lower()
    if not _NUMBER.fullmatch(key):
        return None
    query = select(DelegationRecord).where(DelegationRecord.id == key)
    return session.scalar(query.with_for_update() if locked else query)
