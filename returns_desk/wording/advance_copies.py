"""What an advance copy says to the one who gets it, in their language."""

from returns_desk.domain.slips import SlipContent
from returns_desk.wording.words import Words


def say_advance_subject(words: Words, slip: SlipContent) -> str:
    """The subject."""
    shop = slip.company.name_in(words.language)
    return words("Advance copy of return slip {number} from {shop}", number=slip.number, shop=shop)


def say_advance_body(words: Words, slip: SlipContent, *, evidence: bool) -> tuple[str, ...]:
    """The paragraphs."""
    sums, authorization = slip.totals, slip.references.authorization
    said = (
        words("Hello,"),
        words(
            "Attached is an advance copy of return slip {number}: {lines} lines, {units} units, expected credit "
            "{money}.",
            number=slip.number,
            lines=sums.lines,
            units=sums.units,
            money=words.money(slip.money(sums.expected_minor)),
        ),
        words("Your authorization: {authorization}", authorization=authorization) if authorization else "",
        words("The evidence (inspections and photographs) is attached too.") if evidence else "",
        words("The original travels with the goods."),
        words("Regards, {shop}", shop=slip.company.name_in(words.language)),
    )
    return tuple(part for part in said if part)
