"""Look at the terms of suppliers: all versions, the one in force, and what some terms would say to a thing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from returns_desk.domain.batches import PartnerKind, sort_of
from returns_desk.domain.check_terms import term_faults
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.recommendation import Case
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots.supplier_terms import SupplierVersions, TermsVersion
from returns_desk.domain.term_faults import TermFault
from returns_desk.domain.terms import SupplierTerms
from returns_desk.domain.terms_said import TermsExample, TermsSaid, terms_say
from returns_desk.store.lookups.batches import Gathering
from returns_desk.store.lookups.catalogue import partners, terms_in_force
from returns_desk.store.lookups.decisions import credits_of_supplier, gathers_daily, value_waiting
from returns_desk.store.lookups.photos import photos_of_item
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.lookups.terms import all_versions
from returns_desk.store.records import ItemRecord, PartnerRecord, TermsRecord
from returns_desk.store.work import Work
from returns_desk.usecases.look_example import example
from returns_desk.usecases.look_rules import states
from returns_desk.usecases.recommend_item import rule_of
from returns_desk.usecases.supplier_named import supplier_named


@dataclass(frozen=True)
class AskedTerms:
    """What terms are asked about: an item's number or a product's SKU, and what is typed over it."""

    code: str = ""
    grade: Grade | None = None
    findings: tuple[Finding, ...] | None = None
    stated: StatedReason | None = None


def terms_of_suppliers(work: Work) -> tuple[SupplierVersions, ...]:
    """Every supplier with its terms, by its code."""
    versions = all_versions(work.session)
    suppliers = partners(work.session, PartnerKind.SUPPLIER)
    return tuple(_shown(partner, versions.get(partner.id, []), work.today) for partner in suppliers)


def terms_of_supplier(work: Work, supplier: str) -> SupplierVersions:
    """One supplier with its terms. Refuses ``NotFound``."""
    partner = supplier_named(work, supplier)
    return _shown(partner, all_versions(work.session, [partner.id]).get(partner.id, []), work.today)


def terms_version(work: Work, supplier: str, version: int | None = None) -> TermsVersion:
    """One version, without a number the one in force. Refuses ``NotFound``."""
    shown = terms_of_supplier(work, supplier)
    found = shown.in_force if version is None else shown.version(version)
    if found is None:
        raise NotFound("terms", supplier if version is None else f"{supplier} {version}")
    return found


def _shown(partner: PartnerRecord, records: Sequence[TermsRecord], today: date) -> SupplierVersions:
    newest_first = [record.snapshot() for record in records]
    told = states(newest_first, today)
    versions = [TermsVersion(terms, state, ends) for terms, (state, ends) in zip(newest_first, told, strict=True)]
    in_force = next((record for record in records if record.valid_from <= today), None)
    return SupplierVersions(partner.snapshot(in_force), tuple(versions))


def faults_of_terms(
    work: Work, supplier: str, terms: SupplierTerms, *, begins_now: bool = True
) -> tuple[TermFault, ...]:
    """All for which ``set_terms`` would refuse terms; ones that are only tried may begin in the past."""
    before = terms_of_supplier(work, supplier).before(work.today)
    return term_faults(terms, before if begins_now else None)


def what_terms_say(work: Work, supplier: str, terms: SupplierTerms, asked: AskedTerms) -> TermsSaid:
    """What terms, also ones that are not laid down, say to a piece or a product. Refuses ``NotFound``."""
    found = terms_example(work, supplier, asked)
    if found is None:
        raise NotFound("product", asked.code)
    return terms_say(found, terms)


def terms_example(work: Work, supplier: str, asked: AskedTerms) -> TermsExample | None:
    """A piece or a product as if this supplier had delivered it; without a code the last one that was graded.

    ``None``: there is neither. Refuses ``NotFound``.
    """
    partner = supplier_named(work, supplier)
    chosen = example(work, asked.code)
    if chosen is None:
        return None
    item, before = item_by_number(work.session, chosen.code), chosen.case
    case = replace(
        before,
        supplier=partner.code,
        has_supplier=True,
        grade=asked.grade or before.grade,
        findings=before.findings if asked.findings is None else asked.findings,
        stated=asked.stated or before.stated,
    )
    case = _with_dealings(work, partner, case, item)
    photographed = item is not None and bool(photos_of_item(work.session, item.id, item.parcel_id))
    return TermsExample(chosen.code, chosen.name, chosen.name_en, case, rule_of(work, case), photographed)


def _with_dealings(work: Work, partner: PartnerRecord, case: Case, item: ItemRecord | None) -> Case:
    """How the supplier credited so far, what waits for it and what comes in a day: also for terms to come."""
    seen, share = credits_of_supplier(work.session, partner.id)
    in_force = terms_in_force(work.session, partner.id, work.today)
    waiting = 0
    if in_force is not None:
        sort = sort_of(in_force.snapshot(), case.grade)
        goods = Gathering(partner.id, case.currency, in_force.id, sort=sort)
        waiting = value_waiting(work.session, goods, but=item.id if item else "")
    daily = gathers_daily(work.session, partner.id, case.currency, work.today)
    return replace(case, credits_seen=seen, credits_share=share, waiting_value=waiting, gathers_daily=daily)
