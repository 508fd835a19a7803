"""What happened to the terms of suppliers."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class TermsSet(Event):
    """A supplier's terms have a new version, in force from a day on; ``supplier`` is its code."""

    supplier: str
    version: int
    valid_from: str
