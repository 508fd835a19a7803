"""A sentence for everything that can be wrong with a book of rules or with its file, and where it stands."""

from datetime import date
from difflib import get_close_matches

from returns_desk.domain.check_rules import EARLIEST, LATEST, MOST_ROWS
from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.domain.rule_figures import MOST, Figure, FigureKind, kind_of
from returns_desk.domain.rules import Stream
from returns_desk.wording.marks import say
from returns_desk.wording.words import Words

_F = RuleFact
_FIGURES = frozenset(Figure)
_FIELDS = {
    "from": say("From day"),
    "until": say("Until day"),
    "valid_from": say("Counts from day"),
    "hour": say("An hour of handling costs"),
    "per_kg": say("a kilogram"),
    "at_least": say("at least a piece"),
}
_ANY_DAY = "2026-12-01"


def say_placed_fault(words: Words, fault: RuleFault) -> str:
    """A fault with its line in the file; without a file with the number of the row or fee."""
    why = say_fault(words, fault)
    if fault.line:
        return words("line {line}: {reason}", line=fault.line, reason=why)
    match fault.section:
        case Section.RULE if fault.place:
            return words("row {row}: {reason}", row=fault.place, reason=why)
        case Section.FEE if fault.place:
            return words("fee {row}: {reason}", row=fault.place, reason=why)
    return why


def say_fault(words: Words, fault: RuleFault) -> str:
    """What is wrong, without its place."""
    for family in (_of_cover, _of_days, _of_figures, _of_names, _of_values, _of_file):
        said = family(words, fault)
        if said is not None:
            return said
    return fault.fact.value


def named(words: Words, fault: RuleFault) -> str:
    """The key as the file has it; without a file what it is called in the form."""
    if fault.line:
        return fault.name
    if fault.name in _FIGURES:
        return words.name(Figure(fault.name))
    return words(_FIELDS[fault.name]) if fault.name in _FIELDS else fault.name


def _of_cover(words: Words, fault: RuleFault) -> str | None:
    day = say_any_day(words, fault.value)
    match fault.fact:
        case _F.NO_GENERAL:
            return words("No row counts for everything: one without category and supplier is needed")
        case _F.GAP:
            return words("From {day} no row counts for everything, until this one begins", day=day)
        case _F.ENDS:
            return words("From {day} no row counts for everything: the last one must stand without an end", day=day)
        case _F.OVERLAP if fault.line:
            return words("On {day} the row of line {other} counts for the same things", day=day, other=fault.other)
        case _F.OVERLAP:
            return words("On {day} row {other} counts for the same things", day=day, other=fault.other)
    return None


def _of_days(words: Words, fault: RuleFault) -> str | None:
    day = say_any_day(words, fault.value)
    match fault.fact:
        case _F.CROSSED:
            return words("It ends on {day}, before it begins", day=day)
        case _F.FAR:
            return words("{day} is outside the years {first} to {last}", day=day, first=EARLIEST.year, last=LATEST.year)
        case _F.PAST:
            return words("The rules cannot begin on {day}: today or later", day=day)
    return None


def _of_figures(words: Words, fault: RuleFault) -> str | None:
    name = named(words, fault)
    match fault.fact:
        case _F.NEGATIVE:
            return words("{name} is less than nothing", name=name)
        case _F.TOO_MUCH:
            return _too_much(words, fault, name)
        case _F.WRONG_KIND if fault.name in _FIGURES:
            kind = words.name(kind_of(Figure(fault.name)))
            return words("{value} does not fit {name}, which is {kind}", value=fault.value, name=name, kind=kind)
        case _F.FIGURE_TWICE:
            return words("{name} stands twice in one row", name=name)
        case _F.STREAM_TWICE:
            return words("There are two fees for {stream}", stream=fault.value)
        case _F.TOO_MANY:
            return words("There are too many rows; at most {most}", most=words.number(MOST_ROWS))
    return None


def _too_much(words: Words, fault: RuleFault, name: str) -> str:
    kind = kind_of(Figure(fault.name)) if fault.name in _FIGURES else None
    if kind not in MOST:
        return words("{name} is too large an amount", name=name)
    most = words.percent(MOST[kind]) if kind is FigureKind.SHARE else words.number(MOST[kind])
    return words("{name} is more than {most}", name=name, most=most)


def _of_names(words: Words, fault: RuleFault) -> str | None:
    match fault.fact:
        case _F.UNKNOWN_FIGURE | _F.UNKNOWN_KEY:
            near = get_close_matches(fault.name.lower(), fault.value.split(), 1, 0.5)
            if near:
                return words("There is no {name} here; perhaps {near}?", name=fault.name, near=near[0])
            return words("There is no {name} here", name=fault.name)
        case _F.UNKNOWN_CATEGORY:
            return words("The catalogue has no category {category}", category=fault.value)
        case _F.UNKNOWN_SUPPLIER:
            return words("There is no supplier {value}", value=fault.value)
        case _F.UNKNOWN_STREAM:
            known = ", ".join(stream.value for stream in Stream)
            return words("There is no stream {stream}, only {known}", stream=fault.value, known=known)
        case _F.MISSING_KEY:
            return words("{name} is missing", name=fault.name)
        case _F.KEY_TWICE:
            return words("{name} stands here for the second time", name=fault.name)
    return None


def _of_values(words: Words, fault: RuleFault) -> str | None:
    facts = {"value": fault.value, "name": named(words, fault)}
    match fault.fact:
        case _F.NOT_A_SHARE:
            return words("{value} for {name} is no share such as {one} or {other}", **facts, one="85%", other="12.5%")
        case _F.NOT_MONEY | _F.WRONG_KIND:
            return words("{value} for {name} is no amount such as {one}", **facts, one="60.00")
        case _F.NOT_A_NUMBER:
            return words("{value} for {name} is no whole number", **facts)
        case _F.NOT_A_DATE:
            return words(
                "{value} for {name} is no day such as {one}",
                **facts,
                one=_ANY_DAY if fault.line else say_any_day(words, _ANY_DAY),
            )
        case _F.NOT_YES_OR_NO:
            return words("{value} for {name} is neither {yes} nor {no}", **facts, yes="true", no="false")
        case _F.NOT_TEXT:
            return words("{value} for {name} is no text in quotation marks", **facts)
        case _F.OTHER_CURRENCY:
            return words("The amounts are in {value}, which is not the shop's currency", value=fault.value)
    return None


def _of_file(words: Words, fault: RuleFault) -> str | None:
    match fault.fact:
        case _F.NOT_A_TABLE:
            return words(
                "{name} is written as tables of its own: {tables}", name=fault.name, tables=f"[[{fault.name}]]"
            )
        case _F.SYNTAX:
            return words("From sign {column} on this is no TOML: {value}", column=fault.name, value=fault.value)
        case _F.TOO_DEEP:
            return words("Values are nested too deeply")
        case _F.TOO_LONG:
            return words("The line is too long: at most {most} signs", most=fault.value)
        case _F.TOO_LARGE:
            return words("The file is too large: at most {size} kilobytes", size=fault.value)
        case _F.NO_TEXT_FILE:
            return words("The file is no text in {utf8}", utf8="UTF-8")
    return words("The file cannot be opened") if fault.fact is _F.CANNOT_OPEN else None


def say_any_day(words: Words, text: str) -> str:
    """A day that is written as files have it; what is none stays as it is."""
    try:
        return words.date(date.fromisoformat(text))
    except ValueError:
        return text
