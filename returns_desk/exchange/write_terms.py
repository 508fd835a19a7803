"""A supplier's terms as a TOML file that people edit: section by section, each value with what it means beside it.

What is written is read back as the same terms. Comments are in the person's language; names and values never are.
"""

from collections.abc import Iterator
from typing import Any

from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.term_fields import CHOICES, LANGUAGES, TermField, TermKind, TermSection, fields_of, kind_of
from returns_desk.domain.terms import SupplierTerms
from returns_desk.exchange.rule_values import write_amount, write_share
from returns_desk.exchange.toml_out import toml_comment, toml_pair
from returns_desk.wording.words import Words


def write_terms(terms: SupplierTerms, supplier: str, words: Words, currency: str) -> bytes:
    """The file's bytes, in UTF-8."""
    lines = [*_head(terms, supplier, words, currency)]
    for section in TermSection:
        lines += ["", toml_comment(words.name(section))]
        lines += [
            _line(terms, field, words, currency) for field in fields_of(section) if kind_of(field) is not TermKind.FEES
        ]
    return ("\n".join([*lines, *_fees(terms, words)]) + "\n").encode("utf-8")


def _head(terms: SupplierTerms, supplier: str, words: Words, currency: str) -> Iterator[str]:
    for said in (
        words("What a supplier agreed to: one version of its terms."),
        words("Shares are written in percent, money in the shop's currency."),
        words("Is no beginning given, it is the day on which the file is imported; what is left out is as usual."),
        words("Before the file is imported: {command}", command="returns-desk terms check"),
    ):
        yield toml_comment(said)
    yield ""
    yield toml_pair("supplier", supplier)
    yield toml_pair("valid_from", terms.valid_from)
    yield toml_pair("currency", currency)


def _line(terms: SupplierTerms, field: TermField, words: Words, currency: str) -> str:
    meaning = words.name(field)
    known = CHOICES.get(field, LANGUAGES if kind_of(field) is TermKind.LANGUAGE else ())
    if known:
        meaning = f"{meaning}: {' | '.join(known)}"
    return toml_pair(field.value, _written(kind_of(field), getattr(terms, field.attribute), currency), meaning)


def _written(kind: TermKind, value: Any, currency: str) -> Any:
    match kind:
        case TermKind.SHARE:
            return write_share(value)
        case TermKind.AMOUNT:
            return write_amount(value, currency)
        case TermKind.CHOICE:
            return value.value
    return value


def _fees(terms: SupplierTerms, words: Words) -> Iterator[str]:
    """The last table of the file, since what follows a table in TOML belongs to it; every reason is shown."""
    yield ""
    yield toml_comment(words.name(TermField.FEE_BY_REASON))
    yield f"[{TermField.FEE_BY_REASON.value}]"
    for reason in SupplierReason:
        named = reason in terms.fee_by_reason
        line = toml_pair(reason.value, write_share(terms.fee_for(reason)), words.name(reason))
        yield line if named else f"# {line}"
