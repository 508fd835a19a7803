"""Why a button is grey: what the person lacks, so that they know whom to ask."""

from returns_desk.domain.delegations import DELEGABLE
from returns_desk.domain.people import Permission, Role, may
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.wording.words import Words


def say_why_not(words: Words, person: PersonSnapshot | None, permission: Permission) -> str:
    """Why this person may not do what needs a permission; empty when they may."""
    if person is None:
        return words("Nobody is signed in")
    if may(person.role, permission) or (permission in DELEGABLE and person.signs_for):
        return ""
    if may(Role.SUPERVISOR, permission):
        return words("A supervisor does this: {what}", what=words.name(permission))
    return words("An administrator does this: {what}", what=words.name(permission))
