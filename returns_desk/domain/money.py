"""Money as integer minor units (agorot, cents) with its currency, and the one rounding rule."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_DIGITS = {"JPY": 0}
_SIGN_OF_MONEY = re.compile(r"[₪$€£]|ש[\"״]?ח|\b(?:ILS|NIS|USD|EUR|GBP)\b")
_NAMED = {"₪": "ILS", "ILS": "ILS", "NIS": "ILS", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "USD": "USD"}
_BLANK = re.compile(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LENGTH = r"(?=.{1,24}\Z)"  # more digits than any amount has
_WITH_POINT = re.compile(_LENGTH + r"[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)", re.ASCII)
_WITH_COMMA = re.compile(_LENGTH + r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}", re.ASCII)


@dataclass(frozen=True, order=True)
class Money:
    """An amount in minor units of one currency; sums of two currencies are refused with ``ValueError``."""

    minor: int
    currency: str = "ILS"

    @property
    def amount(self) -> Decimal:
        """The amount in major units, with the currency's number of digits."""
        return Decimal(self.minor).scaleb(-minor_digits(self.currency))

    def share(self, basis_points: int) -> "Money":
        """Take a share in 1/100 of a percent, rounded once: half away from zero, to the whole minor unit."""
        return self.part(basis_points, 10_000)

    def part(self, some: int, of_all: int) -> "Money":
        """Take ``some`` of ``of_all`` equal parts, rounded once: half away from zero. ``of_all`` is above zero."""
        product = self.minor * some
        whole = (2 * abs(product) + of_all) // (2 * of_all)
        return Money(whole if product >= 0 else -whole, self.currency)

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __str__(self) -> str:
        return f"{self.amount:f}"


def minor_digits(currency: str) -> int:
    """Digits behind the point of a currency (ISO 4217)."""
    return _DIGITS.get(currency, 2)


def parse_money(text: str, currency: str) -> Money:
    """Read an amount as people and files write it (``1,234.50``, ``₪84.5``, ``84,50``); ``ValueError`` otherwise.

    Whatever is not wholly an amount is refused: digits picked out of a text ("5 for 10") would be somebody's money.
    """
    bare = _BLANK.sub("", _SIGN_OF_MONEY.sub("", text.strip().removeprefix(currency).removesuffix(currency)))
    bare = bare.replace("−", "-")
    if _WITH_POINT.fullmatch(bare):
        plain = bare.replace(",", "")
    elif _WITH_COMMA.fullmatch(bare):
        plain = bare.replace(".", "").replace(",", ".")
    else:
        raise ValueError(text)
    minor = Decimal(plain).scaleb(minor_digits(currency)).quantize(Decimal(1), ROUND_HALF_UP)
    if abs(minor) > 10**13:
        raise ValueError(text)
    return Money(int(minor), currency)


def foreign_currency(text: str, currency: str) -> str:
    """Another currency than ``currency`` that a written amount names; empty when it names none.

    A bare ``$`` is many countries' own sign: it is foreign only to a currency that has a sign of its own.
    """
    for sign in _SIGN_OF_MONEY.findall(text):
        named = ("USD" if currency in _NAMED.values() else currency) if sign == "$" else _NAMED.get(sign, "ILS")
        if named != currency:
            return named
    return ""
