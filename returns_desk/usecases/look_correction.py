"""Look at a correcting document as it was issued. Nothing is changed."""

from returns_desk.domain.corrections import Correction
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.refusals import NotFound
from returns_desk.store.lookups.batches import document_by_number
from returns_desk.store.work import Work


def correction(work: Work, number: str) -> Correction:
    """The correcting document with a number. Refuses ``NotFound``."""
    document = document_by_number(work.session, number)
    if document is None or document.kind is not DocumentKind.CORRECTION:
        raise NotFound("document", number)
    return Correction.from_json(document.content)
