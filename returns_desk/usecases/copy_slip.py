"""A copy of a slip goes ahead of the goods; the original is still the one that travels with them."""

from dataclasses import dataclass

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.domain.correction_refusals import NoSlipYet
from returns_desk.domain.events import DocumentPrinted
from returns_desk.domain.people import Permission
from returns_desk.domain.slips import SlipContent
from returns_desk.store.lookups.batches import document_of_batch
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change
from returns_desk.usecases.issue_document import Target, register_print
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.require import allow


@dataclass(frozen=True)
class AdvanceCopy:
    """What goes ahead: the frozen slip as copy n, to an address (maybe empty), in the partner's language."""

    content: SlipContent
    copy: int
    to: str
    language: str
    dress: Dress = PLAIN  # that the slip was issued in


def copy_slip(work: Work, number: str, target: str) -> AdvanceCopy:
    """Register a copy of a batch's slip that goes to its partner by itself. No inverse: it is out of our hands.

    Address and language are those of the terms, else the partner's. Refuses ``NotFound``, ``NoSlipYet``.
    """
    allow(work, Permission.PRINT)
    batch = batch_to_change(work, number)
    document = document_of_batch(work.session, batch.id)
    if document is None:
        raise NoSlipYet(batch.number)
    terms = batch.terms.snapshot() if batch.terms else None
    language = (terms.language if terms else "") or batch.partner.language
    to = (terms.email if terms else "") or batch.partner.email
    copy = register_print(work, document, language, Target(target, as_copy=True))
    work.record(DocumentPrinted(batch_id=batch.id, number=document.number, copy=copy, language=language))
    content = SlipContent.from_json(document.content)
    return AdvanceCopy(content, copy, to, "en" if language == "en" else "he", dress_of(work, content.look))
