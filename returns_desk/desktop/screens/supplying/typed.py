"""Terms as they are typed: texts, whole or half, and the terms they make; what reads as nothing is told. Pure."""

from datetime import date
from decimal import Decimal
from typing import Any

from returns_desk.desktop.dialogs.entry import read_day
from returns_desk.desktop.screens.deciding.typed import NO, YES, read_number
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money, parse_money
from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.term_faults import TermFault
from returns_desk.domain.term_fields import CHOICES, TermField, TermKind, kind_of
from returns_desk.domain.terms import SupplierTerms
from returns_desk.wording import Words

Texts = dict[str, str]


def fee_name(reason: SupplierReason) -> str:
    """The field of what is kept for a reason."""
    return f"fee_{reason.value}"


def type_terms(words: Words, terms: SupplierTerms, currency: str) -> Texts:
    """Terms as texts, by the names of their fields."""
    texts = {fee_name(reason): _share(share) for reason, share in terms.fee_by_reason.items()}
    for field in TermField:
        if kind_of(field) is not TermKind.FEES:
            texts[field.value] = _type(words, kind_of(field), getattr(terms, field.attribute), currency)
    return texts


def _type(words: Words, kind: TermKind, value: Any, currency: str) -> str:
    match kind:
        case TermKind.DAY:
            return words.date(value)
        case TermKind.SHARE:
            return _share(value)
        case TermKind.AMOUNT:
            return str(Money(value, currency))
        case TermKind.YES_NO:
            return YES if value else NO
    return str(value)


def _share(basis_points: int) -> str:
    return f"{(Decimal(basis_points) / 100).normalize():f}"


def read_typed(texts: Texts, version: int, currency: str, today: date) -> tuple[SupplierTerms, tuple[TermFault, ...]]:
    """The terms that the texts make, and what reads as nothing; an empty number is none."""
    reader = _Reader(texts, currency)
    facts: dict[str, Any] = {"version": version, "valid_from": today}
    for field in TermField:
        value = reader.fees() if kind_of(field) is TermKind.FEES else reader.value(field)
        if value is not None:
            facts[field.attribute] = value
    return SupplierTerms(**facts), tuple(reader.faults)


class _Reader:
    """Reads texts one by one and notes what reads as nothing."""

    def __init__(self, texts: Texts, currency: str) -> None:
        self._texts, self._currency = texts, currency
        self.faults: list[TermFault] = []

    def value(self, field: TermField) -> Any:
        """A field's value; ``None`` where it reads as nothing."""
        text = self._texts.get(field.value, "")
        match kind_of(field):
            case TermKind.DAY:
                return self._day(field, text)
            case TermKind.SHARE:
                return self._number(field.value, text, 2, RuleFact.NOT_A_SHARE)
            case TermKind.DAYS | TermKind.COUNT:
                return self._number(field.value, text, 0, RuleFact.NOT_A_NUMBER)
            case TermKind.AMOUNT:
                return self._money(field, text)
            case TermKind.YES_NO:
                return text == YES
            case TermKind.CHOICE:
                return CHOICES[field](text) if text else None
        return text

    def fees(self) -> dict[SupplierReason, int]:
        """What is kept for single reasons."""
        found = {}
        for reason in SupplierReason:
            text = self._texts.get(fee_name(reason), "")
            name = TermField.FEE_BY_REASON.value
            share = self._number(name, text, 2, RuleFact.NOT_A_SHARE, reason.value) if text else None
            if share is not None:
                found[reason] = share
        return found

    def _number(self, name: str, text: str, digits: int, fact: RuleFact, inside: str = "") -> int | None:
        read = read_number(text or "0", digits)
        if read is None:
            self.faults.append(TermFault(fact, name, text, inside))
        return None if read is None else int(read.scaleb(digits))

    def _money(self, field: TermField, text: str) -> int | None:
        try:
            return parse_money(text, self._currency).minor if text else 0
        except ValueError:
            self.faults.append(TermFault(RuleFact.NOT_MONEY, field.value, text))
            return None

    def _day(self, field: TermField, text: str) -> date | None:
        read = read_day(text) if text else None
        if text and read is None:
            self.faults.append(TermFault(RuleFact.NOT_A_DATE, field.value, text))
        return date.fromisoformat(read) if read else None
