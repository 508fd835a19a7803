"""What a policy says of a piece, and what stands in a policy, in words for clerks and supervisors."""

from collections.abc import Callable
from dataclasses import replace

from returns_desk.domain.money import Money
from returns_desk.domain.policies import Policy, PolicyGround, PolicyVerdict, RefundStart, VerdictGround
from returns_desk.wording.words import Words

_G = PolicyGround


def say_verdict(words: Words, verdict: PolicyVerdict) -> tuple[str, ...]:
    """The grounds of a verdict, each a few words, then the money and the last day for it."""
    said = [_say_ground(words, each, verdict) for each in verdict.grounds]
    if verdict.refund is not None:
        said.append(words("refund {amount}", amount=words.money(verdict.refund)))
    if verdict.refund_by is not None:
        said.append(words("refund by {day}", day=words.date(verdict.refund_by)))
    return tuple(said)


def verdict_line(words: Words, verdict: PolicyVerdict) -> str:
    """All of it in one line."""
    return " · ".join(say_verdict(words, verdict))


def short_verdict(words: Words, verdict: PolicyVerdict, few: int | None = None) -> str:
    """The verdict on one line: its grounds (``few`` of them, those outside it first), the fee, the last day."""
    told = (each for each in verdict.grounds if each.ground is not PolicyGround.FEE)
    grounds = tuple(sorted(told, key=lambda each: not each.ground.outside))[:few]
    said = say_verdict(words, replace(verdict, grounds=grounds, refund=None, refund_by=None))
    fee = (words("fee {amount}", amount=words.money(verdict.fee)),) if verdict.fee and verdict.fee.minor else ()
    by = (words("refund by {day}", day=words.date(verdict.refund_by)),) if verdict.refund_by else ()
    return " · ".join((*said, *(fact.replace(" ", "\N{NO-BREAK SPACE}") for fact in (*fee, *by))))


def say_counsel(words: Words) -> str:
    """What is said wherever policies are shown."""
    return words("Every policy is a preset to be checked with counsel. The program warns; people decide.")


def say_policy(words: Words, policy: Policy) -> tuple[str, ...]:
    """What stands in a policy, one thing a line."""
    said = [
        _say_channels(words, policy),
        words("{days} days from delivery, else from purchase", days=policy.window_days),
    ]
    said += [
        words("{category}: {days} days from purchase", category=", ".join(categories), days=days)
        for days, categories in _by_days(policy).items()
    ]
    if policy.protected_months:
        said.append(words("Protected customers: {months} months", months=policy.protected_months))
    said.append(_say_fee_of(words, policy))
    if policy.price_over:
        said.append(
            words("Only what cost more than {price}", price=words.money(Money(policy.price_over, policy.currency)))
        )
    if policy.used_refused:
        said.append(words("Used goods are left to a person"))
    if policy.final_when_opened:
        said.append(words("Final once opened: {categories}", categories=", ".join(policy.final_when_opened)))
    return (*said, _say_refund_of(words, policy))


def _by_days(policy: Policy) -> dict[int, list[str]]:
    """The categories that have the same days, together."""
    found: dict[int, list[str]] = {}
    for category, days in policy.window_by_category:
        found.setdefault(days, []).append(category)
    return found


def _say_channels(words: Words, policy: Policy) -> str:
    if not policy.channels:
        return words("For every other channel")
    return words("For the channels {channels}", channels=", ".join(policy.channels))


def _say_refund_of(words: Words, policy: Policy) -> str:
    if policy.refund_from is RefundStart.RETURNED:
        return words("Refund within {days} days after the goods came back", days=policy.refund_days)
    return words("Refund within {days} days after the customer cancelled", days=policy.refund_days)


def _say_fee_of(words: Words, policy: Policy) -> str:
    if not policy.fee_bp:
        return words("No fee")
    if policy.fee_cap is None:
        return words("fee {share}", share=words.percent(policy.fee_bp))
    cap = words.money(Money(policy.fee_cap, policy.currency))
    return words("fee {share} or {cap}, the lower", share=words.percent(policy.fee_bp), cap=cap)


def _say_ground(words: Words, each: VerdictGround, verdict: PolicyVerdict) -> str:
    if each.ground is _G.FEE:
        return _say_fee(words, each, verdict)
    if each.ground in _WITH_NUMBERS:
        return _WITH_NUMBERS[each.ground](words, each.numbers, verdict)
    return {
        _G.DAY_UNKNOWN: words("The day of delivery is not known"),
        _G.DEFECT: words("Defect: no fee"),
        _G.MISMATCH: words("Not as sold: no fee"),
        _G.LATE: words("Delivered late: no fee"),
        _G.NOT_FOUND: words("What the customer complains of was not found"),
        _G.USED: words("Used beyond opening: lost value may be taken off"),
        _G.SEALED_GOODS: words("Goods of this kind are final once opened"),
        _G.NOT_OURS: words("Not what was sold to the customer"),
        _G.RMA_EXPIRED: words("The authorization has expired"),
        _G.PRICE_UNKNOWN: words("What was paid is not known"),
        _G.OTHER_CURRENCY: words("Paid in another currency than the policy's"),
    }[each.ground]


def _say_fee(words: Words, each: VerdictGround, verdict: PolicyVerdict) -> str:
    share = words.percent(each.numbers[0])
    if verdict.fee is None:
        return words("fee {share}", share=share)
    fee = words.money(verdict.fee)
    if len(each.numbers) < 2:
        return words("fee {share}: {fee}", share=share, fee=fee)
    cap = words.money(Money(each.numbers[1], verdict.fee.currency))
    return words("fee {share} or {cap}, the lower: {fee}", share=share, cap=cap, fee=fee)


_WITH_NUMBERS: dict[PolicyGround, Callable[[Words, tuple[int, ...], PolicyVerdict], str]] = {
    _G.DAY_OF: lambda words, numbers, _: words("Day {day} of {days}", day=numbers[0], days=numbers[1]),
    _G.DAYS_OVER: lambda words, numbers, _: words(
        "Over by {over} days, {days} are granted", over=numbers[0], days=numbers[1]
    ),
    _G.PROTECTED: lambda words, numbers, _: words("Protected customer: {months} months", months=numbers[0]),
    _G.CHEAP: lambda words, numbers, verdict: words(
        "Costs no more than {price}",
        price=words.money(Money(numbers[0], verdict.price.currency if verdict.price else "ILS")),
    ),
}
