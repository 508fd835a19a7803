"""The shapes in which commands show things: one dictionary of facts each, for JSON and for people alike."""

from datetime import datetime

from returns_desk.cli.call import Call
from returns_desk.domain.exceptions import ExceptionRow
from returns_desk.domain.parcels import HERE, ParcelState, RmaState
from returns_desk.domain.snapshots import (
    BatchLineSnapshot,
    BatchRow,
    ItemSnapshot,
    ParcelSnapshot,
    PartnerSnapshot,
    PersonSnapshot,
    ProductSnapshot,
    RmaSnapshot,
)
from returns_desk.domain.terms import SupplierTerms
from returns_desk.usecases.look_batches import DocumentRow
from returns_desk.wording.exceptions import owner_in, product_in, say_why

Facts = dict[str, object]


def item_row(call: Call, item: ItemSnapshot) -> Facts:
    """One piece."""
    return {
        "number": item.number,
        "state": item.state,
        "parcel": item.parcel,
        "rma": item.rma,
        "customer": item.customer,
        "product": item.product.name_in(call.words.language),
        "sku": item.product.sku,
        "code": item.product.codes[0] if item.product.codes else "",
        "quantity": item.quantity,
        "serial": item.serial,
        "serial_check": item.serial_check,
        "outcome": item.outcome,
        "grade": item.grade,
        "findings": list(item.findings),
        "disposition": item.disposition,
        "recommended": item.recommended,
        "held": item.held,
        "stock": item.stock,
        "place": item.place,
        "batch": item.batch,
        "net": item.net,
        "received_at": item.received_at,
    }


def parcel_row(_call: Call, parcel: ParcelSnapshot) -> Facts:
    """One box, in short."""
    return {
        "number": parcel.number,
        "state": parcel.state,
        "tracking": parcel.tracking,
        "carrier": parcel.carrier,
        "rmas": [rma.number for rma in parcel.rmas],
        "customers": list(dict.fromkeys(rma.customer for rma in parcel.rmas if rma.customer)),
        "expected": sum(line.quantity for line in parcel.expected),
        "items": len(parcel.items),
        "empty": parcel.empty,
        "arrived_at": parcel.arrived_at,
        "sender": parcel.sender,
        "sscc": parcel.sscc,
        "condition": parcel.condition,
        "weight_g": parcel.weight_g,
        "expected_g": parcel.expected_g,
        "box_no": parcel.box_no,
        "box_count": parcel.box_count,
    }


def age_days(parcel: ParcelSnapshot, now: datetime) -> float | None:
    """How long a box has been waiting here, to a tenth of a day; nothing for one that is done, or not here."""
    done = parcel.state is ParcelState.CLOSED and parcel.rmas
    if parcel.arrived_at is None or done or parcel.state not in {*HERE, ParcelState.NOT_OURS}:
        return None
    return round(max((now - parcel.arrived_at).total_seconds(), 0.0) / 86_400, 1)


def rma_row(call: Call, rma: RmaSnapshot) -> Facts:
    """One announced return."""
    return {
        "number": rma.number,
        "state": RmaState(rma.state),
        "customer": rma.customer,
        "phone": rma.phone,
        "vip": rma.vip,
        "order": rma.order,
        "channel": rma.channel,
        "tracking": list(rma.tracking),
        "announced": rma.announced,
        "delivered": rma.delivered,
        "expires": rma.expires,
        "stated": rma.stated,
        "wanted": rma.wanted,
        "note": rma.note,
        "authorized": rma.authorized,
        "protected": rma.protected,
        "lines": [
            {
                "product": line.product.name_in(call.words.language),
                "sku": line.product.sku,
                "quantity": line.quantity,
                "received": line.received,
                "serial": line.serial,
            }
            for line in rma.lines
        ],
    }


def batch_row(call: Call, batch: BatchRow) -> Facts:
    """One batch, in short."""
    return {
        "number": batch.number,
        "state": batch.state,
        "kind": batch.kind,
        "partner": partner_name(call, batch.partner),
        "partner_code": batch.partner.code,
        "lines": batch.lines,
        "gross": batch.gross,
        "expected_credit": batch.expected,
        "opened_at": batch.opened_at,
        "days_left": batch.days_left,
        "missing_to_minimum": batch.missing_to_minimum,
        "mode": batch.mode,
        "sort": batch.sort,
    }


def batch_line(call: Call, line: BatchLineSnapshot) -> Facts:
    """One line of a batch."""
    return {
        "position": line.position,
        "line_state": line.state,
        "reason": line.reason,
        "gross": line.gross,
        "credit": line.credit,
        "days_left": line.days_left,
        "note": line.note,
        "item": line.item.number,
        "product": line.item.product.name_in(call.words.language),
        "sku": line.item.product.sku,
        "serial": line.item.serial,
        "grade": line.item.grade,
    }


def document_row(_call: Call, document: DocumentRow) -> Facts:
    """One numbered paper."""
    return {
        "number": document.number,
        "state": document.state,
        "batch": document.batch,
        "issued_at": document.issued_at,
        "prints": document.copies,
        "sha256": document.sha256,
    }


def product_row(call: Call, product: ProductSnapshot) -> Facts:
    """One product; its number is its SKU."""
    return {
        "number": product.sku,
        "state": "dropped" if product.dropped else "",
        "sku": product.sku,
        "product": product.name_in(call.words.language),
        "codes": list(product.codes),
        "category": product.category,
        "cost": product.cost,
        "price": product.price,
        "supplier_sku": product.supplier_sku,
        "serialised": product.serialised,
        "place": product.place,
    }


def supplier_row(call: Call, partner: PartnerSnapshot) -> Facts:
    """One supplier, charity or recycler; its number is its code."""
    return {
        "number": partner.code,
        "state": "",
        "kind": partner.kind,
        "partner": partner_name(call, partner),
        "company_number": partner.company_number,
        "address": partner.address,
        "contact": partner.contact,
        "phone": partner.phone,
        "email": partner.email,
        "terms": _terms(partner.terms) if partner.terms else None,
    }


def _terms(terms: SupplierTerms) -> Facts:
    """A supplier's terms under the names that import takes; amounts are in minor units of the shop's currency."""
    return {
        "version": terms.version,
        "valid_from": terms.valid_from,
        "defective": terms.defective,
        "not_defective": terms.not_defective,
        "authorization_needed": terms.authorization,
        "authorization_days": terms.authorization_days,
        "window_days": terms.window_days,
        "window_from": terms.window_from,
        "minimum_value_minor": terms.minimum_value,
        "minimum_wait_days": terms.minimum_wait_days,
        "below_minimum": terms.below_minimum,
        "credit_percent": terms.credit_bp / 100,
        "fee_percent": terms.fee_bp / 100,
        "fee_percent_by_reason": {reason.value: share / 100 for reason, share in terms.fee_by_reason.items()},
        "freight_payer": terms.freight_payer,
        "freight_percent": terms.freight_bp / 100,
        "opened_accepted": terms.opened_accepted,
        "photos_needed": terms.photos_needed,
        "serials_needed": terms.serials_needed,
        "credit_days": terms.credit_days,
        "minimum_quantity": terms.minimum_quantity,
        "separate_defective": terms.separate_defective,
        "packing": terms.packing,
        "return_address": terms.return_address,
        "terms_contact": terms.contact,
        "terms_email": terms.email,
        "terms_language": terms.language,
    }


def person_row(_call: Call, person: PersonSnapshot) -> Facts:
    """Somebody of the desk; badges are never shown, so the name stands for the number."""
    return {
        "number": person.name,
        "state": "active" if person.active else "left",
        "name": person.name,
        "name_en": person.name_en,
        "role": person.role,
        "language": person.language,
    }


def exception_row(call: Call, row: ExceptionRow) -> Facts:
    """Something that somebody should look at."""
    return {
        "number": row.number,
        "state": row.state,
        "kind": row.kind,
        "why": call.clean(say_why(call.words, row)),
        "product": product_in(call.words, row),
        "parcel": row.parcel,
        "owner": owner_in(call.words, row),
        "since": row.since,
        "key": row.key,
        "subject": row.subject,
        "ways": list(row.ways),
    }


def partner_name(call: Call, partner: PartnerSnapshot) -> str:
    """The partner's name in the language of the answer, else the one there is."""
    return (partner.name_en or partner.name) if call.words.language == "en" else (partner.name or partner.name_en)
