"""The numbered paper: its content is frozen at issue, its original is printed once, every later print is a copy."""

from dataclasses import dataclass, replace

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.domain.batches import BatchMode, LineState
from returns_desk.domain.events import DocumentCancelled, DocumentPrinted
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, NotFound
from returns_desk.domain.slips import SlipContent, SlipLine, SlipParty, SlipReferences, SlipTotals
from returns_desk.domain.snapshots import Company
from returns_desk.store.lookups.batches import (
    document_by_number,
    document_of_batch,
    last_copy,
    live_lines,
    void_document_of_batch,
)
from returns_desk.store.lookups.cartons import cartons_of
from returns_desk.store.lookups.papers import original_printed
from returns_desk.store.records import BatchLineRecord, BatchRecord, DocumentRecord, PartnerRecord, TermsRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import approved_for, batch_of, batch_to_change, totals_of
from returns_desk.usecases.issue_document import Target, issue_document, register_print
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.require import allow, require
from returns_desk.usecases.slip_giving import materials, materials_of_lines


@dataclass(frozen=True)
class SlipPrint:
    """What a printer needs: frozen content, and which print this is (0 original, ``None`` draft or preview)."""

    content: SlipContent
    copy: int | None
    cancelled: bool = False
    dress: Dress = PLAIN


def issue_slip(work: Work, batch: BatchRecord) -> DocumentRecord:
    """Give a batch's paper its number, in the approval's own transaction. No inverse: a void paper keeps its number."""
    return issue_document(work, batch, DocumentKind.SLIP, lambda number: slip_content(work, batch, number))


def reissue_slip(work: Work, batch: BatchRecord) -> DocumentRecord:
    """Replace a batch's paper by one with today's references."""
    void_slip(work, batch)
    return issue_slip(work, batch)


def void_slip(work: Work, batch: BatchRecord) -> None:
    """Cancel a batch's paper, if there is one: it keeps its number. No inverse: the batch gets another paper."""
    old = document_of_batch(work.session, batch.id)
    if old is not None:
        old.cancelled = True
        work.flush()
        work.record(DocumentCancelled(batch_id=batch.id, number=old.number))


def print_slip(
    work: Work, number: str, language: str, target: str, *, again: bool = False, reason: str = ""
) -> SlipPrint:
    """Register one print of a batch's paper: the original once, then copy 1, 2, ...; before approval a draft.

    ``again`` asks for a second original, which needs a supervisor's badge, PIN and a reason (``BadValue`` without).
    No inverse: it is on paper. Refuses ``NotFound``.
    """
    if again:
        require(work, Permission.SECOND_ORIGINAL)
    else:
        allow(work, Permission.PRINT)
    if again and not reason.strip():
        raise BadValue("reason", "")
    batch = batch_to_change(work, number)
    document = _paper(work, batch, number)
    if document is None:
        return _dressed(work, slip_content(work, batch, ""), None)
    copy = register_print(work, document, language, Target(target, reason))
    shown = 0 if again else copy
    work.record(
        DocumentPrinted(batch_id=batch.id, number=document.number, copy=shown, language=language, reason=reason[:300])
    )
    return _dressed(work, SlipContent.from_json(document.content), shown, cancelled=document.cancelled)


def preview_slip(work: Work, number: str) -> SlipPrint:
    """A batch's paper as it would be printed, for looking at only; nothing is registered."""
    batch = batch_of(work, number)
    document = _paper(work, batch, number)
    if document is None:
        return _dressed(work, slip_content(work, batch, ""), None)
    content = SlipContent.from_json(document.content)
    printed = original_printed(work.session, document.id)
    copy = last_copy(work.session, document.id) if printed else None
    return _dressed(work, content, copy, cancelled=document.cancelled)


def _dressed(work: Work, content: SlipContent, copy: int | None, *, cancelled: bool = False) -> SlipPrint:
    """The print in what the paper wore when it was issued; a draft in what it would wear today."""
    return SlipPrint(content, copy, cancelled, dress_of(work, content.look))


def _paper(work: Work, batch: BatchRecord, number: str) -> DocumentRecord | None:
    """The very paper that was named, else the batch's paper in force, else its void one."""
    named = document_by_number(work.session, number)
    if named is not None and named.kind is not DocumentKind.SLIP:
        raise NotFound("document", number)
    return named or document_of_batch(work.session, batch.id) or void_document_of_batch(work.session, batch.id)


def slip_content(work: Work, batch: BatchRecord, number: str) -> SlipContent:
    """All that a batch's paper says now."""
    lines = [line for line in live_lines(work.session, batch.id, whole=True) if line.state is not LineState.SENT_BACK]
    totals = totals_of(batch, lines)
    return SlipContent(
        kind=batch.kind,
        number=number,
        batch=batch.number,
        company=our_side(work.shop.snapshot()),
        partner=their_side(batch.partner, batch.terms),
        issued_at=work.now if number else None,
        shipping_date=None,
        prepared_by=batch.preparer.name if batch.preparer else "",
        approved_by=batch.approver.name if batch.approver else "",
        approved_for=approved_for(work, batch)[0],
        references=SlipReferences(
            authorization=batch.authorization,
            authorization_until=batch.authorization_until,
            carrier=batch.carrier,
            waybill=batch.waybill,
            driver=batch.driver,
            packages=batch.packages,
            weight_g=batch.weight_g or 0,
            sscc=tuple(carton.sscc for carton in cartons_of(work.session, batch.id) if carton.sscc),
            certificate=batch.certificate,
        ),
        lines=_slip_lines(work, batch, lines),
        totals=SlipTotals(
            lines=len(lines),
            units=sum(line.item.quantity for line in lines),
            gross_minor=totals.gross.minor,
            fee_minor=totals.fee.minor,
            freight_minor=totals.freight.minor,
            expected_minor=totals.expected.minor,
        ),
        currency=batch.currency,
        destroyed=batch.mode is BatchMode.DESTROY,
        look=work.shop.look_now(),
        **materials(work, batch, lines),
    )


def _slip_lines(work: Work, batch: BatchRecord, lines: list[BatchLineRecord]) -> tuple[SlipLine, ...]:
    """The lines in their order, each with what a charity or recycler must know of it."""
    more = materials_of_lines(work, batch, lines)
    return tuple(
        replace(_slip_line(position, line), **facts)
        for position, (line, facts) in enumerate(zip(lines, more, strict=True), start=1)
    )


def _slip_line(position: int, line: BatchLineRecord) -> SlipLine:
    item, product = line.item, line.item.product
    return SlipLine(
        position=position,
        item=item.number,
        sku=product.sku,
        supplier_sku=product.supplier_sku,
        gtin=product.codes[0].code if product.codes else "",
        description=product.name,
        description_en=product.name_en,
        serial=item.serial,
        lot=item.lot,
        quantity=item.quantity,
        grade=item.grade.value if item.grade else "",
        reason=line.reason.value,
        outcome="credit",
        value_minor=line.gross,
        credit_minor=line.credit,
        weight_g=(product.weight_g or 0) * item.quantity,
    )


def our_side(company: Company) -> SlipParty:
    """The shop, as its papers name it."""
    return SlipParty(
        name=company.name,
        name_en=company.name_en,
        company_number=company.company_number,
        address=company.address,
        address_en=company.address_en,
        phone=company.phone,
        email=company.email,
    )


def their_side(partner: PartnerRecord, terms: TermsRecord | None = None) -> SlipParty:
    """A partner, as papers name it; by the terms also where its returns go, and to whom."""
    shown = partner.snapshot(terms).for_returns
    return SlipParty(
        name=partner.name,
        name_en=partner.name_en,
        company_number=partner.company_number,
        address=shown.address,
        contact=shown.contact,
        phone=partner.phone,
        email=shown.email,
    )
