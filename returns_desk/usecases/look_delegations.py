"""Look at who signs for whom."""

from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.people import Permission, may
from returns_desk.domain.snapshots.delegations import DelegationSnapshot
from returns_desk.domain.snapshots.things import PersonSnapshot
from returns_desk.store.lookups.delegations import newest_delegations
from returns_desk.store.records import DelegationRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.require import givers

_ENDED = (DelegationState.OVER, DelegationState.REVOKED)


def delegations(work: Work, limit: int = 200) -> tuple[DelegationSnapshot, ...]:
    """The delegations, those that are or will be in force first, each part newest first."""
    shown = [_shown(work, each) for each in newest_delegations(work.session, limit)]
    return tuple(sorted((each for each in shown if each), key=lambda each: each.stands in _ENDED))


def signs_for(work: Work, person_id: str) -> tuple[PersonSnapshot, ...]:
    """For whom a person who may not approve in their own name approves today."""
    person = work.get(PersonRecord, person_id)
    if person is None or may(person.role, Permission.APPROVE_BATCH):
        return ()
    return tuple(giver.snapshot() for giver in givers(work, person))


def _shown(work: Work, record: DelegationRecord) -> DelegationSnapshot | None:
    giver, taker = work.get(PersonRecord, record.from_id), work.get(PersonRecord, record.to_id)
    if giver is None or taker is None:
        return None
    return DelegationSnapshot(
        number=record.id,
        giver=giver.snapshot(),
        taker=taker.snapshot(),
        first=record.valid_from,
        last=record.valid_until,
        stands=record.term.stands(work.today),
        made_at=record.made_at,
    )
