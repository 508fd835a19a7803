"""Why a book of rules for decisions was refused, in one line."""

from returns_desk.domain.refusals import DeskError
from returns_desk.domain.rule_refusals import RulesRefused
from returns_desk.wording.words import Words

_SHOWN = 3  # faults that one line names


def rule_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The first faults of a book that is refused, and what stays; none for any other refusal."""
    if not isinstance(refusal, RulesRefused):
        return None
    # WORKAROUND(start-up): the sentences of faults bring 6 ms for which no first scan should wait
    from returns_desk.domain.rule_faults import RuleFault  # noqa: PLC0415  see above
    from returns_desk.wording.rule_faults import say_placed_fault  # noqa: PLC0415  see above

    said = [say_placed_fault(words, fault) for fault in refusal.faults[:_SHOWN] if isinstance(fault, RuleFault)]
    more = len(refusal.faults) - len(said)
    if said and more:
        said.append(words("and {count} more", count=more))
    first = words("The rules are not taken: {why}", why="; ".join(said)) if said else words("The rules are not taken")
    return first, words("The old rules stay")
