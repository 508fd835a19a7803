"""Which carrier a tracking number may belong to: 39 formats kept as facts, and the few lines that check them.

The formats are ``resources/carriers.json`` (jkeen/tracking_number_data, MIT). They are read at the first scan that
needs them. Numbers without letters are suggestions only: a tenth of all ten-digit numbers passes as a DHL waybill.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from returns_desk.resources import resource
from returns_desk.scanning.product_codes import is_number, passes_luhn

LONGEST = 48
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BLANKS = re.compile(r"[ \t\u00a0]+")


@dataclass(frozen=True)
class CarrierReading:
    """A tracking number read as one format of one carrier."""

    carrier: str  # the code of the carrier, e.g. "ups"
    name: str  # the name people know: "Israel Post" for a postal number that ends in IL
    format: str
    number: str  # without blanks, capital letters
    only_digits: bool
    checked: bool  # whether a check digit stood in and was right
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def parts(self) -> dict[str, str]:
        """The reading as parts of a scan."""
        parts = {"carrier": self.carrier, "carrier_name": self.name, "format": self.format}
        return parts | ({"checked": "yes"} if self.checked else {}) | dict(self.details)


@dataclass(frozen=True)
class _Format:
    """One format, ready to be matched."""

    carrier: str
    name: str
    id: str
    regex: re.Pattern[str]
    checksum: Mapping[str, Any] | None
    prepend: tuple[re.Pattern[str], str] | None
    needs_country: bool
    operators: Mapping[str, str]

    def read(self, number: str) -> CarrierReading | None:
        """Read a compact number as this format; None if it does not fit or its check digit is wrong."""
        found = self.regex.fullmatch(number)
        if found is None:
            return None
        groups = {name: value for name, value in found.groupdict().items() if value}
        country = groups.get("CountryCode", "")
        if self.needs_country and country not in self.operators:
            return None
        if self.checksum and not self._passes(groups["SerialNumber"], groups["CheckDigit"]):
            return None
        details = {"country": country} if self.needs_country else {}
        name = self.operators[country] if self.needs_country else self.name
        only_digits, checked = is_number(number), self.checksum is not None
        return CarrierReading(self.carrier, name, self.id, number, only_digits, checked, details)

    def _passes(self, serial: str, digit: str) -> bool:
        """Check the digit with the sum this format names."""
        assert self.checksum is not None
        if self.prepend and self.prepend[0].match(serial):
            serial = self.prepend[1] + serial
        return _SUMS[self.checksum["name"]](serial, digit, self.checksum)


def carriers_of(text: str) -> tuple[CarrierReading, ...]:
    """List the carriers a text may be a tracking number of, the most telling format first."""
    number = _BLANKS.sub("", text).upper()
    if not 8 <= len(number) <= LONGEST or not number.isascii():
        return ()
    readings = [reading for known in _formats() if (reading := known.read(number))]
    return tuple(sorted(readings, key=lambda reading: (reading.only_digits, not reading.checked)))


@cache
def _formats() -> tuple[_Format, ...]:
    """All formats, compiled once."""
    kept = json.loads(resource("carriers.json").read_text(encoding="utf-8"))
    return tuple(_compiled(written, kept["postal_operators"]) for written in kept["formats"])


def _compiled(written: dict[str, Any], operators: Mapping[str, str]) -> _Format:
    """Make one format of its entry; the file's regexes name their groups as JavaScript does."""
    prepend = written.get("prepend")
    return _Format(
        carrier=written["carrier"],
        name=written["name"],
        id=written["id"],
        regex=re.compile(
            written["regex"].replace("(?<", "(?P<").replace("(?P<=", "(?<=").replace("(?P<!", "(?<!"), re.ASCII
        ),
        checksum=written.get("checksum"),
        prepend=(re.compile(prepend["matches_regex"]), prepend["content"]) if prepend else None,
        needs_country=written.get("needs_country", False),
        operators=operators,
    )


def _passes_mod10(serial: str, digit: str, terms: Mapping[str, Any]) -> bool:
    """Sum with two multipliers in turn; letters count as their place in ASCII less three, as UPS does."""
    signs = reversed(serial) if terms.get("reverse") else serial
    evens, odds = terms.get("evens_multiplier", 1), terms.get("odds_multiplier", 1)
    values = (int(sign) if is_number(sign) else (ord(sign) - 3) % 10 for sign in signs)
    total = sum(value * (odds if place % 2 else evens) for place, value in enumerate(values))
    return bool(-total % 10 == int(digit))


def _passes_mod7(serial: str, digit: str, terms: Mapping[str, Any]) -> bool:
    """The remainder of the whole number by seven."""
    return int(serial) % 7 == int(digit)


def _passes_mod_37_36(serial: str, digit: str, terms: Mapping[str, Any]) -> bool:
    """ISO 7064 MOD 37,36 over digits and letters (DPD)."""
    modulo = int(terms["modulo"])
    check = modulo
    for sign in serial:
        check = (check + _ALPHABET.index(sign)) % modulo or modulo
        check = check * 2 % (modulo + 1)
    return _ALPHABET[(modulo + 1 - check) % modulo] == digit


def _passes_weighted(serial: str, digit: str, terms: Mapping[str, Any]) -> bool:
    """Weights for each place, then two remainders (FedEx)."""
    total = sum(int(sign) * int(weight) for sign, weight in zip(serial, terms["weightings"], strict=False))
    return total % int(terms["modulo1"]) % int(terms["modulo2"]) == int(digit)


def _passes_s10(serial: str, digit: str, terms: Mapping[str, Any]) -> bool:
    """The check digit of the Universal Postal Union's standard S10."""
    total = sum(int(sign) * int(weight) for sign, weight in zip(serial, terms["weightings"], strict=True))
    return {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11) == int(digit)


def _passes_luhn(serial: str, digit: str, terms: Mapping[str, Any]) -> bool:
    """The sum of credit cards."""
    return passes_luhn(serial + digit)


_SUMS: dict[str, Callable[[str, str, Mapping[str, Any]], bool]] = {
    "mod10": _passes_mod10,
    "mod7": _passes_mod7,
    "mod_37_36": _passes_mod_37_36,
    "sum_product_with_weightings_and_modulo": _passes_weighted,
    "s10": _passes_s10,
    "luhn": _passes_luhn,
}
