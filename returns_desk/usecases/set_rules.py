"""The shop lays down its rules: a policy in a new version, what a clerk may do alone; each with its inverse."""

from dataclasses import asdict, fields
from datetime import date

from returns_desk.domain.events import LimitsSet, PolicySet
from returns_desk.domain.people import Permission
from returns_desk.domain.policies import Limits, Policy, PolicyCode
from returns_desk.domain.policy_presets import presets_for
from returns_desk.domain.refusals import BadValue, CannotUndo
from returns_desk.store.lookups.policies import any_policy, policy_rows
from returns_desk.store.records import PolicyRecord
from returns_desk.store.records.rules import policy_body
from returns_desk.store.work import Work
from returns_desk.usecases.require import require

_WHOLE, _YEARS = 10_000, 3_650  # the whole of a price in basis points; the longest window in days
_MOST = 10**12  # minor units


def set_policy(work: Work, policy: Policy) -> int:
    """Lay down a policy's next version, in force for deals from its ``valid_from``; gives the version's number.

    The version that is passed in counts for nothing: it is the next one. What was bought before keeps the version of
    its day. The inverse is ``unset_policy``. Refuses ``BadValue`` for the first figure that does not fit.
    """
    require(work, Permission.SET_RULES)
    _check(policy)
    presets = install_presets(work)
    newest = next(iter(policy_rows(work.session, policy.code)), None)
    record = work.add(
        PolicyRecord(
            code=policy.code,
            version=newest.version + 1 if newest else 1,
            valid_from=policy.valid_from,
            body=policy_body(policy),
        )
    )
    work.flush()
    work.record(
        PolicySet(
            code=record.code.value,
            version=record.version,
            valid_from=record.valid_from.isoformat(),
            figures=record.body,
            before=newest.body if newest else {},
            presets=presets,
        )
    )
    return record.version


def unset_policy(work: Work, event: PolicySet) -> None:
    """Undo ``set_policy``; presets that came with it stay. Refuses ``CannotUndo`` once there is a later version."""
    newest = next(iter(policy_rows(work.session, PolicyCode(event.code))), None)
    if newest is None or newest.version != event.version:
        raise CannotUndo(event.code)
    work.session.delete(newest)


def set_limits(work: Work, limits: Limits) -> None:
    """Lay down what a clerk may do alone and what is looked at. The inverse is ``unset_limits``.

    The limit above which only an admin approves a batch is changed by an admin, badge and PIN given. Refuses
    ``BadValue``, and ``NotAllowed`` and ``ApprovalNeeded`` for that one.
    """
    require(work, Permission.SET_RULES)
    if limits.supervisor_batch != work.shop.limits_now().supervisor_batch:
        require(work, Permission.APPROVE_OVER_LIMIT)
    for each in fields(limits):
        value = getattr(limits, each.name)
        if not 0 <= value <= _MOST:
            raise BadValue(each.name, str(value))
    before = asdict(work.shop.limits_now())
    work.shop.limits = asdict(limits)
    work.record(LimitsSet(figures=asdict(limits), before=before))


def unset_limits(work: Work, event: LimitsSet) -> None:
    """Undo ``set_limits``. Refuses ``CannotUndo`` once others were laid down, and what an admin signed with a PIN."""
    signed = event.before.get("supervisor_batch", 0) != event.figures.get("supervisor_batch", 0)
    if signed or asdict(work.shop.limits_now()) != event.figures:
        raise CannotUndo("limits")
    work.shop.limits = event.before


def install_presets(work: Work) -> bool:
    """Make the presets of the shop's currency its first policies, where it has none; says whether it had none.

    No inverse: they count all the same as long as there is none.
    """
    if any_policy(work.session):
        return False
    for preset in presets_for(work.shop.currency):
        work.add(
            PolicyRecord(
                code=preset.code, version=preset.version, valid_from=preset.valid_from, body=policy_body(preset)
            )
        )
    work.flush()
    return True


def _check(policy: Policy) -> None:
    """Refuse ``BadValue`` for a figure that no policy can have."""
    for name, value, most in (
        ("window_days", policy.window_days, _YEARS),
        ("protected_months", policy.protected_months, 120),
        ("fee_bp", policy.fee_bp, _WHOLE),
        ("fee_cap", policy.fee_cap or 0, _MOST),
        ("price_over", policy.price_over, _MOST),
        ("refund_days", policy.refund_days, _YEARS),
        *(("window_by_category", days, _YEARS) for _, days in policy.window_by_category),
        *(("rest_weekdays", weekday, 6) for weekday in policy.rest_weekdays),
    ):
        if not 0 <= value <= most:
            raise BadValue(name, str(value))
    if not date(2000, 1, 1) <= policy.valid_from <= date(2200, 1, 1):
        raise BadValue("valid_from", policy.valid_from.isoformat())
