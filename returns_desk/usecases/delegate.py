"""Somebody lets another sign for them for some days: only their own right to approve, and never one given to them."""

from datetime import date

from returns_desk.domain.approval_refusals import NoPinYet
from returns_desk.domain.delegations import LONGEST_DELEGATION, DelegationState
from returns_desk.domain.events import DelegationRevoked, RightDelegated
from returns_desk.domain.people import Permission, may
from returns_desk.domain.refusals import BadValue, NotAllowed, NotFound, UnknownBadge, WrongState
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.delegations import delegation_by_number
from returns_desk.store.lookups.people import person_by_badge
from returns_desk.store.records import DelegationRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.require import require
from returns_desk.usecases.sign_in import badge_hash


def delegate(work: Work, badge: str, first: date, last: date) -> str:
    """Let a badge's person approve batches for the one who signs, from one day to another, both counted; its number.

    The inverse is ``revoke_delegation``, signed with a PIN as this is: so a scan of *undo* takes it not back. Refuses
    ``UnknownBadge``, ``NoPinYet``, and ``BadValue`` for oneself, for days that are over and for more than a year.
    """
    giver = require(work, Permission.DELEGATE)
    if not may(giver.role, Permission.APPROVE_BATCH):
        raise NotAllowed(Permission.APPROVE_BATCH)
    taker = person_by_badge(work.session, badge_hash(badge))
    if taker is None or not taker.active:
        raise UnknownBadge()
    if taker.id == giver.id:
        raise BadValue("delegate", taker.name)
    if not taker.pin_hash:
        raise NoPinYet(taker.name, taker.name_en)
    if not work.today <= last or not 0 <= (last - first).days < LONGEST_DELEGATION:
        raise BadValue("last", last.isoformat())
    made = work.add(
        DelegationRecord(
            id=new_id(), from_id=giver.id, to_id=taker.id, valid_from=first, valid_until=last, made_at=work.now
        )
    )
    work.flush()
    days = {"first": first.isoformat(), "last": last.isoformat()}
    work.record(RightDelegated(number=made.id, **_names(giver, taker), **days))
    return made.id


def revoke_delegation(work: Work, number: str) -> None:
    """Let somebody sign no longer for whoever let them; an admin may do it for another. The inverse is ``delegate``.

    What was signed under it stays signed. Refuses ``NotFound``, ``NotAllowed``, and ``WrongState`` once it is over.
    """
    person = require(work, Permission.DELEGATE)
    found = delegation_by_number(work.session, number, locked=True)
    giver = work.get(PersonRecord, found.from_id) if found else None
    taker = work.get(PersonRecord, found.to_id) if found else None
    if found is None or giver is None or taker is None:
        raise NotFound("delegation", number)
    if giver.id != person.id and not may(person.role, Permission.MANAGE_PEOPLE):
        raise NotAllowed(Permission.MANAGE_PEOPLE)
    stands = found.term.stands(work.today)
    if stands in (DelegationState.OVER, DelegationState.REVOKED):
        raise WrongState("delegation", f"{taker.name} → {giver.name}", stands.value)
    found.revoked = True
    work.record(DelegationRevoked(number=found.id, **_names(giver, taker)))


def _names(giver: PersonRecord, taker: PersonRecord) -> dict[str, str]:
    return {"giver": giver.name, "giver_en": giver.name_en, "taker": taker.name, "taker_en": taker.name_en}
