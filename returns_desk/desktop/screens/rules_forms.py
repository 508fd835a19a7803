"""The forms in which policies and limits are changed, filled with what counts now."""

from datetime import date

from returns_desk.desktop.dialogs.entry import Field, FieldKind
from returns_desk.desktop.screens.asked_form import Form
from returns_desk.desktop.screens.rules_jobs import say_by_category
from returns_desk.domain.money import Money
from returns_desk.domain.policies import Limits, Policy
from returns_desk.wording import Words

_K = FieldKind


def policy_form(words: Words, policy: Policy, today: date) -> Form:
    """The figures of a policy that change most, so many that they fit the smallest screen; a file may change all.

    The day from which the new version counts is today unless another is typed.
    """
    cap = "" if policy.fee_cap is None else str(Money(policy.fee_cap, policy.currency))
    fields = (
        Field("window_days", words("Days to return"), _K.COUNT, str(policy.window_days), needed=True),
        _days_of_some(words, policy),
        Field("fee_percent", words("Fee in percent"), _K.NUMBER, f"{policy.fee_bp / 100:g}"),
        Field("fee_cap", words("Highest fee (may be left empty)"), _K.MONEY, cap),
        Field("refund_days", words("Days to refund"), _K.COUNT, str(policy.refund_days), needed=True),
        Field("valid_from", words("For what is bought from"), _K.DAY, words.date(today), needed=True),
    )
    title = words("{policy}: version {version}", policy=words.name(policy.code), version=policy.version + 1)
    return Form(title, fields, words("Save"))


def _days_of_some(words: Words, policy: Policy) -> Field:
    """The days of protected customers where the policy has such, else those of some categories."""
    if policy.protected_months:
        months = str(policy.protected_months)
        return Field("protected_months", words("Months for protected customers"), _K.COUNT, months)
    title = words("Other days by category (may be left empty)")
    return Field("window_by_category", title, value=say_by_category(policy), hint="toys: 60, shoes: 2")


def prefix_form(words: Words, prefix: str) -> Form:
    """The shop's GS1 company prefix."""
    field = Field("gs1_prefix", words("GS1 company prefix, 7 to 10 digits (empty: none)"), value=prefix)
    return Form(words("Numbers of cartons (SSCC)"), (field,), words("Save"))


def limits_form(words: Words, limits: Limits, currency: str) -> Form:
    """What a clerk may do alone, and what is looked at."""

    def amount(minor: int) -> str:
        return str(Money(minor, currency))

    up_to = words("A supervisor approves batches up to (0: any)")
    fields = (
        Field("clerk_amount", words("A clerk's limit"), _K.MONEY, amount(limits.clerk_amount), needed=True),
        Field("photo_value", words("Value to photograph"), _K.MONEY, amount(limits.photo_value), needed=True),
        Field("second_look_value", words("Value for a second look"), _K.MONEY, amount(limits.second_look_value)),
        Field("supervisor_batch", up_to, _K.MONEY, amount(limits.supervisor_batch)),
        Field("weight_off", words("Weight off in percent"), _K.NUMBER, f"{limits.weight_off_bp / 100:g}", needed=True),
        Field("wrong_items", words("Boxes with a wrong item"), _K.COUNT, str(limits.wrong_items), needed=True),
    )
    return Form(words("Limits"), fields, words("Save"))
