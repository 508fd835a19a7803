"""What happens to the right to sign for somebody else."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class RightDelegated(Event):
    """Somebody lets another sign for them from a day to a day; ``number`` is the delegation's id."""

    number: str
    giver: str
    taker: str
    first: str
    last: str
    giver_en: str = ""
    taker_en: str = ""


@dataclass(frozen=True, kw_only=True)
class DelegationRevoked(Event):
    """Somebody signs for another no longer."""

    number: str
    giver: str
    taker: str
    giver_en: str = ""
    taker_en: str = ""
