"""What is asked about a supplier's number, boxes, carrier and delivery."""

from collections.abc import Callable
from datetime import date

from returns_desk.desktop.dialogs.entry import Field, FieldKind
from returns_desk.desktop.screens.asked_form import Form
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words

_K = FieldKind


def close_form(words: Words, carton: str) -> Form:
    """Weight and size of a carton that is full."""
    fields = (
        Field("weight", words("Weight in kilograms"), _K.NUMBER, needed=True),
        Field("length", words("Length in centimetres (may be left empty)"), _K.NUMBER),
        Field("width", words("Width in centimetres (may be left empty)"), _K.NUMBER),
        Field("height", words("Height in centimetres (may be left empty)"), _K.NUMBER),
    )
    return Form(words("Close carton {number}", number=carton), fields, words("Close carton"))


def again_form(words: Words, authorization: str, batch: str) -> Form:
    """A supplier's number that is on another batch already is confirmed once more."""
    title = words("The supplier's number {given} is on {batch} already", given=authorization, batch=batch)
    field = Field("again", words("I checked it: the supplier gave it for both"), _K.YES, needed=True)
    return Form(title, (field,), words("Use it again"))


def deliver_form(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    """When the partner got the goods."""
    day = Field("day", words("Delivered on"), _K.DAY, words.date(today), needed=True)
    title = words("{number} was delivered; its proof can be added under Papers", number=batch.row.number)
    return Form(title, (day,), words("Delivered"))


def _authorize(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    until = words.date(batch.authorization_until) if batch.authorization_until else ""
    fields = (
        Field("authorization", words("Supplier's number"), value=batch.authorization, needed=True),
        Field("until", words("Valid until (empty: as the terms say)"), _K.DAY, until, hint=words.date(today)),
    )
    return Form(words("The supplier's number for {number}", number=batch.row.number), fields, words("Save"))


def _pack(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form | None:
    """Nothing is asked where cartons were packed: they were counted and weighed."""
    if batch.cartons:
        return None
    kilograms = f"{batch.weight_g / 1000:g}" if batch.weight_g else ""
    fields = (
        Field("packages", words("How many packages"), _K.COUNT, str(batch.packages or 1), needed=True),
        Field("weight", words("Weight in kilograms (may be left empty)"), _K.NUMBER, kilograms),
    )
    return Form(words("Pack {number}", number=batch.row.number), fields, words("Packed"))


def _ship(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form:
    fields = (
        Field("carrier", words("Carrier"), value=batch.carrier),
        Field("waybill", words("Waybill"), value=batch.waybill),
        Field("driver", words("Driver"), value=batch.driver),
        Field("plate", words("Vehicle number"), value=batch.plate),
    )
    return Form(words("{number} leaves the house", number=batch.row.number), fields, words("Shipped"))


PACKING_FORMS: dict[str, Callable[[Words, BatchSnapshot, int, date], Form | None]] = {
    "authorize": _authorize,
    "pack": _pack,
    "ship": _ship,
    "deliver": deliver_form,
}
