"""What the customer may ask: policies in versions, and what one says of a piece, with its grounds.

The program warns; whether a return is taken is decided by people. The presets are to be checked with counsel.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from returns_desk.domain.grades import StatedReason
from returns_desk.domain.money import Money


class PolicyCode(StrEnum):
    """The presets; a shop changes their figures by new versions."""

    ISRAEL_DISTANCE = "il-distance"
    ISRAEL_SHOP = "il-shop"
    EU = "eu"
    GENERIC = "generic"


class Verdict(StrEnum):
    """What the policy says of a piece."""

    ALLOWED = "allowed"
    NO_FEE = "allowed without fee"  # defect or mismatch
    WARN = "warn"  # outside what the policy grants: a person decides
    UNKNOWN = "unknown"  # a day or a fact is missing


class PolicyGround(StrEnum):
    """One reason of a verdict; the numbers stand beside it."""

    DAY_OF = "day of"  # numbers: this day, days granted
    DAYS_OVER = "days over"  # numbers: days over, days granted
    DAY_UNKNOWN = "day unknown"
    DEFECT = "defect"
    MISMATCH = "mismatch"
    PROTECTED = "protected"  # the longer right of protected customers; numbers: months
    FEE = "fee"  # numbers: basis points, cap in minor units
    USED = "used"  # used beyond opening the package
    SEALED_GOODS = "sealed goods"  # hygiene, opened media: cannot come back once opened
    RMA_EXPIRED = "rma expired"


@dataclass(frozen=True)
class Policy:
    """One version of a policy; money in minor units, shares in basis points."""

    code: PolicyCode
    version: int = 1
    valid_from: date = date(2000, 1, 1)
    channels: tuple[str, ...] = ()  # channels of a sale that it applies to; none: every other
    window_days: int = 30
    window_by_category: tuple[tuple[str, int], ...] = ()
    protected_months: int = 0
    fee_bp: int = 0
    fee_cap: int | None = None
    free_reasons: tuple[StatedReason, ...] = ()
    used_refused: bool = False
    final_when_opened: tuple[str, ...] = ()  # categories
    refund_days: int = 14


@dataclass(frozen=True)
class VerdictGround:
    """A ground with its numbers, as ``PolicyGround`` says."""

    ground: PolicyGround
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class PolicyVerdict:
    """What the policy in force says of one piece today."""

    policy: PolicyCode
    version: int
    verdict: Verdict
    grounds: tuple[VerdictGround, ...]
    price: Money | None  # what the customer paid for the piece
    fee: Money | None
    refund: Money | None  # price less fee
    refund_by: date | None = None


@dataclass(frozen=True)
class Limits:
    """What a clerk may do alone, and from when a person should look; money in minor units."""

    clerk_amount: int = 30_000  # promised to one customer for one piece
    photo_value: int = 20_000  # pieces worth more are photographed
    second_look_value: int = 0  # pieces worth more are looked at twice; 0: none
    weight_off_bp: int = 2_500  # a parcel further from its expected weight is suspicious
    wrong_items: int = 3  # boxes with a wrong item by one customer that are suspicious
