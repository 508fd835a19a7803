"""Who may do what: one table from roles to permissions, read by every use case and by every button."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a person is at the desk."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class Permission(StrEnum):
    """One act that needs a right."""

    RECEIVE = "receive"
    INSPECT = "inspect"
    DECIDE = "decide"
    UNDO_OWN = "undo_own"
    SUBMIT_BATCH = "submit_batch"
    APPROVE_BATCH = "approve_batch"
    APPROVE_OVER_LIMIT = "approve_over_limit"  # a batch worth more than a supervisor approves
    SHIP_BATCH = "ship_batch"
    RECORD_CREDIT = "record_credit"
    PRINT = "print"
    SECOND_ORIGINAL = "second_original"
    LOOK = "look"
    EXPORT = "export"
    IMPORT = "import"
    MANAGE_PEOPLE = "manage_people"
    UNDO_ANY = "undo_any"  # take back an older step, of whomever
    AGREE_OUTCOME = "agree_outcome"  # promise the customer something, up to the clerk's limit
    AGREE_OVER_LIMIT = "agree_over_limit"
    SETTLE_EXCEPTION = "settle_exception"
    SET_RULES = "set_rules"  # policies, limits, checklists, guides
    WRITE_OFF = "write_off"  # give up what a supplier still owes
    CORRECT_BATCH = "correct_batch"  # a paper for what was wrong on a paper that left
    DELEGATE = "delegate"  # let somebody else sign for oneself, for some days
    SET_DECISIONS = "set_decisions"  # the rules by which the desk recommends
    SET_PAPER = "set_paper"  # the shop's own details, its logo and how its papers look


_CLERK = frozenset(
    {
        Permission.RECEIVE,
        Permission.INSPECT,
        Permission.DECIDE,
        Permission.UNDO_OWN,
        Permission.SUBMIT_BATCH,
        Permission.SHIP_BATCH,
        Permission.PRINT,
        Permission.LOOK,
        Permission.AGREE_OUTCOME,
    }
)
_SUPERVISOR = _CLERK | {
    Permission.APPROVE_BATCH,
    Permission.RECORD_CREDIT,
    Permission.SECOND_ORIGINAL,
    Permission.EXPORT,
    Permission.IMPORT,
    Permission.UNDO_ANY,
    Permission.AGREE_OVER_LIMIT,
    Permission.SETTLE_EXCEPTION,
    Permission.SET_RULES,
    Permission.WRITE_OFF,
    Permission.CORRECT_BATCH,
    Permission.DELEGATE,
}
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CLERK: _CLERK,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.ADMIN: _SUPERVISOR
    | {Permission.MANAGE_PEOPLE, Permission.SET_DECISIONS, Permission.APPROVE_OVER_LIMIT, Permission.SET_PAPER},
}

# acts that count only with the person's PIN, given for this very act
NEEDS_PIN = frozenset(
    {
        Permission.APPROVE_BATCH,
        Permission.APPROVE_OVER_LIMIT,
        Permission.SECOND_ORIGINAL,
        Permission.MANAGE_PEOPLE,
        Permission.AGREE_OVER_LIMIT,
        Permission.WRITE_OFF,
        Permission.CORRECT_BATCH,
        Permission.DELEGATE,
    }
)


# what whoever owns the computer may do at its command line without a badge: never what a supervisor signs
OWNER_MAY = frozenset(
    {Permission.LOOK, Permission.PRINT, Permission.EXPORT, Permission.IMPORT, Permission.MANAGE_PEOPLE}
)


def may(role: Role, permission: Permission) -> bool:
    """Say whether a role holds a permission."""
    return permission in PERMISSIONS[role]


@dataclass(frozen=True)
class Signature:
    """Who signs a step: a person, or (without one) whoever is signed in at the station.

    ``proven`` says that badge and PIN were checked for this very act; acts in ``NEEDS_PIN`` count only then. ``owner``:
    nobody of the desk, but whoever works at the computer's command line; the journal shows such steps without a person.
    ``second``: somebody else, whose badge and PIN were checked for this very act, signs it beside the one who does it.
    ``acts``: how many steps the proof is for, when several are signed together; ``spent`` are those it was used for.
    """

    person_id: str | None = None
    proven: bool = False
    owner: bool = False
    second: str | None = None
    acts: int = field(default=1, compare=False)
    spent: set[str] = field(default_factory=set, compare=False, repr=False)

    def proves(self, step_id: str) -> bool:
        """Whether badge and PIN count for a step: not for more steps than they were given for, however often tried."""
        if not self.proven:
            return False
        if step_id not in self.spent and len(self.spent) < self.acts:
            self.spent.add(step_id)
        return step_id in self.spent


AT_THE_BENCH = Signature()
OWNER = Signature(owner=True)
