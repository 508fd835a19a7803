"""Goods that a supplier wants destroyed here for credit are destroyed, before a witness."""

from datetime import date

from returns_desk.domain.batches import BatchMode, BatchState
from returns_desk.domain.board_refusals import NotDestroyedHere, WitnessNeeded, WitnessTakesPart
from returns_desk.domain.events import BatchDestroyed
from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.packing_refusals import AuthorizationOver
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.texts import kept_text
from returns_desk.store.lookups.batch_terms import credit_due
from returns_desk.store.lookups.people import person_by_badge
from returns_desk.store.records import BatchRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, going_lines, moment_on, move_batch
from returns_desk.usecases.require import require
from returns_desk.usecases.sign_in import badge_hash


def destroy_batch(work: Work, number: str, witness: str, at: date | None = None) -> None:
    """The goods are destroyed, and their credit is pending; ``witness`` is a badge of ours, or a name from outside.

    No inverse: what is destroyed does not come back. Refuses ``NotFound``, ``WrongState`` before the approval and the
    supplier's number, ``NotDestroyedHere``, ``AuthorizationOver``, ``WitnessNeeded``, ``WitnessTakesPart``, and
    ``BadValue`` for a day that is to come or before the approval.
    """
    person = require(work, Permission.SHIP_BATCH)
    batch = batch_to_change(work, number)
    if batch.mode is not BatchMode.DESTROY:
        raise NotDestroyedHere(batch.number)
    day = at or work.today
    _refuse_day(work, batch, day)
    move_batch(batch, BatchState.PENDING_CREDIT)
    batch.witness = _witness(work, batch, witness, person)
    batch.delivered_at = moment_on(work, day)
    batch.credit_due = credit_due(batch, day)
    lines = going_lines(work, batch)
    for line in lines:
        line.item.state, line.item.stock, line.item.place = ItemState.GONE, StockStatus.GONE, ""
    work.record(
        BatchDestroyed(
            batch_id=batch.id,
            number=batch.number,
            witness=batch.witness,
            day=day.isoformat(),
            lines=len(lines),
            credit_due=batch.credit_due.isoformat() if batch.credit_due else "",
        )
    )


def _refuse_day(work: Work, batch: BatchRecord, day: date) -> None:
    approved = batch.approved_at.astimezone().date() if batch.approved_at else None
    if day > work.today or (approved is not None and day < approved):
        raise BadValue("date", day.isoformat())
    if batch.authorization_until is not None and batch.authorization_until < day:
        raise AuthorizationOver(batch.authorization_until.isoformat())


def _witness(work: Work, batch: BatchRecord, given: str, person: PersonRecord) -> str:
    """The name that is kept. Whoever takes part in the claim sees nothing for the supplier."""
    text = kept_text(given, 100)
    if not text:
        raise WitnessNeeded(batch.number)
    ours = person_by_badge(work.session, badge_hash(text))
    name = ours.name if ours else text
    for one in (person, batch.preparer):
        if one is not None and name.casefold() in (one.name.casefold(), one.name_en.casefold()):
            raise WitnessTakesPart(batch.number, name)
    return name
