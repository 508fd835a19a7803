"""A decision as it is kept: what was looked at, to be asked again of other rules; what the rule said, to be read again.

Facts that are as ``Case`` has them by default are left out, which makes a decision a third as long; so a default of
``Case`` never changes its meaning. Supplier terms are kept by their version, which never changes either.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.recommendation import (
    DISPOSITION_OF,
    Block,
    Case,
    Ground,
    Option,
    Part,
    PartKind,
    Recommendation,
)
from returns_desk.domain.rules import Rule, Stream
from returns_desk.domain.terms import SupplierTerms

Facts = dict[str, Any]


def _plain(value: Any) -> Any:
    match value:
        case SupplierTerms():
            return value.version
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Money():
            return value.minor
        case tuple():
            return [_plain(one) for one in value]
    return value


def _reader(kind: Any) -> Callable[[Any], Any] | None:
    """What makes a value of this kind of its plain one; none is needed for plain kinds."""
    kinds = [part for part in get_args(kind) if part is not type(None)] or [kind]
    if get_origin(kind) is tuple:
        return lambda codes: tuple(map(kinds[0], codes))
    if not isinstance(kinds[0], type):
        return None
    if issubclass(kinds[0], Enum):
        return {member.value: member for member in kinds[0]}.__getitem__
    return date.fromisoformat if kinds[0] is date else None


_KINDS = get_type_hints(Case)
_DEFAULTS = {field.name: field.default for field in fields(Case)}
_READ = {name: reader for name in _DEFAULTS if (reader := _reader(_KINDS[name]))}
_NOTHING = {field.name: _plain(field.default) for field in fields(Option) if field.name not in ("becomes", "parts")}
_MORE = tuple(_NOTHING)
# until version 0.3 goods that a supplier wanted destroyed were goods that it did not take
_OLD_BLOCKS = {"destroy in field": Block.CONDITION_NOT_TAKEN}
_READ_OF_OPTION: dict[str, Callable[[Any], Any]] = {
    "blocks": lambda blocks: tuple(_OLD_BLOCKS.get(block) or Block(block) for block in blocks),
    "ground": Ground,
    "reason": SupplierReason,
    "stream": Stream,
}
_SOLD = {Disposition.RESTOCK: PartKind.PRICE, Disposition.SUPPLIER: PartKind.CREDIT}


def facts_of(case: Case) -> Facts:
    """Write a case as plain values."""
    known = {name: getattr(case, name) for name in _DEFAULTS}
    return {name: _plain(value) for name, value in known.items() if value != _DEFAULTS[name]}


def terms_named(facts: Mapping[str, Any]) -> tuple[str, int] | None:
    """Whose terms the case was asked with, by the supplier's code, and which version of them."""
    return (facts.get("supplier", ""), facts["terms"]) if "terms" in facts else None


def case_from(facts: Mapping[str, Any], terms: SupplierTerms | None = None) -> Case:
    """Read a case back; ``terms``: those that ``terms_named`` names. What no rule looks at any more is passed over."""
    said = {name: value for name, value in facts.items() if name in _DEFAULTS}
    for name in said.keys() & _READ.keys():
        said[name] = _READ[name](said[name])
    if "terms" in said:
        said["terms"] = terms
    return Case(**said)


def nets_of(recommendation: Recommendation) -> dict[str, int]:
    """What each way would bring, in minor units."""
    return {option.becomes.value: option.net.minor for option in recommendation.options}


def explained(option: Option) -> Facts:
    """An option as the journal keeps it; what there is nothing to say about is left out."""
    more = {name: _plain(getattr(option, name)) for name in _MORE}
    return {
        "becomes": option.becomes.value,
        "disposition": option.disposition.value,
        "parts": [[part.kind.value, part.amount.minor] for part in option.parts],
        **{name: value for name, value in more.items() if value != _NOTHING[name]},
    }


def as_it_was(kept: Mapping[str, Any], currency: str) -> Option:
    """Read an option back from the journal; what version 0.2 of this program kept had one sum on either side."""
    disposition = Disposition(kept["disposition"])
    parts = tuple(Part(kind, Money(minor, currency)) for kind, minor in _parts(kept, disposition))
    becomes = StockStatus(kept["becomes"]) if "becomes" in kept else _becoming(disposition)
    read: dict[str, Callable[[Any], Any]] = _READ_OF_OPTION | {"minimum_missing": lambda minor: Money(minor, currency)}
    said = {name: kept[name] for name in _MORE if kept.get(name) not in (None, "")}
    return Option(
        becomes, parts, **{name: read[name](value) if name in read else value for name, value in said.items()}
    )


def _parts(kept: Mapping[str, Any], disposition: Disposition) -> list[tuple[PartKind, int]]:
    if "parts" in kept:
        return [(PartKind(kind), minor) for kind, minor in kept["parts"]]
    return [(_SOLD.get(disposition, PartKind.DONATION), kept["recovery"]), (PartKind.HANDLING, -kept["cost"])]


def _becoming(disposition: Disposition) -> StockStatus:
    return next(status for status, meant in DISPOSITION_OF.items() if meant is disposition)


def row_named(key: str) -> Rule:
    """For what a row of the rules counts, by its name: a row without figures. A category may have a slash in it."""
    category, supplier, start = (*key.rsplit("/", 2), "", "")[:3]
    return Rule(category, supplier, date.fromisoformat(start) if start else None)
