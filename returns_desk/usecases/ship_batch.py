"""The supplier's own number and its clock, the boxes, the carrier: an approved batch leaves the house and arrives."""

from datetime import date, timedelta

from returns_desk.domain.batches import BatchMode, BatchState, LineState, PartnerKind
from returns_desk.domain.events import (
    AuthorizationAsked,
    BatchAuthorized,
    BatchDelivered,
    BatchPacked,
    BatchShipped,
)
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.packing_refusals import AuthorizationOver, AuthorizationUsed, NothingTravels
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo, WrongState
from returns_desk.domain.terms import AuthorizationNeed
from returns_desk.domain.texts import kept_text
from returns_desk.store.finder import find_also
from returns_desk.store.lookups.batch_terms import credit_due
from returns_desk.store.lookups.batches import live_lines
from returns_desk.store.lookups.cartons import batch_with_authorization, cartons_of
from returns_desk.store.lookups.catalogue import lock_partner
from returns_desk.store.records import BatchRecord, CartonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, moment_on, move_batch
from returns_desk.usecases.issue_slip import reissue_slip
from returns_desk.usecases.pack_cartons import refuse_unless_all_packed
from returns_desk.usecases.refuse_harmful import refuse_harmful
from returns_desk.usecases.require import require


def authorize_batch(
    work: Work, number: str, authorization: str, until: date | None = None, *, again: bool = False
) -> None:
    """Note the supplier's own number for the goods and its last day; the paper that says otherwise is issued anew.

    Without a day it lasts as long as the supplier's terms say. A number that another batch of this supplier has is
    taken only ``again``. No inverse: a wrong number is written over by the right one. Refuses ``NotFound``,
    ``WrongState``, ``BadValue``, ``AuthorizationOver``, ``AuthorizationUsed``.
    """
    require(work, Permission.SHIP_BATCH)
    given = kept_text(authorization, 60)
    if not given:
        raise BadValue("authorization", authorization)
    if until is not None and until < work.today:
        raise AuthorizationOver(until.isoformat())
    batch = batch_to_change(work, number)
    _refuse_used(work, batch, given, again=again)
    if batch.state not in (BatchState.AUTHORIZED, BatchState.APPROVED, BatchState.PACKED):
        move_batch(batch, BatchState.AUTHORIZED)
    until = until or _lasts_until(work, batch)
    on_paper = (given, until) == (batch.authorization, batch.authorization_until)
    batch.authorization, batch.authorization_until = given, until
    find_also(work.session, batch.id, given)
    work.record(
        BatchAuthorized(
            batch_id=batch.id, number=batch.number, authorization=given, until=until.isoformat() if until else ""
        )
    )
    if not on_paper:
        reissue_slip(work, batch)


def ask_number_again(work: Work, number: str) -> None:
    """The supplier's number expired, or counts no more: the batch waits for another one.

    Its cartons stay as they are. The inverse is ``authorize_batch``. Refuses ``NotFound`` and ``WrongState``.
    """
    require(work, Permission.SHIP_BATCH)
    batch = batch_to_change(work, number)
    before = batch.state
    if not batch.authorization:
        raise WrongState("batch", batch.number, before.value)
    move_batch(batch, BatchState.AWAITING_AUTHORIZATION)
    until = batch.authorization_until
    work.record(
        AuthorizationAsked(
            batch_id=batch.id,
            number=batch.number,
            authorization=batch.authorization,
            until=until.isoformat() if until else "",
            state_before=before.value,
        )
    )
    batch.authorization, batch.authorization_until = "", None


def pack_batch(work: Work, number: str, packages: int | None = None, weight_g: int = 0) -> None:
    """Note in how many boxes the goods are, and what they weigh (grams, 0 when not weighed).

    Where the batch has cartons they say it: each line must lie in a closed one, and the paper is issued anew with
    them. No inverse: packing again writes over it, a carton opened again takes it back. Refuses ``NotFound``,
    ``WrongState``, ``BadValue`` (also for what differs from the cartons), ``NothingTravels``, ``NotAllPacked``.
    """
    require(work, Permission.SHIP_BATCH)
    if packages is not None and not 1 <= packages <= 9999:
        raise BadValue("packages", str(packages))
    if not 0 <= weight_g <= 100_000_000:
        raise BadValue("weight", str(weight_g))
    batch = batch_to_change(work, number)
    if batch.mode is BatchMode.DESTROY:
        raise NothingTravels(batch.number)
    if batch.state is not BatchState.PACKED:
        move_batch(batch, BatchState.PACKED)
    cartons = cartons_of(work.session, batch.id)
    if cartons:
        packages, weight_g = _of_cartons(work, batch, cartons, (packages, weight_g))
    _note_packed(work, batch, packages or 1, weight_g)
    if cartons:
        reissue_slip(work, batch)


def ship_batch(
    work: Work, number: str, carrier: str = "", waybill: str = "", driver: str = "", plate: str = ""
) -> None:
    """The goods leave the house; a supplier's credit is due as many days later as its terms say.

    No inverse: what left is corrected by a paper of its own. Refuses ``NotFound``, ``WrongState`` (not approved, or the
    supplier's number is missing or past its last day), ``NothingTravels``, ``NotAllPacked``, ``NotToBeGiven``.
    """
    require(work, Permission.SHIP_BATCH)
    batch = batch_to_change(work, number)
    if batch.mode is BatchMode.DESTROY:
        raise NothingTravels(batch.number)
    if batch.authorization_until is not None and batch.authorization_until < work.today:
        raise WrongState("batch", batch.number, "authorization expired")
    lines = [line for line in live_lines(work.session, batch.id, whole=True) if line.state is not LineState.SENT_BACK]
    refuse_harmful(work, batch, lines)
    packed = batch.state is BatchState.PACKED
    move_batch(batch, BatchState.SHIPPED)
    cartons = [] if packed else cartons_of(work.session, batch.id)
    if cartons:
        _note_packed(work, batch, *_of_cartons(work, batch, cartons, (None, 0)))
        reissue_slip(work, batch)
    batch.carrier, batch.waybill, batch.driver = (kept_text(text, 100) for text in (carrier, waybill, driver))
    batch.plate = kept_text(plate, 20)
    batch.shipped_at = work.now
    find_also(work.session, batch.id, batch.waybill)
    batch.credit_due = credit_due(batch, work.today)
    for line in lines:
        line.item.state, line.item.stock, line.item.place = ItemState.GONE, StockStatus.GONE, ""
    work.record(
        BatchShipped(
            batch_id=batch.id,
            number=batch.number,
            carrier=batch.carrier,
            waybill=batch.waybill,
            driver=batch.driver,
            plate=batch.plate,
        )
    )


def deliver_batch(work: Work, number: str, at: date | None = None) -> None:
    """The partner has the goods, since today or another day: a supplier's credit is pending, due from that day on.

    What went to a charity or a recycler stays shipped: nothing is owed for it. The inverse is ``undeliver_batch``.
    Refuses ``NotFound``, ``WrongState``, ``BadValue`` for a day before the goods left, or that is still to come.
    """
    require(work, Permission.SHIP_BATCH)
    batch = batch_to_change(work, number)
    if batch.state is not BatchState.SHIPPED or batch.delivered_at is not None:
        raise WrongState("batch", batch.number, batch.state.value)
    day = at or work.today
    left = batch.shipped_at.astimezone().date() if batch.shipped_at else day
    if not left <= day <= work.today:
        raise BadValue("date", day.isoformat())
    due, before = credit_due(batch, day), batch.credit_due
    batch.delivered_at = moment_on(work, day)
    if batch.kind is PartnerKind.SUPPLIER:
        move_batch(batch, BatchState.PENDING_CREDIT)
        batch.credit_due = due
    work.record(
        BatchDelivered(
            batch_id=batch.id,
            number=batch.number,
            at=day.isoformat(),
            credit_due=due.isoformat() if due else "",
            due_before=before.isoformat() if before else "",
        )
    )


def undeliver_batch(work: Work, event: BatchDelivered) -> None:
    """Undo ``deliver_batch``. Refuses ``CannotUndo`` once a credit came, or the batch went on otherwise."""
    batch = work.get(BatchRecord, event.batch_id)
    stands = batch is not None and batch.state in (BatchState.PENDING_CREDIT, BatchState.SHIPPED)
    if batch is None or not stands or batch.delivered_at is None or batch.credits:
        raise CannotUndo(event.number)
    batch.state, batch.delivered_at = BatchState.SHIPPED, None
    batch.credit_due = date.fromisoformat(event.due_before) if event.due_before else None


def _refuse_used(work: Work, batch: BatchRecord, given: str, *, again: bool) -> None:
    lock_partner(work.session, batch.partner_id)  # another station may be giving it to another batch just now
    other = None if again else batch_with_authorization(work.session, batch.partner_id, given, batch.id)
    if other is not None:
        raise AuthorizationUsed(given, other.number)


def _lasts_until(work: Work, batch: BatchRecord) -> date | None:
    """Last day of a number that came without one, where the supplier's terms ask for a number and limit it."""
    terms = batch.terms.snapshot() if batch.terms else None
    if terms is None or terms.authorization is AuthorizationNeed.NO or not terms.authorization_days:
        return None
    return work.today + timedelta(days=terms.authorization_days)


def _of_cartons(
    work: Work, batch: BatchRecord, cartons: list[CartonRecord], said: tuple[int | None, int]
) -> tuple[int, int]:
    """How many cartons and what they weigh; what was said besides must be the same."""
    refuse_unless_all_packed(work, batch, cartons)
    packages, weight_g = said
    weight = sum(carton.weight_g or 0 for carton in cartons)
    if packages not in (None, len(cartons)):
        raise BadValue("packages", str(packages))
    if weight_g not in (0, weight):
        raise BadValue("weight", str(weight_g))
    return len(cartons), weight


def _note_packed(work: Work, batch: BatchRecord, packages: int, weight_g: int) -> None:
    batch.packages, batch.weight_g = packages, weight_g or None
    work.record(BatchPacked(batch_id=batch.id, number=batch.number, packages=packages, weight_g=weight_g))
