"""The values in a file of rules as people write them, both ways: shares, money, days, yes and no, streams."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from returns_desk.domain.money import Money, minor_digits
from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.rule_figures import FigureKind
from returns_desk.domain.rules import Stream

BY_ITSELF = "auto"  # the stream of a thing by what it is: electrical or not
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:\.\d{1,6})?", re.ASCII)
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST = 40  # signs of a value that is shown
Reader = Callable[[Any, str], Any]


class Written(str):
    """A number with a point, as it stands in the file: it is a text of its own kind."""

    __slots__ = ()


class Unread(Exception):
    """A value that reads as nothing of its kind."""

    def __init__(self, fact: RuleFact) -> None:
        super().__init__(fact)
        self.fact = fact


def shown(value: object) -> str:
    """A value as it can be shown to a person: short, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > 10**18:
        return "\N{HORIZONTAL ELLIPSIS}"
    text = value if isinstance(value, str) else _outline(value)
    plain = "".join(sign if sign.isprintable() else " " for sign in text[: _LONGEST + 1])
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "\N{HORIZONTAL ELLIPSIS}"


def _outline(value: object) -> str:
    """Lists and tables only by their brackets: what is in them may be endless."""
    if isinstance(value, list):
        return "[\N{HORIZONTAL ELLIPSIS}]"
    return "{\N{HORIZONTAL ELLIPSIS}}" if isinstance(value, dict) else str(value)


def _decimal(value: object, fact: RuleFact, digits: int) -> int:
    """A number in units of the last of so many digits behind the point."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Unread(fact)
    if isinstance(value, int) and abs(value) > 10**12:
        raise Unread(fact)
    text = str(value).strip()
    if isinstance(value, Written):
        text = text.replace("_", "")
    if not _NUMBER.fullmatch(text):
        raise Unread(fact)
    scaled = Decimal(text).scaleb(digits)
    if scaled != int(scaled):
        raise Unread(fact)
    return int(scaled)


def _share(value: Any, _: str) -> int:
    bare = value.strip().removesuffix("%").rstrip() if isinstance(value, str) else value
    return _decimal(bare, RuleFact.NOT_A_SHARE, 2)


def _amount(value: Any, currency: str) -> int:
    return _decimal(value, RuleFact.NOT_MONEY, minor_digits(currency))


def _whole(value: Any, _: str) -> int:
    return _decimal(value, RuleFact.NOT_A_NUMBER, 0)


def _day(value: Any, _: str) -> date:
    if type(value) is date:  # a moment is a date too
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Unread(RuleFact.NOT_A_DATE) from None


def _truth(value: Any, _: str) -> bool:
    if not isinstance(value, bool):
        raise Unread(RuleFact.NOT_YES_OR_NO)
    return value


def _text(value: Any, _: str) -> str:
    """A text on one line; signs that steer a screen stand in no name."""
    if not isinstance(value, str) or isinstance(value, Written) or _STEERING.search(value):
        raise Unread(RuleFact.NOT_TEXT)
    return value.strip()


def _stream(value: Any, _: str) -> Stream | str | None:
    """A stream; one that there is not stays a text, none is by the thing itself."""
    name = _text(value, "").casefold()
    if name == BY_ITSELF:
        return None
    return Stream(name) if name in set(Stream) else name


AMOUNT: Reader = _amount
DAY: Reader = _day
STREAM: Reader = _stream
TEXT: Reader = _text
SHARE: Reader = _share
TRUTH: Reader = _truth
WHOLE: Reader = _whole
BY_KIND: dict[FigureKind, Reader] = {
    FigureKind.SHARE: _share,
    FigureKind.YES_NO: _truth,
    FigureKind.DAYS: _whole,
    FigureKind.COUNT: _whole,
    FigureKind.SECONDS: _whole,
    FigureKind.STREAM: _stream,
}


def write_share(basis_points: int) -> str:
    """A share as its readers write it: ``85%``, ``12.5%``."""
    return f"{(Decimal(basis_points) / 100).normalize():f}%"


def write_amount(minor: int, currency: str) -> str:
    """An amount with all its digits behind the point."""
    return str(Money(minor, currency))


def write_value(kind: FigureKind, value: Any) -> str | int | bool:
    """A figure's value as the file has it."""
    if kind is FigureKind.SHARE:
        return write_share(value)
    if kind is FigureKind.STREAM:
        return BY_ITSELF if value is None else str(value.value)
    return bool(value) if kind is FigureKind.YES_NO else int(value)
