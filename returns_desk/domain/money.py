"""Money as integer minor units (agorot, cents) with its currency, and the one rounding rule."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_DIGITS = {"JPY": 0}


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
        exact = Decimal(self.minor) * basis_points / 10_000
        return Money(int(exact.quantize(Decimal(1), ROUND_HALF_UP)), self.currency)

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
    """Read an amount as people and files write it (``1,234.50``, ``₪84.5``); raise ``ValueError`` otherwise."""
    cleaned = "".join(sign for sign in text if sign in "0123456789.,-−").replace("−", "-")
    if "," in cleaned and "." not in cleaned and len(cleaned.rsplit(",", 1)[1]) in (1, 2):
        cleaned = cleaned.replace(",", ".")  # a decimal comma
    cleaned = cleaned.replace(",", "")
    try:
        value = Decimal(cleaned)
    except ArithmeticError:
        raise ValueError(text) from None
    minor = value.scaleb(minor_digits(currency)).quantize(Decimal(1), ROUND_HALF_UP)
    if abs(minor) > 10**13:
        raise ValueError(text)
    return Money(int(minor), currency)
