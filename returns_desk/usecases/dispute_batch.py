"""A short credit is disputed, by a numbered letter that says line by line what is missing."""

from returns_desk.domain.batches import BatchState
from returns_desk.domain.claims import Share, claims_of, standing_credits
from returns_desk.domain.dispute_letters import DisputeCredit, DisputeLetter, DisputeLine
from returns_desk.domain.events import CreditDisputed
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, NotFound
from returns_desk.domain.snapshots import BatchLineSnapshot, BatchSnapshot
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.lookups.credits import newest_letter
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_of, batch_to_change, move_batch
from returns_desk.usecases.issue_document import issue_document
from returns_desk.usecases.issue_slip import our_side, their_side
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.require import require


def dispute_batch(work: Work, number: str, note: str) -> str:
    """Dispute a short credit: its letter gets its number and is frozen; gives that number. ``note`` is in the letter.

    No inverse: a numbered letter was issued. It ends by further credits, or is written off. Refuses ``NotFound``,
    ``WrongState`` (only a short credit is disputed), ``BadValue`` without a note.
    """
    person = require(work, Permission.RECORD_CREDIT)
    record = batch_to_change(work, number)
    move_batch(record, BatchState.DISPUTED)
    kept = kept_text(note, LONGEST_NOTE)
    if not kept:
        raise BadValue("note", "")
    record.disputed_at = work.now
    work.flush()
    batch = look_at_batch(work, record.number)
    document = issue_document(
        work, record, DocumentKind.DISPUTE, lambda given: _letter(work, batch, given, kept, person.name)
    )
    missing = batch.totals.expected - batch.credited
    work.record(
        CreditDisputed(
            batch_id=record.id,
            number=record.number,
            letter=document.number,
            open_minor=missing.minor,
            currency=missing.currency,
            note=kept,
        )
    )
    return document.number


def dispute_letter(work: Work, number: str) -> DisputeLetter:
    """The last letter of a batch (or the batch of this letter), as it was issued. Refuses ``NotFound``."""
    record = batch_of(work, number)
    document = newest_letter(work.session, record.id)
    if document is None:
        raise NotFound("document", number)
    return DisputeLetter.from_json(document.content)


def _letter(work: Work, batch: BatchSnapshot, number: str, note: str, person: str) -> DisputeLetter:
    notes = standing_credits(batch.credits)
    record = batch_of(work, batch.row.number)
    return DisputeLetter(
        number=number,
        batch=batch.row.number,
        slip=batch.slip,
        authorization=batch.authorization,
        company=our_side(work.shop.snapshot()),
        partner=their_side(record.partner, record.terms),
        issued_at=work.now,
        issued_by=person,
        note=note,
        lines=tuple(_line(line, share) for line, share in claims_of(batch) if share.open.minor > 0),
        credits=tuple(DisputeCredit(credit.number, credit.at, credit.amount.minor) for credit in notes),
        expected_minor=batch.totals.expected.minor,
        received_minor=batch.credited.minor,
        shipped=batch.shipped_at.astimezone().date() if batch.shipped_at else None,
        currency=batch.totals.expected.currency,
        look=work.shop.look_now(),
    )


def _line(line: BatchLineSnapshot, share: Share) -> DisputeLine:
    item = line.item
    return DisputeLine(
        position=line.position,
        item=item.number,
        sku=item.product.sku,
        description=item.product.name,
        description_en=item.product.name_en,
        expected_minor=share.expected.minor,
        received_minor=share.received.minor,
        reason=share.reason.value if share.reason else "",
    )
