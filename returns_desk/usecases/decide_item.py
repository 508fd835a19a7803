"""What becomes of the piece: the recommendation is taken, another disposition is chosen with a reason."""

from returns_desk.domain.contents_refusals import OpenCartonFirst
from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import Disposition, ItemState, OverrideReason, SerialCheck, StockStatus
from returns_desk.domain.people import Permission
from returns_desk.domain.recommendation import CURABLE, WAIVABLE, Block, Option, Recommendation
from returns_desk.domain.refusals import CannotUndo, GradeFirst, NoRecommendation, OptionBlocked, WrongState
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.domain.ways import name_of_way, option_meant, way_named
from returns_desk.store.lookups.batches import line_of_item
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.answer_checks import ask_next_check
from returns_desk.usecases.ask import ask, asked
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_in_hand, item_of
from returns_desk.usecases.carry_out import carry_out
from returns_desk.usecases.check_recall import refuse_unread
from returns_desk.usecases.collect_line import pull_line
from returns_desk.usecases.keep_decision import strike_out
from returns_desk.usecases.need_photos import ask_for_photos, kept_override, photos_missing
from returns_desk.usecases.recommend_item import recommend_item
from returns_desk.usecases.record_serial import require_serial
from returns_desk.usecases.require import require
from returns_desk.usecases.second_look import refuse_single_look


def take_recommendation(work: Work) -> None:
    """Decide the piece in hand as recommended.

    Refuses ``ItemFirst``, ``GradeFirst``, ``SerialFirst``, ``NoRecommendation``, ``LotFirst``.
    """
    require(work, Permission.DECIDE)
    item, recommendation = _graded_item(work)
    if recommendation.advised is None:
        raise NoRecommendation(item.number)
    advised = recommendation.advised
    _decide(work, item, advised, recommendation, None, advised.disposition.value)


def decide_item(
    work: Work,
    disposition: Disposition,
    override: OverrideReason | None = None,
    becomes: StockStatus | None = None,
) -> None:
    """Decide the piece in hand; the inverse is ``undecide``. Another than the recommended is asked its reason first.

    ``becomes`` says which of the two ways into the stock is meant; without it restocking is the better open one. Needed
    checks are asked first. Where photographs must be and are not, they are asked for; the same once more goes on
    without them. Refuses ``ItemFirst``, ``GradeFirst``, ``SerialFirst``, ``SecondLookNeeded``, ``WrongState``,
    ``NoPartner``, ``OpenCartonFirst``, ``LotFirst``; ``OptionBlocked`` where no reason can help.
    """
    require(work, Permission.DECIDE)
    item, recommendation = _graded_item(work)
    option, way = option_meant(recommendation, disposition, becomes), name_of_way(disposition, becomes)
    if any(block not in WAIVABLE | CURABLE for block in option.blocks):
        raise OptionBlocked(way, tuple(block.value for block in option.blocks))
    refuse_unread(item, option)
    override = override or kept_override(work, way)
    as_advised = recommendation.advised == option
    if not as_advised and override is None:
        reasons = tuple(reason.value for reason in OverrideReason)
        ask(work, QuestionKind.OVERRIDE_REASON, way, choices=reasons)
        return
    _decide(work, item, option, recommendation, None if as_advised else override, way)


def decide_way(work: Work, way: str, override: OverrideReason | None = None) -> None:
    """Decide the piece in hand the way that a question kept. Refuses what ``decide_item`` refuses."""
    disposition, becomes = way_named(way)
    decide_item(work, disposition, override, becomes)


def undecide(work: Work, event: ItemDecided) -> None:
    """Undo ``decide_item``: the piece is inspected and in hand again.

    Refuses ``CannotUndo`` once its batch went on, it was decided anew, or lies elsewhere.
    """
    item = item_of(work, event.item_id)
    line = line_of_item(work.session, item.id)
    same_line = (line.id if line else "") == event.line_id
    if item.disposition != event.disposition or item.place != event.place or not same_line:
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
    work: Work,
    item: ItemRecord,
    option: Option,
    recommendation: Recommendation,
    override: OverrideReason | None,
    way: str,
) -> None:
    """``way``: the option's name, as a question keeps it that is asked before."""
    refuse_single_look(work, item)
    refuse_unread(item, option)
    _refuse_unread_carton(item, option)
    if ask_next_check(work, item, way, override):
        return
    missing = photos_missing(work, item, option.disposition)
    if missing and not asked(work, QuestionKind.PHOTOS_MISSING, way):
        ask_for_photos(work, missing, way, override)
        return
    carry_out(work, item, option, recommendation, override, missing)


def _refuse_unread_carton(item: ItemRecord, option: Option) -> None:
    """Nobody reads the serials in a sealed carton; a supplier who wants them gets no carton. ``OpenCartonFirst``."""
    unread = item.carton and item.serial_check is not SerialCheck.UNREADABLE
    if unread and Block.SERIAL_MISSING in option.blocks:
        raise OpenCartonFirst(item.number)
