"""What the card of delegations asks of the store thread."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.domain.snapshots.delegations import DelegationSnapshot
from returns_desk.usecases import look_bench, look_delegations
from returns_desk.usecases.delegate import delegate, revoke_delegation
from returns_desk.usecases.sign_in import prove

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Proof = tuple[str, str]  # badge and PIN


@dataclass(frozen=True)
class DelegationsLook:
    """Who signs for whom, and who looks at it."""

    person: PersonSnapshot | None
    rows: tuple[DelegationSnapshot, ...]


def look_at_delegations(desk: "Desk") -> DelegationsLook:
    """All that the card shows."""
    return DelegationsLook(desk.read(look_bench.bench, whole=False).person, desk.read(look_delegations.delegations))


def give_right(desk: "Desk", proof: Proof, facts: dict[str, str]) -> tuple[Event, ...]:
    """Let somebody sign for whoever gave badge and PIN."""
    who = desk.run(AT_THE_BENCH, prove, *proof).answer
    first, last = date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"])
    return desk.run(who, delegate, facts["delegate"], first, last).events


def take_right_back(desk: "Desk", proof: Proof, number: str) -> tuple[Event, ...]:
    """Let somebody sign no longer, as whoever gave badge and PIN may."""
    who = desk.run(AT_THE_BENCH, prove, *proof).answer
    return desk.run(who, revoke_delegation, number).events
