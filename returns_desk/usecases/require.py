"""The first line of every use case: may this person do this, in their own name or for somebody else."""

from collections.abc import Iterator

from returns_desk.domain.approval_refusals import DelegationNotInForce, OverApprovalLimit, SignsForMaker
from returns_desk.domain.delegations import DELEGABLE, DelegationState, approval_limit, reaches
from returns_desk.domain.money import Money
from returns_desk.domain.people import NEEDS_PIN, OWNER_MAY, Permission, may
from returns_desk.domain.refusals import ApprovalNeeded, DeskError, NotAllowed, OwnWork, UnknownBadge
from returns_desk.store.lookups.delegations import delegations_to
from returns_desk.store.records import PersonRecord
from returns_desk.store.work import Work


def require(work: Work, permission: Permission) -> PersonRecord:
    """Let the step go on only for somebody who holds the permission (and proved it, where that is asked).

    Somebody to whom the right was given on for these days holds it too, as long as the giver does. Refuses
    ``NotSignedIn``, ``UnknownBadge``, ``NotAllowed``, ``DelegationNotInForce`` and ``ApprovalNeeded``.
    """
    person = work.person
    if not may(person.role, permission) and not _given_on(work, person, permission):
        raise NotAllowed(permission)
    if permission in NEEDS_PIN and not work.who.proves(work.step_id):
        raise ApprovalNeeded(permission)
    return person


def require_approver(work: Work, maker_id: str | None, value: Money | None = None) -> PersonRecord | None:
    """For whom the one who signs decides a batch: ``None`` in their own name, else whoever gave the right on.

    Their own right comes first; where it does not reach, that of the newest giver whose right does. ``value``: what
    would be approved, at cost; none for what gives nothing away. Whoever made the batch neither signs nor is signed
    for. Refuses ``OwnWork``, ``SignsForMaker``, ``OverApprovalLimit``, and as ``require`` does.
    """
    person = require(work, Permission.APPROVE_BATCH)
    if person.id == maker_id:
        raise OwnWork()
    shop = work.shop
    limit = approval_limit(shop.limits_now(), shop.currency, value) if value else None
    refusals: list[DeskError] = []
    for holder in _holders(work, person):
        if holder.id == maker_id:
            refusals.append(SignsForMaker(holder.name, holder.name_en))
        elif value is not None and limit is not None and not reaches(holder.role, limit):
            refusals.append(OverApprovalLimit(value, limit))
        else:
            return None if holder is person else holder
    raise next(iter(refusals), NotAllowed(Permission.APPROVE_BATCH))


def givers(work: Work, person: PersonRecord, *, locked: bool = False) -> list[PersonRecord]:
    """For whom a person may approve today, the newest delegation first; who left or lost the right gives none."""
    found = []
    for each in delegations_to(work.session, person.id, locked=locked):
        giver = work.get(PersonRecord, each.from_id)
        if each.term.stands(work.today) is DelegationState.IN_FORCE and giver is not None and _may_give(giver):
            found.append(giver)
    return found


def require_second(work: Work, permission: Permission, maker: PersonRecord) -> PersonRecord:
    """Let the step go on only with a second signature, by somebody else than its maker who holds the permission.

    Refuses ``ApprovalNeeded`` without one, ``OwnWork`` where both are one, ``UnknownBadge``, ``NotAllowed``.
    """
    alone = work.who.proven and may(maker.role, permission)
    if work.who.second == maker.id or (work.who.second is None and alone):
        raise OwnWork(permission)
    if work.who.second is None:
        raise ApprovalNeeded(permission)
    second = work.get(PersonRecord, work.who.second)
    if second is None or not second.active:
        raise UnknownBadge()
    if not may(second.role, permission):
        raise NotAllowed(permission)
    return second


def allow(work: Work, permission: Permission) -> PersonRecord | None:
    """As ``require``, but what is in ``OWNER_MAY`` is also for the computer's owner, who is no person of the desk."""
    if work.who.owner and permission in OWNER_MAY:
        return None
    return require(work, permission)


def _holders(work: Work, person: PersonRecord) -> Iterator[PersonRecord]:
    if may(person.role, Permission.APPROVE_BATCH):
        yield person
    yield from givers(work, person, locked=True)


def _may_give(giver: PersonRecord) -> bool:
    return giver.active and may(giver.role, Permission.APPROVE_BATCH)


def _given_on(work: Work, person: PersonRecord, permission: Permission) -> bool:
    """Whether somebody gave this right on to a person, in force today; refuses ``DelegationNotInForce`` if it was."""
    if permission not in DELEGABLE:
        return False
    if givers(work, person):
        return True
    for each in delegations_to(work.session, person.id)[:1]:
        giver = work.get(PersonRecord, each.from_id)
        stands = each.term.stands(work.today)
        if giver is not None and stands is not DelegationState.IN_FORCE:
            raise DelegationNotInForce(giver.name, giver.name_en, stands.value, each.valid_from, each.valid_until)
    return False
