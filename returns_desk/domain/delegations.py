"""Who signs for whom: a right that somebody gave on for some days, and how far a right to approve goes.

Somebody who signs for another uses the other's right, and is the signer all the same: whoever made the batch may
neither sign for another nor be signed for. A right that was given on is not given on again.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission, Role, may
from returns_desk.domain.policies import Limits

DELEGABLE = frozenset({Permission.APPROVE_BATCH})
LONGEST_DELEGATION = 366  # days


class DelegationState(StrEnum):
    """How a delegation stands on a day."""

    AHEAD = "ahead"
    IN_FORCE = "in force"
    OVER = "over"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Term:
    """From which day to which (both count) a delegation is valid, unless it was revoked."""

    first: date
    last: date
    revoked: bool = False

    def stands(self, today: date) -> DelegationState:
        """How it stands on a day."""
        if self.revoked:
            return DelegationState.REVOKED
        if today < self.first:
            return DelegationState.AHEAD
        return DelegationState.IN_FORCE if today <= self.last else DelegationState.OVER


def approval_limit(limits: Limits, currency: str, value: Money) -> Money | None:
    """The limit that a batch's value is above, so that only an admin approves it; ``None`` where it is not.

    What is in another currency than the shop's limit cannot be measured by it, and is above it.
    """
    limit = Money(limits.supervisor_batch, currency)
    if not limit.minor or not value.minor or (value.currency == currency and value.minor <= limit.minor):
        return None
    return limit


def reaches(role: Role, limit: Money | None) -> bool:
    """Whether a role may approve a batch that is above this limit (``None``: above none)."""
    return may(role, Permission.APPROVE_BATCH if limit is None else Permission.APPROVE_OVER_LIMIT)
