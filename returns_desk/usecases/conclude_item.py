"""What the inspector concludes: why the piece really came back, and who answers for it; each with its inverse."""

from returns_desk.domain.events import LiabilitySet, ReasonJudged
from returns_desk.domain.grades import FoundReason, Liability
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.inspection_steps import item_to_inspect, undecided
from returns_desk.usecases.recommend_item import recommend_again
from returns_desk.usecases.require import require


def judge_reason(work: Work, found: FoundReason) -> None:
    """Say why the piece in hand really came back, against the rule; the same once more leaves it to the rule again.

    The inverse is ``unjudge_reason``. Refuses ``ItemFirst``, ``WrongState``, ``SameEyes``.
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    before = item.found
    item.found = None if before is found else found
    recommend_again(work, item)
    work.record(
        ReasonJudged(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            found=_value(item.found),
            before=_value(before),
        )
    )


def unjudge_reason(work: Work, event: ReasonJudged) -> None:
    """Undo ``judge_reason``. Refuses ``CannotUndo`` once another reason was said, or the piece was decided."""
    item = _unchanged(work, event.item_id, "found", event.found)
    item.found = FoundReason(event.before) if event.before else None
    recommend_again(work, item)


def set_liability(work: Work, liability: Liability) -> None:
    """Say who answers for the state of the piece in hand; the same once more takes it away.

    The inverse is ``unset_liability``. Refuses ``ItemFirst``, ``WrongState``, ``SameEyes``.
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    before = item.liability
    item.liability = None if before is liability else liability
    work.record(
        LiabilitySet(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            liability=_value(item.liability),
            before=_value(before),
        )
    )


def unset_liability(work: Work, event: LiabilitySet) -> None:
    """Undo ``set_liability``. Refuses ``CannotUndo`` once somebody else was named, or the piece was decided."""
    item = _unchanged(work, event.item_id, "liability", event.liability)
    item.liability = Liability(event.before) if event.before else None


def _value(said: FoundReason | Liability | None) -> str:
    return said.value if said else ""


def _unchanged(work: Work, item_id: str, name: str, value: str) -> ItemRecord:
    item = undecided(work, item_id)
    if _value(getattr(item, name)) != value:
        raise CannotUndo(item.number)
    return item
