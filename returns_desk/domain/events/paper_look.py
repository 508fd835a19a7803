"""What happened to the shop's own details and to how its papers look."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class CompanySet(Event):
    """The shop's details are others; both have only the fields that changed, by name."""

    after: dict[str, str]
    before: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class LookSet(Event):
    """Papers look otherwise from now on; both have only the fields that changed, by name."""

    after: dict[str, str]
    before: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class LogoAdded(Event):
    """A picture for the head of papers was kept."""

    sha256: str
    width: int
    height: int
