"""Put all that the rule of evidence looks at into one value, and ask the rule; ask the clerk where it must be."""

from returns_desk.domain.evidence import EvidenceCase, photos_asked, photos_needed
from returns_desk.domain.grades import Finding
from returns_desk.domain.items import Disposition, OverrideReason
from returns_desk.domain.photos import PhotoKind, PhotoSnapshot
from returns_desk.domain.recommendation import Recommendation
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.domain.ways import way_named
from returns_desk.store.lookups.photos import kinds_of, photos_of_item
from returns_desk.store.records import ItemRecord, ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask, standing_question
from returns_desk.usecases.item_terms import terms_of


def evidence_shown(
    work: Work, parcel: ParcelRecord | None, item: ItemRecord | None, found: Recommendation | None
) -> tuple[tuple[PhotoSnapshot, ...], tuple[PhotoKind, ...]]:
    """The photographs of the piece in hand and its parcel, and what it calls for and nobody photographed yet."""
    if item is None:
        return (photos_of_item(work.session, None, parcel.id) if parcel else ()), ()
    photos = photos_of_item(work.session, item.id, item.parcel_id)
    advised = found.advised if found else None
    disposition = item.disposition or (advised.disposition if advised else None)
    return photos, photos_needed(_case(work, item, disposition, kinds_of(photos)))


def photos_missing(work: Work, item: ItemRecord, disposition: Disposition) -> tuple[PhotoKind, ...]:
    """What must be photographed before a piece may be decided this way without a word.

    The database is asked for photographs only where there must be some.
    """
    if not photos_asked(_case(work, item, disposition, ())):
        return ()
    work.flush()
    taken = kinds_of(photos_of_item(work.session, item.id, item.parcel_id))
    return photos_asked(_case(work, item, disposition, taken))


def ask_for_photos(work: Work, missing: tuple[PhotoKind, ...], way: str, override: OverrideReason | None) -> None:
    """Ask for photographs, keeping why another way than the recommended was chosen. Any other scan drops it."""
    kinds = tuple(kind.value for kind in missing)
    ask(work, QuestionKind.PHOTOS_MISSING, way, kinds, (override.value,) if override else ())


def kept_override(work: Work, way: str) -> OverrideReason | None:
    """Why another way than the recommended was chosen, where that was said before photographs were asked for."""
    answering = work.answering
    if answering is None or answering.kind is not QuestionKind.PHOTOS_MISSING or answering.subject != way:
        return None
    return OverrideReason(answering.marks[0]) if answering.marks else None


def ask_for_fewer(work: Work) -> None:
    """A photograph was taken while they are asked for: what is still missing is asked for, down to nothing."""
    question, item = standing_question(work), work.get(ItemRecord, work.bench.item_id)
    if question is None or question.kind is not QuestionKind.PHOTOS_MISSING or item is None:
        return
    missing = photos_missing(work, item, way_named(question.subject)[0])
    work.bench.question = {
        "kind": question.kind.value,
        "subject": question.subject,
        "choices": [kind.value for kind in missing],
        "marks": list(question.marks),
    }


def _case(work: Work, item: ItemRecord, disposition: Disposition | None, taken: tuple[PhotoKind, ...]) -> EvidenceCase:
    product, parcel = item.product, item.parcel
    terms = terms_of(work, item) if disposition is Disposition.SUPPLIER else None
    return EvidenceCase(
        grade=item.grade,
        value=product.price if product.price is not None else product.cost,
        photo_value=work.shop.limits_now().photo_value,
        findings=tuple(Finding(code) for code in item.findings),
        stated=item.stated,
        found=item.found,
        condition=parcel.condition,
        empty=parcel.empty,
        serialised=product.serialised,
        disposition=disposition,
        terms_ask=terms is not None and terms.snapshot().photos_needed,
        taken=taken,
    )
