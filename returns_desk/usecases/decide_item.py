"""What becomes of the piece: the recommendation is taken, another disposition is chosen with a reason."""

from typing import Any

from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import Disposition, ItemState, OverrideReason, StockStatus, stock_status
from returns_desk.domain.people import Permission
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.recommendation import WAIVABLE, Option, Recommendation
from returns_desk.domain.refusals import CannotUndo, GradeFirst, NoRecommendation, OptionBlocked, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.lookups.batches import line_of_item
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.answer_checks import ask_next_check
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_of
from returns_desk.usecases.collect_line import collect_line, pull_line
from returns_desk.usecases.hold_item import stop_waiting
from returns_desk.usecases.need_photos import ask_for_photos, kept_override, photos_missing
from returns_desk.usecases.queue_label import queue_item_label
from returns_desk.usecases.receive_item import item_in_hand
from returns_desk.usecases.recommend_item import recommend_item
from returns_desk.usecases.record_serial import require_serial
from returns_desk.usecases.require import require
from returns_desk.usecases.second_look import refuse_single_look


def take_recommendation(work: Work) -> None:
    """Decide the piece in hand as recommended.

    Refuses ``ItemFirst``, ``GradeFirst``, ``SerialFirst``, ``NoRecommendation``.
    """
    require(work, Permission.DECIDE)
    item, recommendation = _graded_item(work)
    if recommendation.best is None:
        raise NoRecommendation(item.number)
    _decide(work, item, recommendation.option(recommendation.best), recommendation, None)


def decide_item(work: Work, disposition: Disposition, override: OverrideReason | None = None) -> None:
    """Decide the piece in hand; the inverse is ``undecide``. Another than the recommended is asked its reason first.

    Needed checks are asked first. Where photographs must be and are not, they are asked for; the same once more goes on
    without them. Refuses ``ItemFirst``, ``GradeFirst``, ``SerialFirst``, ``SecondLookNeeded``, ``WrongState``,
    ``NoPartner``; ``OptionBlocked`` where no reason can help.
    """
    require(work, Permission.DECIDE)
    item, recommendation = _graded_item(work)
    option = recommendation.option(disposition)
    if any(block not in WAIVABLE for block in option.blocks):
        raise OptionBlocked(disposition.value, tuple(block.value for block in option.blocks))
    override = override or kept_override(work, disposition)
    if disposition is not recommendation.best and override is None:
        reasons = tuple(reason.value for reason in OverrideReason)
        ask(work, QuestionKind.OVERRIDE_REASON, disposition.value, choices=reasons)
        return
    _decide(work, item, option, recommendation, override if disposition is not recommendation.best else None)


def undecide(work: Work, event: ItemDecided) -> None:
    """Undo ``decide_item``: the piece is inspected and in hand again.

    Refuses ``CannotUndo`` once its batch went on, or it was decided anew.
    """
    item = item_of(work, event.item_id)
    line = line_of_item(work.session, item.id)
    if item.disposition != event.disposition or (line.id if line else "") != event.line_id:
        raise CannotUndo(item.number)
    if line is not None:
        pull_line(work, event, line)
    reconsider(item)
    hold_again_in_hand(work, item.id)


def reconsider(item: ItemRecord) -> None:
    """Make a decided piece an inspected one again, in quarantine."""
    item.state = ItemState.INSPECTED
    item.disposition = item.override = item.net = item.batch_id = None
    item.stock = StockStatus.QUARANTINE
    item.place = ""


def _graded_item(work: Work) -> tuple[ItemRecord, Recommendation]:
    item = item_in_hand(work)
    if item.disposition is not None:
        raise WrongState("item", item.number, item.state.value)
    recommendation = recommend_item(work, item)
    if recommendation is None:
        raise GradeFirst(item.number)
    require_serial(item)
    return item, recommendation


def _decide(
    work: Work, item: ItemRecord, option: Option, recommendation: Recommendation, override: OverrideReason | None
) -> None:
    refuse_single_look(work, item)
    if ask_next_check(work, item, option.disposition, override):
        return
    missing = photos_missing(work, item, option.disposition)
    if missing and not asked(work, QuestionKind.PHOTOS_MISSING, option.disposition.value):
        ask_for_photos(work, missing, option.disposition, override)
        return
    _carry_out(work, item, option, recommendation, override, missing)


def _carry_out(
    work: Work,
    item: ItemRecord,
    option: Option,
    recommendation: Recommendation,
    override: OverrideReason | None,
    without: tuple[PhotoKind, ...],
) -> None:
    if item.held:
        work.record(stop_waiting(item))
    item.disposition, item.override = option.disposition, override
    item.recommended, item.net = recommendation.best, option.net.minor
    item.stock = stock_status(option.disposition, sealed=not (item.grade and item.grade.opened))
    batch = line = None
    if option.disposition is Disposition.RESTOCK:
        item.state, item.place = ItemState.PLACED, item.product.place
    else:
        item.state = ItemState.BATCHED
        batch, line = collect_line(work, item, option)
    work.record(
        ItemDecided(
            item_id=item.id,
            parcel_id=item.parcel_id,
            batch_id=batch.id if batch else "",
            number=item.number,
            disposition=option.disposition.value,
            recommended=recommendation.best.value if recommendation.best else "",
            net_minor=option.net.minor,
            currency=item.currency,
            batch=batch.number if batch else "",
            place=item.place,
            override=override.value if override else "",
            rule_version=recommendation.rule_version,
            explanation=tuple(_explained(each) for each in recommendation.options),
            line_id=line.id if line else "",
            photos_missing=tuple(kind.value for kind in without),
        )
    )
    queue_item_label(work, item)
    work.bench.item_id = None


def _explained(option: Option) -> dict[str, Any]:
    """An option as the journal keeps it."""
    return {
        "disposition": option.disposition.value,
        "recovery": option.recovery.minor,
        "cost": option.cost.minor,
        "blocks": [block.value for block in option.blocks],
        "days_left": option.days_left,
        "reason": option.reason.value if option.reason else "",
    }
