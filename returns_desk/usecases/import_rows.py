"""Take rows of a file into the store: what is new is added, what changed is changed, nothing is ever doubled.

There is no inverse: the file as it was, imported again, brings its facts back. Large files come in pieces (`PIECE`), so
that another station never waits long for the database.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.events import RowsImported
from returns_desk.domain.people import Permission, Role, may
from returns_desk.domain.refusals import RowRefused
from returns_desk.domain.term_fields import TermField
from returns_desk.exchange.rows import PersonRow, ProductRow, RefusedRow, SupplierRow
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.catalogue import newest_terms, partner_by_code, partners, products_by_sku
from returns_desk.store.lookups.delegations import delegations_to
from returns_desk.store.lookups.people import all_people, person_by_badge
from returns_desk.store.lookups.places import places_by_code
from returns_desk.store.records import (
    PartnerRecord,
    PersonRecord,
    ProductCodeRecord,
    ProductRecord,
    Record,
    TermsRecord,
)
from returns_desk.store.records.catalogue import terms_body
from returns_desk.store.work import Work
from returns_desk.usecases.require import allow
from returns_desk.usecases.sign_in import badge_hash, pin_fits, pin_hash

_OF_ROW = ("line", "code", "terms", "kind", "unsaid")  # what is no fact of the partner itself
PIECE = 500  # rows a transaction: about a tenth of a second


@dataclass(frozen=True)
class Taken:
    """How the rows of one piece went; ``told``: rows that were taken, and what is to be said of them.

    ``pieces``: how many in the house were stopped by a notice.
    """

    added: int = 0
    changed: int = 0
    same: int = 0
    refused: tuple[RefusedRow, ...] = ()
    told: tuple[RefusedRow, ...] = ()
    pieces: int = 0

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(
            self.added + other.added,
            self.changed + other.changed,
            self.same + other.same,
            self.refused + other.refused,
            self.told + other.told,
            self.pieces + other.pieces,
        )


def import_products(work: Work, rows: Sequence[ProductRow]) -> Taken:
    """Take products in by their SKU. A supplier that nobody knows refuses the row (``unknown supplier``)."""
    may_import(work)
    suppliers = {partner.code: partner.id for partner in partners(work.session, PartnerKind.SUPPLIER)}
    known = products_by_sku(work.session, [row.sku for row in rows])
    taken = Taken()
    for row in rows:
        if row.supplier and lookup_key(row.supplier) not in suppliers:
            taken += Taken(refused=(RefusedRow(row.line, RowRefused("unknown supplier", "supplier", row.supplier)),))
            continue
        taken += _take_product(work, row, suppliers.get(lookup_key(row.supplier)), known)
    for place in places_by_code(work.session, [row.place for row in rows if row.place]).values():
        place.dropped = False  # where a product has its place, things are put again
    return taken


def _take_product(work: Work, row: ProductRow, supplier_id: str | None, known: dict[str, ProductRecord]) -> Taken:
    facts: dict[str, Any] = {
        "name": row.name,
        "name_en": row.name_en,
        "category": row.category,
        "cost": row.cost.minor if row.cost else None,
        "price": row.price.minor if row.price else None,
        "supplier_id": supplier_id,
        "supplier_sku": row.supplier_sku,
        "serialised": row.serialised,
        "electrical": row.electrical,
        "weight_g": row.weight_g,
        "place": row.place,
        "dropped": False,  # whatever the catalogue names is in it again
    }
    priced = row.price or row.cost
    if priced is not None:
        facts["currency"] = priced.currency
    key = lookup_key(row.sku)
    product = known.get(key)
    if product is None:
        facts = {"currency": work.shop.currency} | facts
        known[key] = product = work.add(ProductRecord(id=new_id(), sku=row.sku, sku_key=key, **facts))
        _write_codes(product, row)
        return Taken(added=1)
    changed = write_facts(product, _said(row, product, facts))
    changed = _write_codes(product, row) or changed
    return Taken(changed=1) if changed else Taken(same=1)


def _said(row: ProductRow, product: ProductRecord, facts: dict[str, Any]) -> dict[str, Any]:
    """Facts for which the row's file has a column: a bare price list leaves cost and supplier as they were.

    Amounts of one product have one currency, so a price in another takes the cost of before away.
    """
    unsaid = row.unsaid
    if facts.get("currency", product.currency) != product.currency:
        unsaid -= {"cost", "price"}
    return {name: value for name, value in facts.items() if name.removesuffix("_id") not in unsaid}


def _write_codes(product: ProductRecord, row: ProductRow) -> bool:
    """Let a product carry the codes of the row, keeping those it has; of a kind that its file does not name, all."""
    wanted: dict[str, tuple[str, int]] = {
        record.code_key: (record.code, record.pieces)
        for record in product.codes
        if ("codes" if record.pieces == 1 else "carton_code") in row.unsaid
    }
    told = [(code, 1) for code in row.codes] + [(code, row.carton_pieces) for code in row.carton_codes]
    for code, pieces in told:
        wanted.setdefault(product_key(code), (code, pieces))
    kept = [record for record in product.codes if record.code_key in wanted]
    changed = [write_facts(record, {"pieces": wanted[record.code_key][1]}) for record in kept]
    there = {record.code_key for record in kept}
    new = [
        ProductCodeRecord(code=code, code_key=key, pieces=pieces)
        for key, (code, pieces) in wanted.items()
        if key not in there
    ]
    if not new and len(kept) == len(product.codes):
        return any(changed)
    product.codes = [*kept, *new]
    return True


def import_suppliers(work: Work, rows: Sequence[SupplierRow]) -> Taken:
    """Take suppliers, charities and recyclers in by their code; changed terms become a new version."""
    may_import(work)
    taken = Taken()
    for row in rows:
        facts: dict[str, Any] = {
            name: value
            for name, value in asdict(row).items()
            if name not in ("line", "code", "terms", "kind", "unsaid")
        }
        partner = partner_by_code(work.session, row.code)
        if partner is None:
            partner = work.add(PartnerRecord(id=new_id(), code=lookup_key(row.code), kind=row.kind, **facts))
            work.flush()
            _take_terms(work, partner, row)
            taken += Taken(added=1)
        else:
            changed = write_facts(partner, facts | {"kind": row.kind})
            changed = _take_terms(work, partner, row) or changed
            taken += Taken(changed=1) if changed else Taken(same=1)
    return taken


def _take_terms(work: Work, partner: PartnerRecord, row: SupplierRow) -> bool:
    if row.terms is None:
        return False
    newest = newest_terms(work.session, partner.id)
    body = terms_body(row.terms)
    if newest is None:
        work.add(TermsRecord(partner_id=partner.id, version=1, valid_from=row.terms.valid_from, body=body))
        return True
    before = terms_body(newest.snapshot())
    unsaid = {field.attribute for field in TermField if field.value in row.unsaid}
    body |= {name: value for name, value in before.items() if name in unsaid}
    if before == body:
        return False
    begins = max(work.today, newest.valid_from, row.terms.valid_from)
    work.add(TermsRecord(partner_id=partner.id, version=newest.version + 1, valid_from=begins, body=body))
    return True


def import_people(work: Work, rows: Sequence[PersonRow]) -> Taken:
    """Take people in by their badge; an empty PIN leaves the one they have.

    Once there are people, whoever may approve, in their own name or for another, is made or changed by an admin only,
    badge and PIN given: the computer's owner gets such a row refused (``needs admin``), so that no command leads around
    an approval.
    """
    guarded = work.who.owner and bool(all_people(work.session))
    may_import(work, Permission.MANAGE_PEOPLE)
    taken = Taken()
    for row in rows:
        taken += _take_person(work, row, guarded=guarded)
    return taken


def _take_person(work: Work, row: PersonRow, *, guarded: bool) -> Taken:
    facts: dict[str, Any] = {"name": row.name, "name_en": row.name_en, "role": row.role, "language": row.language}
    hashed = badge_hash(row.badge)
    person = person_by_badge(work.session, hashed)
    if row.pin and not (person and person.pin_hash and pin_fits(person.pin_hash, row.pin)):
        facts["pin_hash"] = pin_hash(row.pin)
    if person is not None and all(getattr(person, name) == value for name, value in facts.items()):
        return Taken(same=1)
    if guarded and (_may_approve(row.role) or (person is not None and _signs(work, person))):
        return Taken(refused=(RefusedRow(row.line, RowRefused("needs admin", "role", row.role.value)),))
    if person is None:
        work.add(PersonRecord(id=new_id(), badge_hash=hashed, **{"pin_hash": "", **facts}))
        work.flush()
        return Taken(added=1)
    write_facts(person, facts)
    return Taken(changed=1)


def _may_approve(role: Role) -> bool:
    return may(role, Permission.APPROVE_BATCH)


def _signs(work: Work, person: PersonRecord) -> bool:
    """Whether somebody may approve, in their own name or, now or soon, for another."""
    ended = (DelegationState.OVER, DelegationState.REVOKED)
    given = delegations_to(work.session, person.id)
    return _may_approve(person.role) or any(each.term.stands(work.today) not in ended for each in given)


def what_import_needs(work: Work) -> tuple[date, str]:
    """The day from which a file's dates count, and the shop's currency."""
    return work.today, work.shop.currency


def note_import(work: Work, kind: str, file: str, taken: Taken, refused: int, sha256: str) -> None:
    """Write down that a file was taken in, once for the whole of it."""
    work.record(
        RowsImported(kind=kind, file=file, taken=taken.added, changed=taken.changed, refused=refused, sha256=sha256)
    )


def may_import(work: Work, permission: Permission = Permission.IMPORT) -> None:
    """Ask for the right; a database without people yet is filled by whoever owns the computer."""
    if all_people(work.session):
        allow(work, permission)


def write_facts(record: Record, facts: dict[str, Any]) -> bool:
    """Set what differs, and say whether anything did."""
    changed = False
    for name, value in facts.items():
        if getattr(record, name) != value:
            setattr(record, name, value)
            changed = True
    return changed
