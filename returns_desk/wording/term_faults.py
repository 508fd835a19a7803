"""A sentence for everything that can be wrong with a supplier's terms or with their file, and where it stands."""

from returns_desk.domain.check_terms import EARLIEST, LATEST, MOST
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.rule_faults import RuleFact, RuleFault
from returns_desk.domain.term_faults import TermFact, TermFault
from returns_desk.domain.term_fields import CHOICES, LANGUAGES, TermField, TermKind, kind_of
from returns_desk.wording.rule_faults import say_any_day, say_fault
from returns_desk.wording.words import Words

_F = TermFact
_FIELDS = frozenset(TermField)


def say_placed_term_fault(words: Words, fault: TermFault) -> str:
    """A fault with its line in the file."""
    why = say_term_fault(words, fault)
    return words("line {line}: {reason}", line=fault.line, reason=why) if fault.line else why


def say_term_fault(words: Words, fault: TermFault) -> str:
    """What is wrong, without its place."""
    name, value = _named(words, fault), fault.value
    if isinstance(fault.fact, RuleFact):
        if fault.fact is RuleFact.FAR:
            return words(
                "{day} is outside the years {first} to {last}",
                day=say_any_day(words, value),
                first=EARLIEST.year,
                last=LATEST.year,
            )
        return say_fault(words, RuleFault(fault.fact, name=name, value=value, line=fault.line))
    return _of_day(words, fault) or _of_agreement(words, fault, name) or _of_value(words, fault, name)


def _named(words: Words, fault: TermFault) -> str:
    """The key as the file has it; without a file what it is called in the form, a fee by its reason."""
    if fault.line or fault.name not in _FIELDS:
        return fault.inside or fault.name
    if fault.inside in set(SupplierReason):
        return words("fee for {reason}", reason=words.name(SupplierReason(fault.inside)))
    return words.name(TermField(fault.name))


def _of_day(words: Words, fault: TermFault) -> str:
    day = say_any_day(words, fault.value)
    match fault.fact:
        case _F.PAST:
            return words("Terms cannot begin on {day}: today or later", day=day)
        case _F.CROSSED:
            return words("A version from {day} stands already; another cannot begin before it", day=day)
    return ""


def _of_agreement(words: Words, fault: TermFault, name: str) -> str:
    match fault.fact:
        case _F.NOTHING_TAKEN:
            return words("{name}: but nothing at all is taken back", name=name)
        case _F.NO_CREDIT:
            return words("Goods are taken for credit, but the credit is 0%")
        case _F.NO_WINDOW:
            return words("Goods are taken back, but within 0 days")
        case _F.NO_AUTHORIZATION_DAYS:
            return words("Their number is needed, but it is valid for 0 days")
        case _F.NO_WAIT:
            return words("There is a minimum, but no days to wait for it")
        case _F.FREIGHT_PAID:
            return words("The supplier pays the freight, so no share of it is ours")
    return ""


def _of_value(words: Words, fault: TermFault, name: str) -> str:
    match fault.fact:
        case _F.TOO_MUCH:
            return _too_much(words, fault, name)
        case _F.NOT_AN_ADDRESS:
            return words("{value} is not a mail address", value=fault.value)
        case _F.NOT_A_CHOICE:
            known = ", ".join(_choices(fault))
            return words("{value} for {name} is none of {known}", value=fault.value, name=name, known=known)
        case _F.TOO_LONG:
            return words("{name} is too long: at most {most} signs", name=name, most=fault.value)
        case _F.STEERING:
            return words("{name} holds signs that cannot be printed", name=name)
        case _F.OTHER_SUPPLIER:
            return words("The file is about supplier {value}", value=fault.value)
    return str(fault.fact.value)


def _too_much(words: Words, fault: TermFault, name: str) -> str:
    kind = kind_of(TermField(fault.name))
    if kind is TermKind.AMOUNT:
        return words("{name} is too large an amount", name=name)
    share = kind in (TermKind.SHARE, TermKind.FEES)
    most = words.percent(MOST[kind]) if share else words.number(MOST[kind])
    return words("{name} is more than {most}", name=name, most=most)


def _choices(fault: TermFault) -> tuple[str, ...]:
    """What may stand at the field, as files have it."""
    if fault.name == TermField.FEE_BY_REASON:
        return tuple(SupplierReason)
    kind = CHOICES.get(TermField(fault.name)) if fault.name in _FIELDS else None
    return tuple(kind) if kind else LANGUAGES
