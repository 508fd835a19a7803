"""A sentence for what happens to papers on their way to a printer."""

from returns_desk.domain import events as e
from returns_desk.domain.printing import PaperKind
from returns_desk.wording.words import Words


def say_printing_event(words: Words, event: object) -> str | None:
    """What happened to a job of the print queue; none for any other event."""
    match event:
        case e.PaperQueued(number=number, paper=paper):
            return words("{paper} {number} will be printed", paper=_named(words, paper), number=number)
        case e.JobCancelled(number=number, paper=paper):
            return words("{paper} {number} will not be printed", paper=_named(words, paper), number=number)
        case e.JobWaitsAgain(number=number, paper=paper):
            return words("{paper} {number} will be printed all the same", paper=_named(words, paper), number=number)
        case e.JobPrintedAgain(number=number, paper=paper):
            return words("{paper} {number} will be printed again", paper=_named(words, paper), number=number)
        case e.JobSettled(number=number, paper=paper, printed=True):
            return words("{paper} {number} is on paper", paper=_named(words, paper), number=number)
        case e.JobSettled(number=number, paper=paper):
            named = _named(words, paper)
            return words("{paper} {number} is not on paper and will be printed again", paper=named, number=number)
    return None


def _named(words: Words, kind: str) -> str:
    """What a kind of paper is called; one that a newer program wrote stays as it is."""
    return words.name(PaperKind(kind)) if kind in set(PaperKind) else kind
