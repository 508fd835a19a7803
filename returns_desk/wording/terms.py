"""A supplier's terms as lines that read like its own page of policies, and what they say to one thing."""

from collections.abc import Iterator

from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots.rule_books import BookState
from returns_desk.domain.snapshots.supplier_terms import TermsVersion
from returns_desk.domain.term_fields import TermField, TermKind, TermSection, fields_of, kind_of
from returns_desk.domain.terms import AuthorizationNeed, CreditMode, SupplierTerms
from returns_desk.domain.terms_said import TermsSaid
from returns_desk.wording.options import say_whole
from returns_desk.wording.words import Words

_OF_MINIMUM = (
    TermField.MINIMUM_VALUE,
    TermField.MINIMUM_QUANTITY,
    TermField.MINIMUM_WAIT_DAYS,
    TermField.BELOW_MINIMUM,
)


def say_terms_version(words: Words, shown: TermsVersion) -> str:
    """Which version it is, from when on it counts, and whether it does."""
    facts = {
        "version": shown.terms.version,
        "day": words.date(shown.terms.valid_from),
        "state": words.name(shown.state),
    }
    if shown.ends is not None and shown.state is not BookState.REPLACED:
        ends = words.date(shown.ends)
        return words("Version {version} from {day}, {state}, until another begins on {ends}", ends=ends, **facts)
    return words("Version {version} from {day}: {state}", **facts)


def say_terms(words: Words, terms: SupplierTerms, currency: str) -> Iterator[str]:
    """What stands in the terms, question by question; what nothing is said about is left out."""
    for section in TermSection:
        yield words.name(section)
        for field in fields_of(section):
            if field in _OF_MINIMUM and not (terms.minimum_value or terms.minimum_quantity):
                continue
            said = write_term(words, field, getattr(terms, field.attribute), currency)
            if said:
                yield f"    {words.name(field)}: {said}"


def write_term(words: Words, field: TermField, value: object, currency: str) -> str:
    """The value of a field as people read it."""
    match value:
        case bool():
            return words("yes") if value else words("no")
        case dict():
            fees = (f"{words.name(SupplierReason(reason))} {words.percent(share)}" for reason, share in value.items())
            return ", ".join(fees)
        case int():
            return _write_number(words, field, value, currency)
    if kind_of(field) is TermKind.CHOICE:
        return words.name(value)  # type: ignore[arg-type]
    return str(value)


def _write_number(words: Words, field: TermField, value: int, currency: str) -> str:
    match kind_of(field):
        case TermKind.SHARE:
            return words.percent(value)
        case TermKind.AMOUNT:
            return words.money(Money(value, currency))
    return words.number(value)


def say_verdict_of_terms(words: Words, said: TermsSaid) -> str:
    """Taken or not, in a few words."""
    if not _taken(said):
        why = ", ".join(words.name(block) for block in said.option.blocks)
        return words("Not taken back: {why}", why=why) if why else words("Not taken back")
    if said.destroyed:
        return words("Credited without coming back: destroy it here")
    return words("Taken back for credit")


def say_said(words: Words, said: TermsSaid) -> Iterator[str]:
    """What the terms say to one thing, line by line: the day, the fee, the number, the evidence, then the money.

    What keeps it from being taken back is said by the verdict.
    """
    if said.mode is not CreditMode.NONE:
        yield from _conditions(words, said)
    told = say_whole(words, said.option)
    yield from told if _taken(said) else told[len(said.option.blocks) :]


def _taken(said: TermsSaid) -> bool:
    return said.mode is not CreditMode.NONE and (said.option.open or said.option.curable)


def _conditions(words: Words, said: TermsSaid) -> Iterator[str]:
    terms = said.terms
    if said.window_ends is not None:
        yield words("Until {day}", day=words.date(said.window_ends))
    if said.fee_bp:
        yield words("Restocking fee {share}: {amount}", share=words.percent(said.fee_bp), amount=words.money(said.fee))
    if terms.authorization is not AuthorizationNeed.NO:
        need = words.name(terms.authorization)
        yield words("{need}, valid for {days} days", need=need[:1].upper() + need[1:], days=terms.authorization_days)
    if said.evidence:
        wanted = ", ".join(
            words("{evidence} (missing)", evidence=words.name(each)) if each in said.missing else words.name(each)
            for each in said.evidence
        )
        yield words("They want to see: {evidence}", evidence=wanted)
    if said.option.minimum_missing:
        below = words.name(terms.below_minimum)
        yield words("Below the minimum after {days} days: {deed}", days=terms.minimum_wait_days, deed=below)
    yield words("Credit due {days} days after the goods", days=terms.credit_days)
