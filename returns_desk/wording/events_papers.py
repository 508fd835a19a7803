"""A sentence for what happens to numbered papers, and to the files that others made."""

from returns_desk.domain import events as e
from returns_desk.domain.money import Money
from returns_desk.domain.papers import AttachmentKind, DocumentKind
from returns_desk.wording.words import Words


def say_paper_event(words: Words, event: object) -> str | None:
    """What happened to a paper or a file; none for any other event."""
    return (
        _of_slip(words, event) or _of_document(words, event) or _of_file(words, event) or _of_correction(words, event)
    )


def _of_slip(words: Words, event: object) -> str | None:
    match event:
        case e.DocumentIssued(number=number, batch=batch, document=DocumentKind.SLIP):
            return words("Slip {number} issued for {batch}", number=number, batch=batch)
        case e.DocumentPrinted(number=number, copy=0, document=DocumentKind.SLIP):
            return words("Slip {number} printed: original", number=number)
        case e.DocumentPrinted(number=number, copy=copy, document=DocumentKind.SLIP):
            return words("Slip {number} printed: copy {copy}", number=number, copy=copy)
        case e.DocumentCancelled(number=number):
            return words("Slip {number} is void", number=number)
    return None


def _of_document(words: Words, event: object) -> str | None:
    match event:
        case e.DocumentIssued(number=number, batch=batch, document=document):
            kind = _named(words, document)
            return words("{kind} {number} issued for {batch}", kind=kind, number=number, batch=batch)
        case e.DocumentPrinted(number=number, copy=0, document=document):
            return words("{kind} {number} printed: original", kind=_named(words, document), number=number)
        case e.DocumentPrinted(number=number, copy=copy, document=document):
            kind = _named(words, document)
            return words("{kind} {number} printed: copy {copy}", kind=kind, number=number, copy=copy)
    return None


def _of_file(words: Words, event: object) -> str | None:
    match event:
        case e.FileAttached(number=number, shows=shows, name=name):
            kind = _named(words, shows)
            return words("{file} kept with {number}: {kind}", file=name, number=number, kind=kind)
        case e.FileDetached(number=number, name=name):
            return words("{file} taken away from {number}", file=name, number=number)
    return None


def _of_correction(words: Words, event: object) -> str | None:
    match event:
        case e.LineCorrected(number=number, item=item):
            return words("{item} taken off the slip of {number}: it is here", item=item, number=number)
        case e.BatchCorrected(number=number, document=document, lines=lines, expected_minor=minor, currency=currency):
            return words(
                "{number} corrected by {document}, lines taken off: {count}; {money} expected now",
                number=number,
                document=document,
                count=lines,
                money=words.money(Money(minor, currency)),
            )
    return None


def _named(words: Words, kind: str) -> str:
    """What a kind of paper or file is called; one that a newer program wrote stays as it is."""
    known: dict[str, DocumentKind | AttachmentKind] = {each.value: each for each in (*DocumentKind, *AttachmentKind)}
    return words.name(known[kind]) if kind in known else kind
