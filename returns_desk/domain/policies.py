"""What the customer may ask: policies in versions, and what one says of a piece, with its grounds.

The program warns; whether a return is taken is decided by people. ``policy_presets`` has the shop's first policies,
``verdicts`` judges a piece by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from returns_desk.domain.grades import StatedReason, WantedOutcome
from returns_desk.domain.money import Money


class PolicyCode(StrEnum):
    """The presets; a shop changes their figures by new versions."""

    ISRAEL_DISTANCE = "il-distance"
    ISRAEL_SHOP = "il-shop"
    EU = "eu"
    GENERIC = "generic"


class RefundStart(StrEnum):
    """The day from which the time for the refund counts."""

    CANCELLED = "cancelled"  # the customer said it; not known: the day the goods came back
    RETURNED = "returned"  # the goods came back


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
    LATE = "late"  # the shop delivered late, says the customer
    NOT_FOUND = "not found"  # the customer states a defect or mismatch, the inspector found none
    PROTECTED = "protected"  # the longer right of protected customers; numbers: months
    FEE = "fee"  # numbers: basis points, cap in minor units
    USED = "used"  # used beyond opening the package
    SEALED_GOODS = "sealed goods"  # hygiene, opened media: cannot come back once opened
    CHEAP = "cheap"  # too cheap for the right; numbers: the price from which it holds, in minor units
    NOT_OURS = "not ours"
    RMA_EXPIRED = "rma expired"
    PRICE_UNKNOWN = "price unknown"
    OTHER_CURRENCY = "other currency"  # the fee's cap is in another currency than the price

    @property
    def outside(self) -> bool:
        """Whether the policy by itself does not grant the return; ``USED`` only where the policy says so."""
        return self in (
            PolicyGround.DAYS_OVER,
            PolicyGround.SEALED_GOODS,
            PolicyGround.CHEAP,
            PolicyGround.NOT_OURS,
            PolicyGround.RMA_EXPIRED,
        )


class PolicyConflict(StrEnum):
    """How what was agreed with a customer stands against the policy."""

    NONE = ""
    OVER = "over"  # more than the policy grants
    UNDER = "under"  # less than the policy grants


@dataclass(frozen=True)
class Policy:
    """One version of a policy; money in minor units of ``currency``, shares in basis points."""

    code: PolicyCode
    version: int = 1
    valid_from: date = date(2000, 1, 1)
    channels: tuple[str, ...] = ()  # channels of a sale that it applies to; none: every other
    window_days: int = 30  # from delivery, else purchase
    window_by_category: tuple[tuple[str, int], ...] = ()  # these count from purchase
    rest_weekdays: tuple[int, ...] = ()  # Monday is 0: no window ends on one, and none under a week counts them
    protected_months: int = 0
    fee_bp: int = 0
    fee_cap: int | None = None
    currency: str = "ILS"  # of the cap and the least price
    price_over: int = 0  # only what cost more than this may come back for no reason
    free_reasons: tuple[StatedReason, ...] = ()  # stated reasons that cost no fee as long as nobody found otherwise
    used_refused: bool = False
    final_when_opened: tuple[str, ...] = ()  # categories
    refund_days: int = 14
    refund_from: RefundStart = RefundStart.CANCELLED

    def refund_by(self, *, cancelled: date | None, returned: date | None) -> date | None:
        """Last day for the refund; ``None`` while the day it counts from is not known."""
        start = returned if self.refund_from is RefundStart.RETURNED else cancelled or returned
        return start + timedelta(days=self.refund_days) if start else None


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

    def conflict(self, outcome: WantedOutcome, amount: Money | None) -> PolicyConflict:
        """How an outcome stands against it: more, or less, than it grants; nothing is said of what it cannot tell."""
        if amount is not None and self._is_more(amount):
            return PolicyConflict.OVER
        granted = self.verdict in (Verdict.ALLOWED, Verdict.NO_FEE)
        less = amount is not None and self.refund is not None and amount.minor < self.refund.minor
        return PolicyConflict.UNDER if granted and (less or outcome is WantedOutcome.NONE) else PolicyConflict.NONE

    def _is_more(self, amount: Money) -> bool:
        if self.verdict is Verdict.WARN:
            return amount.minor > 0
        return self.refund is not None and amount.minor > self.refund.minor


@dataclass(frozen=True)
class Limits:
    """What a clerk may do alone, and from when a person should look; money in minor units."""

    clerk_amount: int = 30_000  # promised to one customer for one piece
    photo_value: int = 20_000  # pieces worth more are photographed
    second_look_value: int = 0  # pieces worth more are looked at twice; 0: none
    weight_off_bp: int = 2_500  # a parcel further from its expected weight is suspicious
    supervisor_batch: int = 0  # cost of a batch that a supervisor may approve; above it an admin does; 0: any
    wrong_items: int = 3  # boxes with a wrong item by one customer that are suspicious


def policy_for(policies: Iterable[Policy], channel: str, day: date) -> Policy | None:
    """The policy of a channel, in the version in force on the day of the deal; ``None`` only where there is none.

    A channel that a policy names beats the policies of every other channel; among those the first by ``PolicyCode``.
    """
    in_force = [policy for policy in (version_on(policies, code, day) for code in PolicyCode) if policy]
    wanted = channel.strip().casefold()
    named = [policy for policy in in_force if wanted in (name.casefold() for name in policy.channels)]
    others = [policy for policy in in_force if not policy.channels]
    return next(iter([*named, *others, *in_force]), None)


def version_on(policies: Iterable[Policy], code: PolicyCode, day: date) -> Policy | None:
    """The newest version of a policy that is valid on a day, else its first."""
    versions = sorted((policy for policy in policies if policy.code is code), key=lambda policy: policy.version)
    valid = [policy for policy in versions if policy.valid_from <= day]
    chosen = valid or versions[:1]
    return chosen[-1] if chosen else None
