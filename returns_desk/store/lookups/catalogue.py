"""Find products, partners and the terms in force."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.store.records import PartnerRecord, ProductCodeRecord, ProductRecord, TermsRecord


def products_by_code(session: Session, codes: Sequence[str]) -> list[ProductRecord]:
    """Products that carry one of these barcodes, or have it as their SKU; two products may share a barcode."""
    return list(pieces_by_code(session, codes))


def pieces_by_code(session: Session, codes: Sequence[str]) -> dict[ProductRecord, int]:
    """Products that carry one of these barcodes, or have it as their SKU, and for how many pieces of each."""
    keys = [product_key(code) for code in codes]
    query = (
        select(ProductRecord, ProductCodeRecord.pieces)
        .join(ProductCodeRecord, ProductCodeRecord.product_id == ProductRecord.id)
        .where(ProductCodeRecord.code_key.in_(keys))
        .order_by(ProductRecord.sku, ProductCodeRecord.pieces.desc())
    )
    found = {product: pieces for product, pieces in session.execute(query)}
    named = product_by_sku(session, codes[0]) if codes and not found else None
    return found or ({named: 1} if named else {})


def codes_of_products(session: Session, codes: Sequence[str]) -> set[str]:
    """Which of these codes (as product keys) stand at a product, as its barcode or its SKU."""
    keys = [product_key(code) for code in codes]
    barcodes = session.scalars(select(ProductCodeRecord.code_key).where(ProductCodeRecord.code_key.in_(keys)))
    wanted = [lookup_key(code) for code in codes]
    skus = session.scalars(select(ProductRecord.sku_key).where(ProductRecord.sku_key.in_(wanted)))
    return {*barcodes, *(product_key(sku) for sku in skus)}


def product_by_sku(session: Session, sku: str) -> ProductRecord | None:
    """The product with this SKU, whatever its case."""
    return session.scalar(select(ProductRecord).where(ProductRecord.sku_key == lookup_key(sku)))


def products_by_sku(session: Session, skus: Sequence[str]) -> dict[str, ProductRecord]:
    """Many products at once, by their key, with their codes loaded."""
    query = select(ProductRecord).where(ProductRecord.sku_key.in_([lookup_key(sku) for sku in skus]))
    return {product.sku_key: product for product in session.scalars(query.options(selectinload(ProductRecord.codes)))}


def newest_products(session: Session, limit: int) -> list[ProductRecord]:
    """The last products that were added."""
    query = select(ProductRecord).order_by(ProductRecord.id.desc()).limit(limit)
    return list(session.scalars(query.options(selectinload(ProductRecord.codes))))


def count_products(session: Session) -> int:
    """How many products there are."""
    return session.scalar(select(func.count()).select_from(ProductRecord)) or 0


def partner_by_code(session: Session, code: str) -> PartnerRecord | None:
    """The partner with this code, whatever its case."""
    return session.scalar(select(PartnerRecord).where(PartnerRecord.code == lookup_key(code)))


def partners(session: Session, kind: PartnerKind | None = None) -> list[PartnerRecord]:
    """Partners of a kind, or all, by their code."""
    query = select(PartnerRecord).order_by(PartnerRecord.code)
    return list(session.scalars(query.where(PartnerRecord.kind == kind) if kind else query))


def first_partner(session: Session, kind: PartnerKind) -> PartnerRecord | None:
    """The partner that takes goods of this kind when nobody chose another: the first by code."""
    return session.scalar(select(PartnerRecord).where(PartnerRecord.kind == kind).order_by(PartnerRecord.code).limit(1))


def lock_partner(session: Session, partner_id: str) -> None:
    """Let no other station do the same for this partner until the step ends (an SQLite file is locked anyway)."""
    session.execute(select(PartnerRecord.id).where(PartnerRecord.id == partner_id).with_for_update())


def terms_in_force(session: Session, partner_id: str, day: date) -> TermsRecord | None:
    """The newest version of a supplier's terms that is valid on a day."""
    return session.scalar(
        select(TermsRecord)
        .where(TermsRecord.partner_id == partner_id, TermsRecord.valid_from <= day)
        .order_by(TermsRecord.version.desc())
        .limit(1)
    )


def newest_terms(session: Session, partner_id: str) -> TermsRecord | None:
    """The newest version of a supplier's terms, whenever it begins."""
    query = select(TermsRecord).where(TermsRecord.partner_id == partner_id).order_by(TermsRecord.version.desc())
    return session.scalar(query.limit(1))
