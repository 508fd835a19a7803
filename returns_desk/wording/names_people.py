"""Names of what people are at the desk, and of what they may do."""

from enum import StrEnum

from returns_desk.domain.people import Permission, Role
from returns_desk.wording.marks import say

PEOPLE: dict[type[StrEnum], dict[StrEnum, str]] = {
    Role: {
        Role.CLERK: say("clerk"),
        Role.SUPERVISOR: say("supervisor"),
        Role.ADMIN: say("admin"),
    },
    Permission: {
        Permission.RECEIVE: say("receive parcels"),
        Permission.INSPECT: say("inspect items"),
        Permission.DECIDE: say("decide items"),
        Permission.UNDO_OWN: say("undo own steps"),
        Permission.SUBMIT_BATCH: say("submit batches"),
        Permission.APPROVE_BATCH: say("approve batches"),
        Permission.APPROVE_OVER_LIMIT: say("approve more than a supervisor may"),
        Permission.SHIP_BATCH: say("ship batches"),
        Permission.RECORD_CREDIT: say("record credits"),
        Permission.PRINT: say("print"),
        Permission.SECOND_ORIGINAL: say("print a second original"),
        Permission.LOOK: say("look things up"),
        Permission.EXPORT: say("export"),
        Permission.IMPORT: say("import"),
        Permission.MANAGE_PEOPLE: say("manage people"),
        Permission.UNDO_ANY: say("take back others' steps"),
        Permission.AGREE_OUTCOME: say("agree an outcome with the customer"),
        Permission.AGREE_OVER_LIMIT: say("agree more than a clerk may"),
        Permission.SETTLE_EXCEPTION: say("settle exceptions"),
        Permission.SET_RULES: say("set policies, limits and checklists"),
        Permission.WRITE_OFF: say("write off what is owed"),
        Permission.CORRECT_BATCH: say("correct a paper that left"),
        Permission.DELEGATE: say("let somebody else sign"),
        Permission.SET_DECISIONS: say("set the rules for decisions"),
        Permission.SET_PAPER: say("set how the shop's papers look"),
    },
}
