"""What stands in the way of an approval: a limit, a right that was given on and is not in force, its own maker."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.money import Money
from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class OverApprovalLimit(DeskError):
    """What would be approved is worth more than a supervisor approves; an admin may."""

    amount: Money
    limit: Money


@dataclass(unsafe_hash=True)
class SignsForMaker(DeskError):
    """The person signs for somebody, and that is who submitted the batch."""

    name: str
    name_en: str = ""


@dataclass(unsafe_hash=True)
class DelegationNotInForce(DeskError):
    """The person was to sign for somebody, but not today. ``stands`` is a value of ``DelegationState``."""

    name: str
    name_en: str
    stands: str
    first: date
    last: date


@dataclass(unsafe_hash=True)
class NoPinYet(DeskError):
    """Somebody without a PIN cannot sign for another."""

    name: str
    name_en: str = ""
