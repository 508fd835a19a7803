"""A decision is carried out: the piece gets its place or its batch, its status in the stock and its label."""

from returns_desk.domain.decisions import explained
from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import Disposition, ItemState, OverrideReason
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.recommendation import Option, Recommendation
from returns_desk.store.records import BatchLineRecord, ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.collect_line import collect_line
from returns_desk.usecases.hold_item import stop_waiting
from returns_desk.usecases.keep_decision import keep_decision
from returns_desk.usecases.queue_label import queue_item_label


def carry_out(
    work: Work,
    item: ItemRecord,
    option: Option,
    recommendation: Recommendation,
    override: OverrideReason | None,
    without: tuple[PhotoKind, ...],
) -> None:
    """Let the piece become what was decided; ``without``: photographs that were asked for and are not there.

    The inverse is ``decide_item.undecide``. Refuses ``NoPartner``.
    """
    if item.held:
        work.record(stop_waiting(item))
    advised = recommendation.advised
    item.disposition, item.override = option.disposition, override
    item.recommended, item.net = advised.disposition if advised else None, option.net.minor
    item.stock = option.becomes
    line = _bring_away(work, item, option)
    work.record(
        ItemDecided(
            item_id=item.id,
            parcel_id=item.parcel_id,
            batch_id=item.batch_id or "",
            number=item.number,
            disposition=option.disposition.value,
            recommended=advised.disposition.value if advised else "",
            net_minor=option.net.minor,
            currency=item.currency,
            batch=line.batch.number if line else "",
            place=item.place,
            override=override.value if override else "",
            rule_version=recommendation.rule.version,
            rule=recommendation.rule.key,
            explanation=tuple(explained(each) for each in recommendation.options),
            line_id=line.id if line else "",
            photos_missing=tuple(kind.value for kind in without),
        )
    )
    keep_decision(work, item, option, recommendation, override)
    queue_item_label(work, item)
    work.bench.item_id = None


def _bring_away(work: Work, item: ItemRecord, option: Option) -> BatchLineRecord | None:
    """Give the piece its place, or put it into its partner's batch."""
    if option.disposition is Disposition.RESTOCK:
        item.state, item.place = ItemState.PLACED, item.product.place
        return None
    item.state = ItemState.BATCHED
    return collect_line(work, item, option)
