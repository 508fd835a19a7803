"""Look at what was inspected and by which rules: the looks at a piece, checklists and guides of categories."""

from dataclasses import dataclass
from datetime import datetime

from returns_desk.domain.checklists import CheckAnswer, Checklist, GradeGuide
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability
from returns_desk.domain.reasons import found_reason, suggested_liability
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots.inspections import InspectionSnapshot
from returns_desk.store.lookups.catalogue import product_by_sku, products_by_code
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.lookups.rules import all_guides, filed_inspections, guides_for, newest_checklists
from returns_desk.store.records import InspectionRecord, ItemRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.answer_checks import answers_of, checklist_of
from returns_desk.usecases.look import names_of


@dataclass(frozen=True)
class CategoryRules:
    """What is laid down for one category; an empty category stands for all that have no rules of their own."""

    category: str
    checklist: Checklist | None
    made_at: datetime | None
    guides: tuple[GradeGuide, ...]


def inspections_of(work: Work, number: str) -> tuple[InspectionSnapshot, ...]:
    """All looks at a piece, the first one first; the last one stands. Refuses ``NotFound``."""
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    filed = [_filed(inspection, person) for inspection, person in filed_inspections(work.session, item.id)]
    return (*filed, _standing(item, len(filed) + 1))


def rules_shown(work: Work, item: ItemRecord | None) -> tuple[Checklist | None, tuple[GradeGuide, ...]]:
    """The checks and the guides that the desk shows for the piece in hand: one query each."""
    if item is None:
        return None, ()
    return checklist_of(work, item), tuple(
        guide.snapshot() for guide in guides_for(work.session, item.product.category)
    )


def guides_of(work: Work, code: str) -> tuple[GradeGuide, ...]:
    """What each grade means for a product, by its SKU or barcode."""
    product = product_by_sku(work.session, code)
    found = [product] if product else products_by_code(work.session, [code])
    return tuple(guide.snapshot() for guide in guides_for(work.session, found[0].category)) if found else ()


def category_rules(work: Work) -> tuple[CategoryRules, ...]:
    """All that is laid down, by category; what counts for all others comes first."""
    lists = {record.category: record for record in newest_checklists(work.session)}
    guides: dict[str, list[GradeGuide]] = {}
    for guide in all_guides(work.session):
        guides.setdefault(guide.category, []).append(guide.snapshot())
    return tuple(
        CategoryRules(
            category,
            lists[category].snapshot() if category in lists else None,
            lists[category].made_at if category in lists else None,
            tuple(guides.get(category, ())),
        )
        for category in sorted({*lists, *guides})
    )


def liability_suggested(work: Work, number: str) -> Liability | None:
    """Who answers for a piece as the rule sees it; nobody before its grade. Refuses ``NotFound``."""
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    found = _found(item.grade, tuple(Finding(code) for code in item.findings), item)
    return suggested_liability(found, item.parcel.condition, item.stated) if found else None


def _found(grade: Grade | None, findings: tuple[Finding, ...], item: ItemRecord) -> FoundReason | None:
    return item.found or (found_reason(findings, grade, item.stated) if grade else None)


def _standing(item: ItemRecord, position: int) -> InspectionSnapshot:
    name, name_en = names_of(item.inspector)
    findings = tuple(Finding(code) for code in item.findings)
    return InspectionSnapshot(
        position=position,
        standing=True,
        inspector=name,
        inspector_en=name_en,
        began_at=item.began_at,
        ended_at=item.inspected_at,
        grade=item.grade,
        findings=findings,
        found=_found(item.grade, findings, item),
        liability=item.liability,
        answers=answers_of(item),
        note=item.note,
    )


def _filed(inspection: InspectionRecord, person: PersonRecord | None) -> InspectionSnapshot:
    said = inspection.body
    name, name_en = names_of(person)
    grade = Grade(said["grade"]) if said["grade"] else None
    findings = tuple(Finding(code) for code in said["findings"])
    return InspectionSnapshot(
        position=inspection.position,
        standing=False,
        inspector=name,
        inspector_en=name_en,
        began_at=inspection.began_at,
        ended_at=inspection.ended_at,
        grade=grade,
        findings=findings,
        found=FoundReason(said["found"]) if said["found"] else (found_reason(findings, grade) if grade else None),
        liability=Liability(said["liability"]) if said["liability"] else None,
        answers=tuple(CheckAnswer(**answer) for answer in said["answers"]),
        note=said["note"],
    )
