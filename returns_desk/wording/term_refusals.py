"""Why a supplier's terms were refused, in one line."""

from returns_desk.domain.refusals import DeskError
from returns_desk.domain.term_faults import TermFault, TermsRefused
from returns_desk.wording.words import Words

_SHOWN = 3  # faults that one line names


def term_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The first faults of terms that are refused, and what stays; none for any other refusal."""
    if not isinstance(refusal, TermsRefused):
        return None
    # WORKAROUND(start-up): the sentences of faults are needed by nobody who scans
    from returns_desk.wording.term_faults import say_placed_term_fault  # noqa: PLC0415  see above

    said = [say_placed_term_fault(words, fault) for fault in refusal.faults[:_SHOWN] if isinstance(fault, TermFault)]
    more = len(refusal.faults) - len(said)
    if said and more:
        said.append(words("and {count} more", count=more))
    first = words("The terms are not taken: {why}", why="; ".join(said)) if said else words("The terms are not taken")
    return first, words("The old terms stay")
