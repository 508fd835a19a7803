"""What is wrong with a supplier's terms before anything is sent by them: all of it, each fault with its field."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.term_faults import TermFact, TermFault
from returns_desk.domain.term_fields import LANGUAGES, TermField, TermKind, kind_of
from returns_desk.domain.terms import AuthorizationNeed, CreditMode, FreightPayer, SupplierTerms
from returns_desk.domain.texts import is_mail_address

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
LONGEST_TEXT = 300
MOST = {
    TermKind.SHARE: 10_000,
    TermKind.FEES: 10_000,
    TermKind.AMOUNT: 10**9,
    TermKind.DAYS: 3_650,
    TermKind.COUNT: 100_000,
}
_F = TermField


@dataclass(frozen=True)
class Before:
    """What new terms come after: today, and the day from which the newest version counts (none: there is none)."""

    today: date
    newest: date | None = None


def term_faults(terms: SupplierTerms, before: Before | None = None) -> tuple[TermFault, ...]:
    """Everything that is wrong with terms; ``before``: where they are to be the next version."""
    return (
        *_of_beginning(terms.valid_from, before),
        *_of_figures(terms),
        *_of_goods(terms),
        *_of_conditions(terms),
        *_of_texts(terms),
    )


def _of_beginning(day: date, before: Before | None) -> Iterator[TermFault]:
    name = _F.VALID_FROM.value
    if not EARLIEST <= day <= LATEST:
        yield TermFault(RuleFact.FAR, name, day.isoformat())
    elif before is not None and before.newest is not None:
        if day < before.today:
            yield TermFault(TermFact.PAST, name, day.isoformat())
        elif day < before.newest:
            yield TermFault(TermFact.CROSSED, name, before.newest.isoformat())


def _of_figures(terms: SupplierTerms) -> Iterator[TermFault]:
    for each in TermField:
        most = MOST.get(kind_of(each))
        if most is None:
            continue
        found = getattr(terms, each.attribute)
        amounts = {"": found} if isinstance(found, int) else {reason.value: share for reason, share in found.items()}
        for inside, amount in amounts.items():
            if amount < 0:
                yield TermFault(RuleFact.NEGATIVE, each.value, str(amount), inside)
            elif amount > most:
                yield TermFault(TermFact.TOO_MUCH, each.value, str(amount)[:20], inside)


def _of_goods(terms: SupplierTerms) -> Iterator[TermFault]:
    """Whether what is taken, and what is given for it, fit each other."""
    if terms.defective is CreditMode.NONE and terms.not_defective is CreditMode.NONE:
        for each, stands in (
            (_F.AUTHORIZATION, terms.authorization is not AuthorizationNeed.NO),
            (_F.MINIMUM_VALUE, terms.minimum_value > 0),
            (_F.MINIMUM_QUANTITY, terms.minimum_quantity > 0),
            (_F.SEPARATE_DEFECTIVE, terms.separate_defective),
        ):
            if stands:
                yield TermFault(TermFact.NOTHING_TAKEN, each.value)
        return
    if terms.credit_bp == 0:
        yield TermFault(TermFact.NO_CREDIT, _F.CREDIT.value)
    if terms.window_days == 0:
        yield TermFault(TermFact.NO_WINDOW, _F.WINDOW_DAYS.value)


def _of_conditions(terms: SupplierTerms) -> Iterator[TermFault]:
    if terms.authorization is not AuthorizationNeed.NO and terms.authorization_days == 0:
        yield TermFault(TermFact.NO_AUTHORIZATION_DAYS, _F.AUTHORIZATION_DAYS.value)
    if (terms.minimum_value > 0 or terms.minimum_quantity > 0) and terms.minimum_wait_days == 0:
        yield TermFault(TermFact.NO_WAIT, _F.MINIMUM_WAIT_DAYS.value)
    if terms.freight_payer is FreightPayer.SUPPLIER and terms.freight_bp > 0:
        yield TermFault(TermFact.FREIGHT_PAID, _F.FREIGHT.value)


def _of_texts(terms: SupplierTerms) -> Iterator[TermFault]:
    for each in TermField:
        if kind_of(each) not in (TermKind.TEXT, TermKind.ADDRESS):
            continue
        text = getattr(terms, each.attribute)
        if len(text) > LONGEST_TEXT:
            yield TermFault(TermFact.TOO_LONG, each.value, str(LONGEST_TEXT))
        elif any(sign < " " or sign == "\x7f" or "\ud800" <= sign <= "\udfff" for sign in text):
            yield TermFault(TermFact.STEERING, each.value)
        elif kind_of(each) is TermKind.ADDRESS and text and not is_mail_address(text):
            yield TermFault(TermFact.NOT_AN_ADDRESS, each.value, text[:60])
    if terms.language not in ("", *LANGUAGES):
        yield TermFault(TermFact.NOT_A_CHOICE, _F.LANGUAGE.value, terms.language[:40])
