"""Sentences for what is refused on the customer's side: a second signature, amounts, figures of a policy."""

from returns_desk.domain import refusals as r
from returns_desk.domain.people import Permission
from returns_desk.wording.words import Words


def customer_refusal(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    """The fact and the way on; none for any other refusal."""
    match refusal:
        case r.ApprovalNeeded(Permission.AGREE_OVER_LIMIT):
            return (
                words("A second signature is needed"),
                words(
                    "Over the limit or outside the policy: a supervisor signs too, or hold it for one (DO-H-SUPERVISOR)"
                ),
            )
        case r.OwnWork(Permission.AGREE_OVER_LIMIT):
            return words("The second signature must be somebody else's"), words("Another supervisor must look at it")
        case r.BadValue("amount", ""):
            return words("No amount is known"), words("Say the amount")
        case r.BadValue(name, value) if name in _figures(words):
            return words("{value} does not fit in {field}", value=value, field=_figures(words)[name]), ""
    return None


def _figures(words: Words) -> dict[str, str]:
    """What the figures of a policy and of the limits are called."""
    return {
        "window_days": words("days to return"),
        "window_by_category": words("days by category"),
        "rest_weekdays": words("days of rest"),
        "protected_months": words("months for protected customers"),
        "fee_bp": words("fee in percent"),
        "fee_cap": words("highest fee"),
        "price_over": words("lowest price"),
        "refund_days": words("days to refund"),
        "refund_from": words("the day from which the refund counts"),
        "free_reasons": words("reasons without a fee"),
        "valid_from": words("valid from"),
        "channels": words("channels"),
        "used_refused": words("used goods"),
        "final_when_opened": words("final once opened"),
        "currency": words("currency"),
        "clerk_amount": words("a clerk's limit"),
        "photo_value": words("value to photograph"),
        "second_look_value": words("value for a second look"),
        "weight_off_bp": words("weight off in percent"),
        "wrong_items": words("boxes with a wrong item"),
    }
