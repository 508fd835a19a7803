"""Which steps a batch offers in its state, to whom, and why one is not offered now: read from the table of roles."""

from dataclasses import dataclass, replace

from returns_desk.desktop.screens import board_acts, credit_steps
from returns_desk.desktop.screens.board_acts import board_titles, with_board
from returns_desk.desktop.screens.giving_acts import PERMISSIONS as GIVING_PERMISSIONS
from returns_desk.desktop.screens.giving_acts import giving_title, with_giving
from returns_desk.desktop.screens.packing_acts import PERMISSIONS as PACKING_PERMISSIONS
from returns_desk.desktop.screens.packing_acts import packing_title, with_packing
from returns_desk.domain.batches import BatchState
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots import BatchSnapshot, PersonSnapshot
from returns_desk.wording import Words
from returns_desk.wording.approval import say_signs_for
from returns_desk.wording.rights import say_why_not

_S = BatchState
_EARLY = (_S.COLLECTING, _S.READY, _S.SUBMITTED, _S.SENT_BACK)
# the first of a state is its primary button; those behind the bar stand in the menu of rarer steps
_OFFERED: dict[BatchState, tuple[tuple[str, ...], tuple[str, ...]]] = {
    _S.COLLECTING: (("submit",), ("cancel",)),
    _S.READY: (("submit",), ("cancel",)),
    _S.SUBMITTED: (("approve", "send_back"), ("withdraw", "reject", "cancel")),
    _S.SENT_BACK: (("submit",), ("cancel",)),
    _S.AWAITING_AUTHORIZATION: (("authorize", "print_slip"), ("second_original", "cancel")),
    _S.APPROVED: (("pack", "ship", "print_slip"), ("authorize", "second_original", "cancel")),
    _S.AUTHORIZED: (("pack", "ship", "print_slip"), ("authorize", "second_original", "cancel")),
    _S.PACKED: (("ship", "print_slip"), ("pack", "second_original", "cancel")),
    _S.SHIPPED: (("credit", "print_slip"), ("second_original",)),
    **credit_steps.OFFERED,
    _S.CREDITED: (("close_batch", "print_slip"), ("second_original",)),
    _S.CLOSED: (("print_slip",), ("second_original",)),
    _S.REJECTED: ((), ()),
    _S.CANCELLED: ((), ()),
}
_PERMISSIONS = {
    "submit": Permission.SUBMIT_BATCH,
    "withdraw": Permission.SUBMIT_BATCH,
    "approve": Permission.APPROVE_BATCH,
    "send_back": Permission.APPROVE_BATCH,
    "reject": Permission.APPROVE_BATCH,
    "authorize": Permission.SHIP_BATCH,
    "pack": Permission.SHIP_BATCH,
    "ship": Permission.SHIP_BATCH,
    "credit": Permission.RECORD_CREDIT,
    "close_batch": Permission.RECORD_CREDIT,
    "print_slip": Permission.PRINT,
    "second_original": Permission.SECOND_ORIGINAL,
    "preview_slip": Permission.LOOK,
    **board_acts.PERMISSIONS,
    **credit_steps.PERMISSIONS,
}
_PERMISSIONS |= PACKING_PERMISSIONS | GIVING_PERMISSIONS
# a letter only for what asks something first: a code typed by hand begins with one too
_KEYS = {
    "approve": "A",
    "send_back": "R",
    "pack": "P",
    "ship": "S",
    "authorize": "N",
    "deliver": "D",
    "destroy": "D",
    "dispute": "D",
    "credit": "C",
    "certify": "C",
    "submit": "F12",
    "ask_again": "F12",
    "close_batch": "F11",
}


@dataclass(frozen=True)
class Act:
    """One step as a button or a line of the menu; ``why_not`` is empty when it may be done."""

    name: str
    title: str
    why_not: str = ""
    part: str = ""  # primary | danger | menu
    key: str = ""


def acts_for(words: Words, batch: BatchSnapshot, person: PersonSnapshot | None) -> tuple[Act, ...]:
    """The steps of a batch now, the primary one first, those of the menu last."""
    near, far = with_board(batch, _OFFERED[batch.row.state])
    near, far = with_giving(batch, *with_packing(batch, near, far))
    acts = [_act(words, name, batch, person) for name in (*near, "preview_slip")]
    if near and near[0] != "print_slip":
        acts[0] = replace(acts[0], part="primary")
    menu = (replace(_act(words, name, batch, person), part="menu", key="") for name in far)
    return (*acts, *menu)


def say_standing(words: Words, batch: BatchSnapshot, person: PersonSnapshot | None) -> str:
    """A sentence beside the buttons where the state alone does not say who must act."""
    if batch.row.state is not _S.SUBMITTED or person is None:
        return ""
    if say_why_not(words, person, Permission.APPROVE_BATCH):
        return words("It waits for a supervisor.")
    if is_maker(batch, person):
        return words("You prepared this batch: another supervisor must approve it, with their own badge and PIN.")
    return say_signs_for(words, person.signs_for) if person.signs_for else ""


def is_maker(batch: BatchSnapshot, person: PersonSnapshot | None) -> bool:
    """Whether this person submitted the batch, and so never decides it."""
    return person is not None and batch.prepared_by is not None and batch.prepared_by.id == person.id


def permission_for(name: str, batch: BatchSnapshot) -> Permission:
    """What a step needs; giving up an approved batch needs more."""
    if name == "cancel":
        return Permission.SUBMIT_BATCH if batch.row.state in _EARLY else Permission.APPROVE_BATCH
    return _PERMISSIONS[name]


def _act(words: Words, name: str, batch: BatchSnapshot, person: PersonSnapshot | None) -> Act:
    danger = "danger" if name == "send_back" else ""
    return Act(name, _title(words, name), _why_not(words, name, batch, person), danger, _KEYS.get(name, ""))


def _why_not(words: Words, name: str, batch: BatchSnapshot, person: PersonSnapshot | None) -> str:
    may_not = say_why_not(words, person, permission_for(name, batch))
    if not may_not and name == "submit" and not any(line.state == "in" for line in batch.lines):
        return words("There is nothing in it to send")
    return may_not


def _title(words: Words, name: str) -> str:
    return (
        packing_title(words, name)
        or giving_title(words, name)
        or {
            "submit": words("Submit for approval"),
            "withdraw": words("Take back, go on collecting"),
            "approve": words("Approve batch"),
            "send_back": words("Send back"),
            "reject": words("Reject for good"),
            "authorize": words("Supplier's number"),
            "pack": words("Pack"),
            "ship": words("Ship"),
            "credit": words("Record a credit"),
            "close_batch": words("Close the batch"),
            "cancel": words("Give the batch up"),
            "print_slip": words("Print slip"),
            "second_original": words("Print a second original"),
            "preview_slip": words("Preview slip"),
            **board_titles(words),
            **credit_steps.credit_titles(words),
        }[name]
    )
