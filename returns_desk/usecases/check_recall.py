"""A piece is held against the notices on its product: one lookup when it is taken, none where no notice names it.

How it stands is kept at the piece, so that its recommendation and its exceptions ask for nothing more.
"""

from collections.abc import Iterable

from returns_desk.domain.events import ItemRecalled
from returns_desk.domain.items import Disposition, HoldReason
from returns_desk.domain.recall_refusals import LotFirst
from returns_desk.domain.recalls import Notice, RecallCheck, check_all
from returns_desk.domain.recommendation import Block, Option
from returns_desk.store.lookups.recalls import recalls_of_product
from returns_desk.store.records import ItemRecord, ProductRecord
from returns_desk.store.work import Work
from returns_desk.usecases.hold_item import put_on_hold, stop_waiting


def check_recall(work: Work, item: ItemRecord, product: ProductRecord) -> Notice | None:
    """Note how a piece that is just taken stands to the notices; the notice that says it, for ``heed_notice``."""
    return stand_to(item, notices_on(work, product))


def check_again(work: Work, item: ItemRecord) -> Notice | None:
    """As ``check_recall``, after its lot or serial was read (or forgotten again, which is the inverse).

    Asks for nothing where no notice names the product.
    """
    return check_recall(work, item, item.product) if item.recall_check is not RecallCheck.NONE else None


def heed_notice(work: Work, item: ItemRecord, notice: Notice | None) -> None:
    """Let a piece that a notice concerns wait in quarantine, and one wait no longer that it turned out not to concern.

    The inverses are those of the hold.
    """
    if notice is not None and item.recall_check is RecallCheck.CONCERNED:
        stop_recalled(work, item, notice)
    elif item.recall_check is RecallCheck.OTHER and waits_for_recall(item):
        work.record(stop_waiting(item))


def unread_by(item: ItemRecord) -> str:
    """The notice for which the lot or serial of a piece is still to be read; empty where none asks for it."""
    return item.recall if item.recall_check is RecallCheck.UNREAD else ""


def cleared_of(item: ItemRecord, stopped: bool) -> str:
    """The notice that turned out not to concern a piece that it ``stopped`` until now; empty for none."""
    return item.recall if stopped and item.recall_check is RecallCheck.OTHER else ""


def notices_on(work: Work, product: ProductRecord) -> list[Notice]:
    """The lines of standing notices that name a product."""
    return [line.snapshot() for line in recalls_of_product(work.session, product.id, product.sku)]


def stand_to(item: ItemRecord, notices: Iterable[Notice]) -> Notice | None:
    """Note at a piece how it stands to the notices on its product; the notice that says it.

    What waits for a notice that is there no longer is marked so: nothing is released by itself.
    """
    check, notice = check_all(notices, item.lot, item.serial)
    if check is RecallCheck.NONE and waits_for_recall(item):
        item.recall_check = RecallCheck.WITHDRAWN
        return None
    item.recall_check, item.recall = check, notice.number if notice else ""
    return notice


def stop_recalled(
    work: Work, item: ItemRecord, notice: Notice, place: str = "", *, batch: str = "", hold: bool = True
) -> None:
    """Put a concerned piece on hold (where it still can be), and say so; the inverse is that of the hold."""
    if hold:
        put_on_hold(work, item, HoldReason.RECALL, " · ".join(filter(None, (notice.number, notice.lot, notice.reason))))
    work.record(
        ItemRecalled(
            item_id=item.id,
            parcel_id=item.parcel_id,
            batch_id="" if hold else item.batch_id or "",
            number=item.number,
            product=item.product.name,
            product_en=item.product.name_en,
            notice=notice.number,
            lot=item.lot,
            serial=item.serial,
            reason=notice.reason,
            measure=notice.measure.value if notice.measure else "",
            unread=item.recall_check is RecallCheck.UNREAD,
            place=place,
            batch=batch,
            on_its_way=not hold,
        )
    )


def waits_for_recall(item: ItemRecord) -> bool:
    """Whether a piece is on hold because of a notice."""
    return item.held and item.hold_code is HoldReason.RECALL and item.recall_check is not RecallCheck.NONE


def measure_of(work: Work, item: ItemRecord) -> Disposition | None:
    """What the notice that concerns a piece says becomes of it; asks only for one that is concerned."""
    if item.recall_check is not RecallCheck.CONCERNED:
        return None
    notice = check_all(notices_on(work, item.product), item.lot, item.serial)[1]
    return notice.measure if notice else None


def refuse_unread(item: ItemRecord, option: Option) -> None:
    """Let nobody restock or give away what a notice may concern before its lot or serial was read: ``LotFirst``."""
    if Block.LOT_UNREAD in option.blocks:
        raise LotFirst(item.number, item.recall)
