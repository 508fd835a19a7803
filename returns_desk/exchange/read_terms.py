"""A supplier's terms from a TOML file: everything that is wrong in it is told, each with its line.

Money is written in the shop's currency, shares in percent. What the file leaves out is as usual; nothing is guessed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.term_faults import TermFact, TermFault
from returns_desk.domain.term_fields import CHOICES, LANGUAGES, TermField, TermKind, kind_of
from returns_desk.domain.terms import SupplierTerms
from returns_desk.exchange.rule_values import (
    AMOUNT,
    DAY,
    SHARE,
    TEXT,
    TRUTH,
    WHOLE,
    Unread,
    shown,
)
from returns_desk.exchange.toml_file import read_bytes, toml_from
from returns_desk.exchange.toml_lines import TomlLines

HEAD_KEYS = ("supplier", "currency")
_FIELDS = frozenset(TermField)
_READ: dict[TermKind, Callable[[Any, str], Any]] = {
    TermKind.DAY: DAY,
    TermKind.SHARE: SHARE,
    TermKind.AMOUNT: AMOUNT,
    TermKind.DAYS: WHOLE,
    TermKind.COUNT: WHOLE,
    TermKind.YES_NO: TRUTH,
    TermKind.TEXT: TEXT,
    TermKind.ADDRESS: TEXT,
}


@dataclass(frozen=True)
class TermsFile:
    """What a file says: the terms, none where it is no TOML, what of it could not be read, and whose terms they are."""

    terms: SupplierTerms | None
    unread: tuple[TermFault, ...]
    lines: TomlLines
    supplier: str = ""

    def faults(
        self, check: Callable[[SupplierTerms], Iterable[TermFault]], supplier: str = ""
    ) -> tuple[TermFault, ...]:
        """All faults by their lines: those of the file, and those that ``check`` finds in its terms.

        ``supplier``: whose terms they must be; a file that names nobody is anybody's.
        """
        told = [*self.unread, *(check(self.terms) if self.terms is not None else ())]
        if supplier and self.supplier and self.supplier.casefold() != supplier.casefold():
            told.append(TermFault(TermFact.OTHER_SUPPLIER, "supplier", self.supplier))
        placed = dict.fromkeys(self._placed(each) for each in told)
        return tuple(sorted(placed, key=lambda fault: fault.line))

    def _placed(self, fault: TermFault) -> TermFault:
        if fault.line or self.terms is None:
            return fault
        line = self.lines.line(fault.name, 1, fault.inside) if fault.inside else self.lines.line("", 0, fault.name)
        return replace(fault, line=line)


def read_terms(path: Path, currency: str, today: date) -> TermsFile:
    """Read a file; one that leaves ``valid_from`` out begins today. Refuses ``ImportRefused`` where there is none."""
    return terms_from_file(read_bytes(path), currency, today)


def terms_from_file(content: bytes | None, currency: str, today: date) -> TermsFile:
    """Read the bytes of a file; none: it could not be opened."""
    file = toml_from(content)
    if file.written is None:
        fault = file.fault
        unread = (TermFault(fault.fact, fault.name, fault.value, line=fault.line),) if fault else ()
        return TermsFile(None, unread, file.lines)
    reader = _Reader(currency)
    terms = reader.terms(file.written, today)
    named = file.written.get("supplier", "")
    return TermsFile(terms, tuple(reader.faults), file.lines, named if isinstance(named, str) else "")


class _Reader:
    """Reads the keys of one file; afterwards ``faults`` says what could not be read."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self.faults: list[TermFault] = []

    def terms(self, written: dict[str, Any], today: date) -> SupplierTerms:
        """The terms, as far as they can be read."""
        keys = (*HEAD_KEYS, *TermField)
        for key in written:
            if key not in keys:
                self.faults.append(TermFault(RuleFact.UNKNOWN_KEY, shown(key), " ".join(keys)))
        self._currency_fits(written)
        if not isinstance(written.get("supplier", ""), str):
            self.faults.append(TermFault(RuleFact.NOT_TEXT, "supplier", shown(written["supplier"])))
        facts: dict[str, Any] = {"valid_from": today}
        for name in written:
            if name in _FIELDS:
                facts.update(self._fact(TermField(name), written[name]))
        return SupplierTerms(**facts)

    def _currency_fits(self, written: dict[str, Any]) -> None:
        named = written.get("currency", self._currency)
        if not isinstance(named, str):
            self.faults.append(TermFault(RuleFact.NOT_TEXT, "currency", shown(named)))
        elif named.upper() != self._currency:
            self.faults.append(TermFault(RuleFact.OTHER_CURRENCY, "currency", shown(named)))

    def _fact(self, field: TermField, value: Any) -> Iterator[tuple[str, Any]]:
        """The field's attribute with its value; nothing where it cannot be read."""
        try:
            if field is TermField.FEE_BY_REASON:
                yield field.attribute, dict(self._fees(value))
            else:
                yield field.attribute, self._value(field, value)
        except Unread as unread:
            self.faults.append(TermFault(unread.fact, field.value, shown(value)))

    def _value(self, field: TermField, value: Any) -> Any:
        kind = kind_of(field)
        if kind not in (TermKind.CHOICE, TermKind.LANGUAGE):
            return _READ[kind](value, self._currency)
        text = TEXT(value, "")
        known = {each.casefold(): each for each in CHOICES.get(field, ("", *LANGUAGES))}
        if text.casefold() not in known:
            self.faults.append(TermFault(TermFact.NOT_A_CHOICE, field.value, shown(text)))
            return getattr(SupplierTerms(), field.attribute)
        return known[text.casefold()]

    def _fees(self, value: Any) -> Iterator[tuple[SupplierReason, int]]:
        if not isinstance(value, dict):
            raise Unread(RuleFact.NOT_A_TABLE)
        name = TermField.FEE_BY_REASON.value
        for code, share in value.items():
            if code.upper() not in set(SupplierReason):
                self.faults.append(TermFault(TermFact.NOT_A_CHOICE, name, shown(code), shown(code)))
                continue
            try:
                yield SupplierReason(code.upper()), SHARE(share, self._currency)
            except Unread as unread:
                self.faults.append(TermFault(unread.fact, name, shown(share), shown(code)))
