"""What is asked before a batch's step: the fields of each entry dialog, filled with what is known."""

from collections.abc import Callable
from datetime import date

from returns_desk.desktop.dialogs.entry import Field
from returns_desk.desktop.screens.asked_form import Form
from returns_desk.desktop.screens.board_forms import BOARD_FORMS
from returns_desk.desktop.screens.giving_forms import GIVING_FORMS
from returns_desk.desktop.screens.packing_forms import PACKING_FORMS
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words


def form_for(words: Words, name: str, batch: BatchSnapshot, unchecked: int, today: date) -> Form | None:
    """The form of a step; ``None`` for steps that ask nothing."""
    make = _FORMS.get(name)
    return make(words, batch, unchecked, today) if make else None


def _send_back(words: Words, batch: BatchSnapshot, unchecked: int, today: date) -> Form:
    title = words("Send {number} back", number=batch.row.number)
    if 0 < unchecked < len(batch.lines):
        title = words("Send lines of {number} back: {count}", number=batch.row.number, count=unchecked)
    return Form(title, (_note(words, needed=True),), words("Send back"))


def _approve_with_rest(words: Words, batch: BatchSnapshot, unchecked: int, today: date) -> Form:
    title = words("Approve {number}, lines sent back: {count}", number=batch.row.number, count=unchecked)
    return Form(title, (_note(words, needed=True),), words("Go on to badge and PIN"))


def _reject(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    title = words("Reject {number} for good", number=batch.row.number)
    return Form(title, (_note(words, needed=True),), words("Reject for good"))


def _cancel(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    title = words("Give {number} up: its pieces wait for another decision", number=batch.row.number)
    return Form(title, (_note(words, needed=False),), words("Give the batch up"))


def _second_original(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    title = words("Print a second original of {number}", number=batch.slip)
    reason = Field("note", words("Why is it needed?"), needed=True)
    return Form(title, (reason,), words("Go on to badge and PIN"))


def _note(words: Words, *, needed: bool) -> Field:
    return Field("note", words("Note"), needed=needed, hint=words("Why, and what should be done"))


_FORMS: dict[str, Callable[[Words, BatchSnapshot, int, date], Form | None]] = {
    "send_back": _send_back,
    "approve_with_rest": _approve_with_rest,
    "reject": _reject,
    "cancel": _cancel,
    "second_original": _second_original,
    **PACKING_FORMS,
    **BOARD_FORMS,
    **GIVING_FORMS,
}
