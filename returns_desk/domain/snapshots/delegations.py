"""Who signs for whom, as lists show it."""

from dataclasses import dataclass
from datetime import date, datetime

from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.snapshots.things import PersonSnapshot


@dataclass(frozen=True)
class DelegationSnapshot:
    """``taker`` signs for ``giver`` from the first day to the last, both counted."""

    number: str
    giver: PersonSnapshot
    taker: PersonSnapshot
    first: date
    last: date
    stands: DelegationState
    made_at: datetime
