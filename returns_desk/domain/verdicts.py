"""Judge one piece by a policy: what was found counts before what was stated, and everything said has its ground.

Nothing here refuses: ``Verdict.WARN`` says that the policy by itself does not grant it, and a person decides.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason
from returns_desk.domain.money import Money
from returns_desk.domain.policies import Policy, PolicyGround, PolicyVerdict, Verdict, VerdictGround
from returns_desk.domain.reasons import found_reason

_SHORT = 7  # days: a window under a week counts working days only
_G = PolicyGround
_SURE = {
    FoundReason.FAULTY: _G.DEFECT,
    FoundReason.EXPIRED: _G.DEFECT,
    FoundReason.NOT_AS_DESCRIBED: _G.MISMATCH,
}
# these may have happened at the customer's too, or on the way back: they count when the customer complained of a
# fault, or somebody else answers for them
_IN_DOUBT = {
    FoundReason.DAMAGED_ON_THE_WAY: _G.DEFECT,
    FoundReason.INCOMPLETE: _G.DEFECT,
    FoundReason.WRONG_ITEM: _G.MISMATCH,
}
_BY_STATED = {
    StatedReason.FAULTY: _G.DEFECT,
    StatedReason.DAMAGED: _G.DEFECT,
    StatedReason.NOT_AS_DESCRIBED: _G.MISMATCH,
    StatedReason.WRONG_ITEM: _G.MISMATCH,
}


@dataclass(frozen=True)
class PolicyCase:
    """All that a policy looks at, for one piece (or a quantity of one) on one day."""

    today: date
    bought: date | None = None
    delivered: date | None = None
    cancelled: date | None = None  # the customer said that it comes back
    returned: date | None = None  # the goods came
    expires: date | None = None  # of the return authorization
    category: str = ""
    price: Money | None = None  # paid for all of it
    quantity: int = 1
    grade: Grade | None = None
    findings: tuple[Finding, ...] = ()
    found: FoundReason | None = None
    liability: Liability | None = None
    stated: StatedReason | None = None
    protected: bool = False
    not_ours: bool = False
    fees_before: int = 0  # agreed already for other pieces of the same return, in minor units: the cap is one for all

    @property
    def asked(self) -> date:
        """The day on which the customer used the right: said it, else sent it back, else today."""
        return self.cancelled or self.returned or self.today

    @property
    def fault(self) -> PolicyGround | None:
        """Defect or mismatch, by the inspection; before it, by what the customer states. Never the customer's doing."""
        return self.fault_found if self.grade or self.found else _BY_STATED.get(self.stated) if self.stated else None

    @property
    def fault_found(self) -> PolicyGround | None:
        """Defect or mismatch that the inspector found, and that the customer does not answer for."""
        if self.liability is Liability.CUSTOMER or (self.found is None and self.grade is None):
            return None
        if self.found is not None:
            return self._fault(self.found)
        grade = self.grade or Grade.A
        seen = (self._fault(found_reason((finding,), grade)) for finding in self.findings)
        return next((fault for fault in seen if fault), _G.DEFECT if grade.defective else None)

    def _fault(self, found: FoundReason) -> PolicyGround | None:
        doubtless = self.stated in _BY_STATED or self.liability is not None
        return _SURE.get(found) or (_IN_DOUBT.get(found) if doubtless else None)

    @property
    def another_item(self) -> bool:
        """Whether it is not what was sold to this customer."""
        wrong = self.found is FoundReason.WRONG_ITEM or (self.found is None and Finding.WRONG_ITEM in self.findings)
        return self.not_ours or self.grade is Grade.X or (wrong and self.fault_found is None)

    @property
    def unfounded(self) -> bool:
        """Whether the customer states a defect or mismatch and the inspector found none."""
        return self.stated in _BY_STATED and (self.grade or self.found) is not None and self.fault_found is None


def judge(policy: Policy, case: PolicyCase) -> PolicyVerdict:
    """What a policy says of a piece, with its grounds; the window comes first, the fee last."""
    free = _free(policy, case)
    grounds = [*_window(policy, case), *_condition(policy, case)]
    fee = _fee(policy, case, free=free is not None)
    if free is not None:
        grounds.append(VerdictGround(free))
    elif policy.fee_bp:
        cap = () if policy.fee_cap is None else (policy.fee_cap,)
        grounds.append(VerdictGround(_G.FEE, (policy.fee_bp, *cap)))
    if fee is None:
        grounds.append(VerdictGround(_G.PRICE_UNKNOWN if case.price is None else _G.OTHER_CURRENCY))
    return PolicyVerdict(
        policy=policy.code,
        version=policy.version,
        verdict=_verdict(policy, grounds, free=free is not None),
        grounds=tuple(grounds),
        price=case.price,
        fee=fee,
        refund=case.price - fee if case.price is not None and fee is not None else None,
        refund_by=policy.refund_by(cancelled=case.cancelled, returned=case.returned),
    )


def _verdict(policy: Policy, grounds: list[VerdictGround], *, free: bool) -> Verdict:
    said = {each.ground for each in grounds}
    if any(ground.outside for ground in said) or (policy.used_refused and _G.USED in said):
        return Verdict.WARN
    if said & {_G.DAY_UNKNOWN, _G.PRICE_UNKNOWN, _G.OTHER_CURRENCY}:
        return Verdict.UNKNOWN
    return Verdict.NO_FEE if free else Verdict.ALLOWED


def _free(policy: Policy, case: PolicyCase) -> PolicyGround | None:
    """Why no fee may be taken; a defect or mismatch that was found never costs one, whatever the policy says."""
    if case.fault_found is not None:
        return case.fault_found
    if case.stated is None or case.stated not in policy.free_reasons:
        return None
    return _G.LATE if case.stated is StatedReason.LATE else case.fault


def _window(policy: Policy, case: PolicyCase) -> list[VerdictGround]:
    start, days = _start_and_days(policy, case)
    if start is None:
        return [VerdictGround(_G.DAY_UNKNOWN)]
    day = max(0, (case.asked - start).days)
    if case.asked <= _last_day(start, days, policy.rest_weekdays):
        return [VerdictGround(_G.DAY_OF, (day, days))]
    if case.protected and policy.protected_months and case.asked <= _months_on(start, policy.protected_months):
        return [VerdictGround(_G.PROTECTED, (policy.protected_months,)), VerdictGround(_G.DAY_OF, (day, days))]
    return [VerdictGround(_G.DAYS_OVER, (day - days, days))]


def _start_and_days(policy: Policy, case: PolicyCase) -> tuple[date | None, int]:
    """The day that a window counts from, which is not counted itself, and its length."""
    for category, days in policy.window_by_category:
        if category.casefold() == case.category.casefold():
            return case.bought or case.delivered, days
    return case.delivered or case.bought, policy.window_days


def _last_day(start: date, days: int, rests: tuple[int, ...]) -> date:
    last = start
    if days < _SHORT and len(set(rests)) < _SHORT:
        for _ in range(days):
            last = _working(last + timedelta(days=1), rests)
        return last
    return _working(start + timedelta(days=days), rests)


def _working(day: date, rests: tuple[int, ...]) -> date:
    """The day itself, or the next one that is no day of rest."""
    week = (day + timedelta(days=on) for on in range(_SHORT))
    return next((later for later in week if later.weekday() not in rests), day)


def _months_on(day: date, months: int) -> date:
    """The same day some months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _condition(policy: Policy, case: PolicyCase) -> list[VerdictGround]:
    """What else speaks against it; a defect or mismatch that was found speaks louder than use or an opened package."""
    grounds = []
    if case.another_item:
        grounds.append(VerdictGround(_G.NOT_OURS))
    if case.expires is not None and case.expires < (case.returned or case.today):
        grounds.append(VerdictGround(_G.RMA_EXPIRED))
    if case.unfounded:
        grounds.append(VerdictGround(_G.NOT_FOUND))
    return grounds if case.fault is not None else [*grounds, *_against_change_of_mind(policy, case)]


def _against_change_of_mind(policy: Policy, case: PolicyCase) -> list[VerdictGround]:
    grounds = []
    categories = {category.casefold() for category in policy.final_when_opened}
    if case.grade is not None and case.grade.opened and case.category.casefold() in categories:
        grounds.append(VerdictGround(_G.SEALED_GOODS))
    if case.grade not in (None, Grade.A, Grade.B, Grade.X) or case.found is FoundReason.USED:
        grounds.append(VerdictGround(_G.USED))
    if policy.price_over and _is_cheap(policy, case):
        grounds.append(VerdictGround(_G.CHEAP, (policy.price_over,)))
    return grounds


def _is_cheap(policy: Policy, case: PolicyCase) -> bool:
    price = case.price
    same = price is not None and price.currency == policy.currency
    return same and price is not None and price.minor <= policy.price_over * case.quantity


def _fee(policy: Policy, case: PolicyCase, *, free: bool) -> Money | None:
    """The share of the price, never over what is left of the cap; ``None`` where it cannot be told."""
    price = case.price
    if price is None:
        return None
    if free or not policy.fee_bp:
        return Money(0, price.currency)
    share = min(price.share(policy.fee_bp), price)
    if policy.fee_cap is None:
        return share
    if price.currency != policy.currency:
        return None
    return min(share, Money(max(0, policy.fee_cap - case.fees_before), price.currency))
