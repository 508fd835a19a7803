"""What is asked before a batch's step: the fields of each entry dialog, filled with what is known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from returns_desk.desktop.dialogs.entry import Field, FieldKind
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words


@dataclass(frozen=True)
class Form:
    """Title, fields, and the word on the button that goes on."""

    title: str
    fields: tuple[Field, ...]
    go_on: str


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


def _authorize(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    until = words.date(batch.authorization_until) if batch.authorization_until else ""
    fields = (
        Field("authorization", words("Supplier's number"), value=batch.authorization, needed=True),
        Field("until", words("Valid until (may be left empty)"), FieldKind.DAY, until, hint=words.date(today)),
    )
    return Form(words("The supplier's number for {number}", number=batch.row.number), fields, words("Save"))


def _pack(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    kilograms = f"{batch.weight_g / 1000:g}" if batch.weight_g else ""
    fields = (
        Field("packages", words("How many packages"), FieldKind.COUNT, str(batch.packages or 1), needed=True),
        Field("weight", words("Weight in kilograms (may be left empty)"), FieldKind.NUMBER, kilograms),
    )
    return Form(words("Pack {number}", number=batch.row.number), fields, words("Packed"))


def _ship(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    fields = (
        Field("carrier", words("Carrier"), value=batch.carrier),
        Field("waybill", words("Waybill"), value=batch.waybill),
        Field("driver", words("Driver"), value=batch.driver),
    )
    return Form(words("{number} leaves the house", number=batch.row.number), fields, words("Shipped"))


def _credit(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    missing = batch.row.expected - batch.credited
    amount = f"{missing.amount:f}" if missing.minor > 0 else ""
    title = words("Credit for {number}: {money} expected", number=batch.row.number, money=words.money(missing))
    fields = (
        Field("credit", words("Number of the credit note"), needed=True),
        Field("amount", words("Amount"), FieldKind.MONEY, amount, needed=True),
        Field("day", words("Date"), FieldKind.DAY, words.date(today), needed=True),
        Field("final", words("Nothing more will come: what is missing is disputed"), FieldKind.YES),
    )
    return Form(title, fields, words("Record a credit"))


def _note(words: Words, *, needed: bool) -> Field:
    return Field("note", words("Note"), needed=needed, hint=words("Why, and what should be done"))


_FORMS: dict[str, Callable[[Words, BatchSnapshot, int, date], Form]] = {
    "send_back": _send_back,
    "approve_with_rest": _approve_with_rest,
    "reject": _reject,
    "cancel": _cancel,
    "second_original": _second_original,
    "authorize": _authorize,
    "pack": _pack,
    "ship": _ship,
    "credit": _credit,
}
