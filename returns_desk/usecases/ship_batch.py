"""The supplier's own number, the boxes, the carrier: an approved batch leaves the house."""

from datetime import date

from returns_desk.domain.batches import BatchState
from returns_desk.domain.events import BatchAuthorized, BatchPacked, BatchShipped
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, WrongState
from returns_desk.domain.texts import kept_text
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, going_lines, move_batch
from returns_desk.usecases.issue_slip import reissue_slip
from returns_desk.usecases.refuse_harmful import refuse_harmful
from returns_desk.usecases.require import require


def authorize_batch(work: Work, number: str, authorization: str, until: date | None = None) -> None:
    """Note the supplier's own number for the goods; the paper is issued anew with it.

    No inverse: a wrong number is written over by the right one. Refuses ``NotFound``, ``WrongState``, ``BadValue``.
    """
    require(work, Permission.SHIP_BATCH)
    given = kept_text(authorization, 60)
    if not given:
        raise BadValue("authorization", authorization)
    batch = batch_to_change(work, number)
    if batch.state not in (BatchState.AUTHORIZED, BatchState.APPROVED, BatchState.PACKED):
        move_batch(batch, BatchState.AUTHORIZED)
    batch.authorization, batch.authorization_until = given, until
    work.record(
        BatchAuthorized(
            batch_id=batch.id, number=batch.number, authorization=given, until=until.isoformat() if until else ""
        )
    )
    reissue_slip(work, batch)


def pack_batch(work: Work, number: str, packages: int, weight_g: int = 0) -> None:
    """Note in how many boxes the goods are, and what they weigh (grams, 0 when not weighed).

    No inverse: packing again writes over it. Refuses ``NotFound``, ``WrongState``, ``BadValue``.
    """
    require(work, Permission.SHIP_BATCH)
    if not 1 <= packages <= 9999:
        raise BadValue("packages", str(packages))
    if not 0 <= weight_g <= 100_000_000:
        raise BadValue("weight", str(weight_g))
    batch = batch_to_change(work, number)
    if batch.state is not BatchState.PACKED:
        move_batch(batch, BatchState.PACKED)
    batch.packages, batch.weight_g = packages, weight_g or None
    work.record(BatchPacked(batch_id=batch.id, number=batch.number, packages=packages, weight_g=weight_g))


def ship_batch(work: Work, number: str, carrier: str = "", waybill: str = "", driver: str = "") -> None:
    """The goods leave the house. No inverse: what left is corrected by a paper of its own.

    Refuses ``NotFound``, ``WrongState`` (not approved, or the supplier's number is missing or past its last day),
    ``NotToBeGiven``.
    """
    require(work, Permission.SHIP_BATCH)
    batch = batch_to_change(work, number)
    if batch.authorization_until is not None and batch.authorization_until < work.today:
        raise WrongState("batch", batch.number, "authorization expired")
    lines = going_lines(work, batch)
    refuse_harmful(work, batch, lines)
    move_batch(batch, BatchState.SHIPPED)
    batch.carrier, batch.waybill, batch.driver = (kept_text(text, 100) for text in (carrier, waybill, driver))
    batch.shipped_at = work.now
    for line in lines:
        line.item.state, line.item.stock, line.item.place = ItemState.GONE, StockStatus.GONE, ""
    work.record(
        BatchShipped(
            batch_id=batch.id,
            number=batch.number,
            carrier=batch.carrier,
            waybill=batch.waybill,
            driver=batch.driver,
        )
    )
