"""Look at the customer's side: policies in their versions, the limits, what a policy says of a piece, conflicts."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.policies import Limits, Policy, PolicyCode, PolicyVerdict, version_on
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.store.lookups import policies as lookups
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.work import Work
from returns_desk.usecases.apply_policy import judge_item, policies_of


@dataclass(frozen=True)
class PoliciesShown:
    """The policies in force today, every version there is (by code, oldest first), and the limits."""

    in_force: tuple[Policy, ...]
    versions: tuple[Policy, ...]
    limits: Limits
    currency: str
    today: date


def policies(work: Work) -> PoliciesShown:
    """All that the shop laid down for its customers; presets where it laid down nothing yet."""
    versions = policies_of(work)
    newest = (version_on(versions, code, work.today) for code in PolicyCode)
    in_force = tuple(policy for policy in newest if policy)
    return PoliciesShown(in_force, versions, limits(work), work.shop.currency, work.today)


def policy(work: Work, code: str) -> tuple[Policy, ...]:
    """The versions of one policy, oldest first. Refuses ``NotFound``."""
    found = tuple(each for each in policies_of(work) if each.code == code)
    if not found:
        raise NotFound("policy", code)
    return found


def limits(work: Work) -> Limits:
    """What a clerk may do alone, and what is looked at."""
    return work.shop.limits_now()


def verdict_of(work: Work, number: str) -> PolicyVerdict | None:
    """What the policy says of a piece today. Refuses ``NotFound``."""
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    return judge_item(work, item)


def policy_conflicts(work: Work, limit: int = 100) -> tuple[ItemSnapshot, ...]:
    """Pieces agreed otherwise than the policy says, whose stated defect nobody found, or that are disputed."""
    return tuple(record.snapshot() for record in lookups.policy_conflicts(work.session, limit))
