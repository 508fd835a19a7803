"""What the card of policies and limits asks of the store thread."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.money import parse_money
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.policies import Limits, Policy
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.exchange.read_policy import take_figures
from returns_desk.usecases import look_bench, look_cartons, look_customer
from returns_desk.usecases.set_prefix import set_gs1_prefix
from returns_desk.usecases.set_rules import set_limits, set_policy
from returns_desk.usecases.sign_in import prove

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Answers = dict[str, str]


@dataclass(frozen=True)
class RulesLook:
    """The rules, and who looks at them."""

    person: PersonSnapshot | None
    shown: look_customer.PoliciesShown
    prefix: str = ""  # GS1 company prefix


def look_at_rules(desk: "Desk") -> RulesLook:
    """All that the card shows."""
    person, prefix = desk.read(look_bench.bench, whole=False).person, desk.read(look_cartons.gs1_prefix)
    return RulesLook(person, desk.read(look_customer.policies), prefix)


def lay_down_policy(desk: "Desk", base: Policy, answers: Answers) -> tuple[Event, ...]:
    """Make a policy's next version of what was entered; what the form does not ask stays. Refuses ``BadValue``."""
    figures: dict[str, object] = {
        "window_days": answers["window_days"],
        "fee_percent": answers["fee_percent"] or "0",
        "fee_cap": answers["fee_cap"],
        "refund_days": answers["refund_days"],
        "valid_from": answers["valid_from"],
    }
    if "protected_months" in answers:
        figures["protected_months"] = answers["protected_months"] or "0"
    if "window_by_category" in answers:
        figures["window_by_category"] = _by_category(answers["window_by_category"])
    return desk.run(AT_THE_BENCH, set_policy, take_figures(base, figures)).events


def lay_down_limits(desk: "Desk", limits: Limits, proof: tuple[str, str] | None = None) -> tuple[Event, ...]:
    """Change the limits, signed at the bench, or by badge and PIN where they are given. Refuses ``BadValue``."""
    who = desk.run(AT_THE_BENCH, prove, *proof).answer if proof else AT_THE_BENCH
    return desk.run(who, set_limits, limits).events


def wanted_limits(before: Limits, currency: str, answers: Answers) -> Limits:
    """The limits with what was entered."""
    money = {
        name: parse_money(answers[name] or "0", currency).minor
        for name in ("clerk_amount", "photo_value", "second_look_value", "supervisor_batch")
    }
    share = int(Decimal(answers["weight_off"] or "0") * 100)
    return replace(before, **money, weight_off_bp=share, wrong_items=int(answers["wrong_items"] or "0"))


def lay_down_prefix(desk: "Desk", answers: Answers) -> tuple[Event, ...]:
    """Note the shop's GS1 company prefix, or that it has none. Refuses ``BadValue``."""
    return desk.run(AT_THE_BENCH, set_gs1_prefix, answers["gs1_prefix"]).events


def say_by_category(policy: Policy) -> str:
    """Days by category as they are typed: ``toys: 60, shoes: 2``."""
    return ", ".join(f"{category}: {days}" for category, days in policy.window_by_category)


def _by_category(text: str) -> dict[str, str]:
    found = {}
    for part in filter(str.strip, text.split(",")):
        category, separator, days = part.rpartition(":")
        if not separator or not category.strip():
            raise BadValue("window_by_category", part.strip())
        found[category.strip()] = days.strip()
    return found
