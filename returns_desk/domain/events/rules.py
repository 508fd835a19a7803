"""What happened to the rules for decisions."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class RuleBookSet(Event):
    """The rules have a new version, in force from a day on; ``rows`` are all of its rows."""

    version: int
    valid_from: str
    rows: int = 0
