"""Numbered papers of every kind: issued once with frozen content, the next number of their series and year each."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from returns_desk.domain.events import DocumentIssued, DocumentPrinted
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import NotFound
from returns_desk.store.finder import find_also
from returns_desk.store.lookups.batches import document_by_number, last_copy
from returns_desk.store.lookups.papers import original_printed
from returns_desk.store.numbers import next_number
from returns_desk.store.records import BatchRecord, DocumentPrintRecord, DocumentRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change
from returns_desk.usecases.require import allow


class Frozen(Protocol):
    """All that a paper says, as a value."""

    def to_json(self) -> str:
        """Write the canonical text: the same content gives the same text."""


def issue_document(
    work: Work, batch: BatchRecord, kind: DocumentKind, content: Callable[[str], Frozen]
) -> DocumentRecord:
    """Give a batch a numbered paper, in its step's own transaction; ``content`` is made for the number it gets.

    No inverse: a paper that is void keeps its number.
    """
    series, year = kind.series or batch.kind.document_series, work.today.year
    sequence = next_number(work.session, f"document {series} {year}")
    number = f"{series}-{year}-{sequence:06d}"
    text = content(number).to_json()
    document = work.add(
        DocumentRecord(
            number=number,
            series=series,
            year=year,
            sequence=sequence,
            batch_id=batch.id,
            content=text,
            sha256=sha256(text.encode()).hexdigest(),
            issued_at=work.now,
            issued_by=work.person.id,
            kind=kind,
        )
    )
    work.flush()
    find_also(work.session, batch.id, number)
    told = DocumentIssued(
        batch_id=batch.id, number=number, batch=batch.number, sha256=document.sha256, document=kind.value
    )
    work.record(told)
    return document


@dataclass(frozen=True)
class Target:
    """Where a print goes, and why. ``as_copy``: it is a copy though no original was printed yet."""

    name: str
    reason: str = ""
    as_copy: bool = False


def register_print(work: Work, document: DocumentRecord, language: str, target: Target) -> int:
    """Write down one print of a paper, and give its place: 0 the original, then copy 1, 2, ..."""
    person = work.person if work.person_id else None
    original = not target.as_copy and not original_printed(work.session, document.id)
    copy = 0 if original else (last_copy(work.session, document.id) or 0) + 1
    work.add(
        DocumentPrintRecord(
            document_id=document.id,
            copy=copy,
            at=work.now,
            person_id=person.id if person else None,
            language=language,
            target=target.name[:300],
            reason=target.reason[:300],
        )
    )
    return copy


def print_document(work: Work, number: str, language: str, target: str) -> tuple[DocumentRecord, int]:
    """Register one print of a numbered paper that is no slip; gives the paper and which print this is.

    No inverse: it is on paper. Refuses ``NotFound``.
    """
    allow(work, Permission.PRINT)
    batch = batch_to_change(work, number)
    document = document_by_number(work.session, number)
    if document is None or document.kind is DocumentKind.SLIP:
        raise NotFound("document", number)
    copy = register_print(work, document, language, Target(target))
    work.record(
        DocumentPrinted(
            batch_id=batch.id, number=document.number, copy=copy, language=language, document=document.kind.value
        )
    )
    return document, copy
