"""What is agreed with a customer, and what the shop lays down about that."""

from dataclasses import dataclass, field
from typing import Any

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class OutcomeAgreed(Event):
    """What the customer gets for a piece. ``second``: who signed beside the maker, where one signature is too few."""

    number: str
    outcome: str
    with_money: bool = False
    amount_minor: int = 0
    fee_minor: int = 0
    currency: str = ""
    policy: str = ""
    policy_version: int = 0
    verdict: str = ""
    against: str = ""  # a PolicyConflict
    second: str = ""
    second_en: str = ""
    second_id: str = ""
    before: dict[str, Any] = field(default_factory=dict)  # the piece's own fields as they were


@dataclass(frozen=True, kw_only=True)
class DisputeNoted(Event):
    """What the customer does not accept; an empty text ends it."""

    number: str
    text: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class PolicySet(Event):
    """A policy has a new version; ``figures`` and ``before`` are its figures now and until then."""

    code: str
    version: int
    valid_from: str
    figures: dict[str, Any]
    before: dict[str, Any]
    presets: bool = False  # the presets became the first versions with it


@dataclass(frozen=True, kw_only=True)
class LimitsSet(Event):
    """What a clerk may do alone, and what is looked at, was changed."""

    figures: dict[str, Any]
    before: dict[str, Any]
