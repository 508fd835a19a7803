"""The first line of every use case: may this person do this."""

from returns_desk.domain.people import NEEDS_PIN, OWNER_MAY, Permission, may
from returns_desk.domain.refusals import ApprovalNeeded, NotAllowed, OwnWork, UnknownBadge
from returns_desk.store.records import PersonRecord
from returns_desk.store.work import Work


def require(work: Work, permission: Permission) -> PersonRecord:
    """Let the step go on only for somebody who holds the permission (and proved it, where that is asked).

    Refuses ``NotSignedIn``, ``UnknownBadge``, ``NotAllowed`` and ``ApprovalNeeded``.
    """
    person = work.person
    if not may(person.role, permission):
        raise NotAllowed(permission)
    if permission in NEEDS_PIN and not work.who.proven:
        raise ApprovalNeeded(permission)
    return person


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
