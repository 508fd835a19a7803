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
from returns_desk.usecases.suggest_place import ask_where, suggest_place, take_to_place


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
    line = _bring_away(work, item, option)
    work.record(_told(item, option, recommendation, line, without))
    keep_decision(work, item, option, recommendation, override)
    queue_item_label(work, item)
    work.bench.item_id = None
    if item.state is ItemState.DECIDED:
        ask_where(work, item, afterwards=True)


def _told(
    item: ItemRecord,
    option: Option,
    recommendation: Recommendation,
    line: BatchLineRecord | None,
    without: tuple[PhotoKind, ...],
) -> ItemDecided:
    """The decision as the journal keeps it."""
    advised = recommendation.advised
    return ItemDecided(
        item_id=item.id,
        parcel_id=item.parcel_id,
        batch_id=item.batch_id or "",
        number=item.number,
        disposition=option.disposition.value,
        becomes=option.becomes.value,
        recommended=advised.disposition.value if advised else "",
        net_minor=option.net.minor,
        currency=item.currency,
        batch=line.batch.number if line else "",
        place=item.place,
        override=item.override.value if item.override else "",
        rule_version=recommendation.rule.version,
        rule=recommendation.rule.key,
        explanation=tuple(explained(each) for each in recommendation.options),
        line_id=line.id if line else "",
        photos_missing=tuple(kind.value for kind in without),
    )


def _bring_away(work: Work, item: ItemRecord, option: Option) -> BatchLineRecord | None:
    """Give the piece its place, or put it into its partner's batch, which lies where such goods are gathered."""
    if option.disposition is Disposition.RESTOCK:
        take_to_place(work, item, option.becomes)
        return None
    item.state, item.stock = ItemState.BATCHED, option.becomes
    item.place = suggest_place(work, item, option.becomes)
    return collect_line(work, item, option)
