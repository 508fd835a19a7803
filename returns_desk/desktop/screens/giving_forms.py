"""What is asked about gifts and recycling: the certificate, and why one is missing, or a registration number."""

from datetime import date

from returns_desk.desktop.dialogs.entry import Field, FieldKind
from returns_desk.desktop.screens.asked_form import Form
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words


def certify_form(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form | None:
    """Number and day of the certificate."""
    fields = (
        Field("certificate", words("Number of the certificate or receipt"), value=batch.certificate, needed=True),
        Field("day", words("Date"), FieldKind.DAY, words.date(batch.certificate_at or today), needed=True),
        Field("again", words("The same certificate covers another batch too"), FieldKind.YES),
    )
    return Form(words("The certificate for {number}", number=batch.row.number), fields, words("Save"))


def close_form(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form | None:
    """Why a batch is closed without a certificate; nothing is asked of any other."""
    if batch.row.kind is PartnerKind.SUPPLIER or batch.certificate:
        return None
    title = words("Close {number} without a certificate", number=batch.row.number)
    return Form(title, (_why(words),), words("Close the batch"))


def unregistered_form(words: Words, batch: BatchSnapshot, _: int, today: date) -> Form | None:
    """Why a charity gets something without a registration number."""
    title = words("Approve {number} without a registration number", number=batch.row.number)
    return Form(title, (_why(words),), words("Go on to badge and PIN"))


def lacks_registration(batch: BatchSnapshot) -> bool:
    """Whether an approval has to say why the recipient has no number."""
    return batch.row.kind is PartnerKind.CHARITY and not batch.row.partner.company_number


def _why(words: Words) -> Field:
    return Field("note", words("Note"), needed=True, hint=words("Why, and what should be done"))


GIVING_FORMS = {"certify": certify_form, "close_batch": close_form, "approve_unregistered": unregistered_form}
