"""What is asked before a batch is turned, or its goods are destroyed."""

from collections.abc import Callable
from datetime import date

from returns_desk.desktop.dialogs.entry import Field, FieldKind
from returns_desk.desktop.screens.asked_form import Form
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words


def _donate(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    title = words("Donate the pieces of {number} instead: each is decided anew", number=batch.row.number)
    return Form(title, (_note(words),), words("Donate instead"))


def _recycle(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    title = words("Recycle the pieces of {number} instead: each is decided anew", number=batch.row.number)
    return Form(title, (_note(words),), words("Recycle instead"))


def _destroy(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    fields = (
        Field("witness", words("Witness"), needed=True, hint=words("Scan the badge, or write the name")),
        Field("day", words("Date"), FieldKind.DAY, words.date(today), needed=True),
    )
    return Form(words("The goods of {number} are destroyed", number=batch.row.number), fields, words("Destroyed here"))


def _note(words: Words) -> Field:
    return Field("note", words("Note"), hint=words("Why, and what should be done"))


BOARD_FORMS: dict[str, Callable[[Words, BatchSnapshot, int, date], Form]] = {
    "turn_donate": _donate,
    "turn_recycle": _recycle,
    "destroy": _destroy,
}
