"""What becomes of the piece: the recommendation is taken, another disposition is chosen with a reason."""

from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import Disposition, ItemState, OverrideReason, StockStatus
from returns_desk.domain.people import Permission
from returns_desk.domain.recommendation import CURABLE, WAIVABLE, Option, Recommendation
from returns_desk.domain.refusals import CannotUndo, GradeFirst, NoRecommendation, OptionBlocked, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.lookups.batches import line_of_item
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.answer_checks import ask_next_check
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_of
from returns_desk.usecases.carry_out import carry_out
from returns_desk.usecases.collect_line import pull_line
from returns_desk.usecases.keep_decision import strike_out
from returns_desk.usecases.need_photos import ask_for_photos, kept_override, photos_missing
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
    if recommendation.advised is None:
        raise NoRecommendation(item.number)
    _decide(work, item, recommendation.advised, recommendation, None)


def decide_item(work: Work, disposition: Disposition, override: OverrideReason | None = None) -> None:
    """Decide the piece in hand; the inverse is ``undecide``. Another than the recommended is asked its reason first.

    Needed checks are asked first. Where photographs must be and are not, they are asked for; the same once more goes on
    without them. Refuses ``ItemFirst``, ``GradeFirst``, ``SerialFirst``, ``SecondLookNeeded``, ``WrongState``,
    ``NoPartner``; ``OptionBlocked`` where no reason can help.
    """
    require(work, Permission.DECIDE)
    item, recommendation = _graded_item(work)
    option, advised = recommendation.option(disposition), recommendation.advised
    if any(block not in WAIVABLE | CURABLE for block in option.blocks):
        raise OptionBlocked(disposition.value, tuple(block.value for block in option.blocks))
    override = override or kept_override(work, disposition)
    as_advised = advised is not None and advised.disposition is disposition
    if not as_advised and override is None:
        reasons = tuple(reason.value for reason in OverrideReason)
        ask(work, QuestionKind.OVERRIDE_REASON, disposition.value, choices=reasons)
        return
    _decide(work, item, option, recommendation, None if as_advised else override)


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
    reconsider(work, item)
    hold_again_in_hand(work, item.id)


def reconsider(work: Work, item: ItemRecord) -> None:
    """Make a decided piece an inspected one again, in quarantine; its decision counts no more."""
    item.state = ItemState.INSPECTED
    item.disposition = item.override = item.net = item.batch_id = None
    item.stock = StockStatus.QUARANTINE
    item.place = ""
    strike_out(work, item)


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
    carry_out(work, item, option, recommendation, override, missing)
