"""Which steps of packing and shipping a batch offers besides: a number that expired is asked for first of all."""

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words

_S = BatchState
PERMISSIONS = {"ask_again": Permission.SHIP_BATCH, "deliver": Permission.SHIP_BATCH}
Names = tuple[str, ...]


def with_packing(batch: BatchSnapshot, near: Names, far: Names) -> tuple[Names, Names]:
    """The steps of the bar and of the menu, with those of packing among them."""
    row = batch.row
    if row.state is _S.SHIPPED and batch.delivered_at is None:
        first = () if row.kind is PartnerKind.SUPPLIER else near[:1]
        return (*first, "deliver", *near[len(first) :]), far
    if row.state not in (_S.AUTHORIZED, _S.PACKED) or not batch.authorization:
        return near, far
    if (row.authorization_days or 0) < 0:
        return ("ask_again", *(name for name in near if name != "ship")), far
    return near, ("ask_again", *far)


def packing_title(words: Words, name: str) -> str:
    """What a step's button says; empty for steps of others."""
    return {"ask_again": words("Ask the number again"), "deliver": words("Delivered")}.get(name, "")


def say_clock(words: Words, days: int | None) -> str:
    """How long the supplier's number still lasts; empty while there is none."""
    match days:
        case None:
            return ""
        case 0:
            return words("The supplier's number expires today")
        case 1:
            return words("The supplier's number expires tomorrow")
        case _ if days < 0:
            return words("The supplier's number expired")
        case _:
            return words("The supplier's number lasts {days} more days", days=days)
