"""One row's fields by name, read as what they must be; whatever does not fit is raised as ``RowRefused``."""

import re
from collections.abc import Mapping as Entries
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from returns_desk.domain.codes import sscc_key
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.money import Money, parse_money
from returns_desk.domain.refusals import RowRefused
from returns_desk.domain.texts import is_mail_address
from returns_desk.exchange.check_digits import CHECKED_LENGTHS, right_check_digit, right_unit_digit
from returns_desk.exchange.text import MAX_TEXT, clean

MAX_KEY = 60
MAX_CODE = 48
MAX_WHOLE = 1_000_000
_MONEY = re.compile(
    r"(?:[₪$€£]|ILS)?\s*[-−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\d+,\d{1,2})\s*(?:[₪$€£]|ILS)?"
)
_OFFSET = re.compile(r"([+-]?\d{1,4})d")
_GRAMS = ("g", "gr", "גרם", "ג'")
_WEIGHT = re.compile(r"(\d{1,7}(?:\.\d{1,3})?)\s*(kg|ק\"ג|קג|ק״ג|g|gr|גרם|ג')?", re.ASCII)
_CODE = re.compile(r"[!-~]+")
_DAY_FORMATS = ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y")
_YES, _NO = ("yes", "true", "1", "y", "כן"), ("no", "false", "0", "n", "לא", "")

Choice = TypeVar("Choice", bound=StrEnum)


class Record:
    """Fields of one row. ``today`` is the day that offsets such as ``-6d`` count from; money is in ``currency``."""

    def __init__(
        self, line: int, texts: Entries[str, str], *, today: date, currency: str, unsaid: frozenset[str] = frozenset()
    ) -> None:
        self.unsaid = unsaid  # names for which the file has no column at all
        self.line = line
        self._texts = texts
        self._today = today
        self._currency = currency

    def text(self, name: str, *, needed: bool = False) -> str:
        """Cleaned text, cut at 300 characters."""
        found = clean(self._texts.get(name, ""))
        if needed and not found:
            raise RowRefused(RowFact.MISSING, name)
        return found[:MAX_TEXT].rstrip()

    def key(self, name: str, *, needed: bool = False, longest: int = MAX_KEY) -> str:
        """Text that things are found by: never cut, too long is refused."""
        found = self.text(name, needed=needed)
        if len(found) > longest:
            raise RowRefused(RowFact.TOO_LONG, name, found[:40])
        return found

    def words(self, name: str) -> tuple[str, ...]:
        """Several keys in one cell, parted by blanks, ``;`` or ``|``; the same one counts once."""
        parts = re.split(r"[\s;|,]+", self.text(name))
        return tuple(dict.fromkeys(part for part in parts if part))

    def codes(self, name: str) -> tuple[str, ...]:
        """Product codes, each with a right check digit if it is of a kind that has one."""
        return tuple(self._code(name, code) for code in self.words(name))

    def _code(self, name: str, code: str) -> str:
        if not _CODE.fullmatch(code):
            raise RowRefused(RowFact.NOT_A_CODE, name, code[:40])
        if len(code) > MAX_CODE:
            raise RowRefused(RowFact.TOO_LONG, name, code[:40])
        if code.isdigit() and len(code) in CHECKED_LENGTHS and not right_check_digit(code):
            raise RowRefused(RowFact.CHECK_DIGIT, name, code)
        return code

    def money(self, name: str) -> Money | None:
        """An amount, never below zero; nothing where nothing is written."""
        found = self.text(name)
        if not found:
            return None
        try:
            money = parse_money(found, self._currency) if _MONEY.fullmatch(found) else None
        except (ValueError, ArithmeticError):
            money = None
        if money is None or money.minor < 0:
            raise RowRefused(RowFact.NOT_MONEY, name, found[:40])
        return money

    def whole(self, name: str, *, least: int, default: int | None = None) -> int:
        """A whole number from ``least`` up; ``3.0`` counts as 3. Empty gives the default, or is refused without one."""
        found = self.text(name, needed=default is None)
        if not found and default is not None:
            return default
        plain = re.fullmatch(r"(\d{1,9})(?:\.0*)?", found, re.ASCII)
        if plain is None or not least <= int(plain[1]) <= MAX_WHOLE:
            raise RowRefused(RowFact.NOT_A_NUMBER, name, found[:40])
        return int(plain[1])

    def grams(self, name: str) -> int | None:
        """A weight: ``1.2 kg``, ``800 g``, ``1.2 ק"ג``; a bare number is grams. Nothing where nothing is written."""
        found = self.text(name)
        if not found:
            return None
        weight = _WEIGHT.fullmatch(found.replace(",", "."))
        grams = round(float(weight[1]) * (1000 if weight[2] and weight[2] not in _GRAMS else 1)) if weight else 0
        if not 1 <= grams <= MAX_WHOLE:
            raise RowRefused(RowFact.NOT_A_NUMBER, name, found[:40])
        return grams

    def part(self, name: str) -> tuple[int | None, int | None]:
        """Which of how many: ``2/3`` is 2 and 3, ``2`` is 2 of unknown many."""
        found = self.text(name)
        if not found:
            return None, None
        part = re.fullmatch(r"(\d{1,3})(?:\s*/\s*(\d{1,3}))?", found, re.ASCII)
        if part is None or int(part[1]) < 1 or (part[2] and int(part[2]) < int(part[1])):
            raise RowRefused(RowFact.NOT_A_NUMBER, name, found[:40])
        return int(part[1]), int(part[2]) if part[2] else None

    def unit(self, name: str) -> str:
        """The number of a shipping unit (SSCC): 18 digits, the last of which checks the others."""
        found = self.key(name)
        digits = sscc_key(found)
        if found and not digits:
            raise RowRefused(RowFact.NOT_A_CODE, name, found[:40])
        if digits and not right_unit_digit(digits):
            raise RowRefused(RowFact.CHECK_DIGIT, name, digits)
        return digits

    def share(self, name: str, *, default: int) -> int:
        """A percentage from 0 to 100, given in basis points."""
        found = self.text(name).removesuffix("%").rstrip()
        return basis_points(found, name) if found else default

    def day(self, name: str) -> date | None:
        """A day: 2026-11-22, 22.11.2026, 22/11/2026 (the day comes first), or ``-6d`` counted from today."""
        found = self.text(name)
        if not found:
            return None
        offset = _OFFSET.fullmatch(found)
        if offset:
            return self._today + timedelta(days=int(offset[1]))
        day = _day(found)
        if day is None or not 1990 <= day.year <= 2100:
            raise RowRefused(RowFact.NOT_A_DATE, name, found[:40])
        return day

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Yes or no, in English or Hebrew."""
        found = self.text(name).casefold()
        if found in _YES:
            return True
        if found not in _NO:
            raise RowRefused(RowFact.NOT_YES_OR_NO, name, found[:40])
        return default if not found else False

    def language(self, name: str) -> str:
        """A language the program speaks, or nothing."""
        found = self.text(name).casefold()
        if found not in ("", "he", "en"):
            raise RowRefused(RowFact.NOT_A_CHOICE, name, found[:40])
        return found

    def address(self, name: str) -> str:
        """One mail address and nothing that could add a second one."""
        found = self.text(name)
        if found and not is_mail_address(found):
            raise RowRefused(RowFact.NOT_AN_ADDRESS, name, found[:40])
        return found

    def choice(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """One of an enum's values, in any case of letters."""
        found = self.text(name, needed=default is None)
        if not found and default is not None:
            return default
        return one_of(kind, found, name)


def one_of(kind: type[Choice], text: str, name: str) -> Choice:
    """The enum's member with this value, or the refusal."""
    for member in kind:
        if member.value.casefold() == text.casefold():
            return member
    raise RowRefused(RowFact.NOT_A_CHOICE, name, text[:40])


def basis_points(text: str, name: str) -> int:
    """A percentage such as ``7.5`` in 1/100 of a percent."""
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2}0*)?", text, re.ASCII) or parse_money(text, "ILS").minor > 10_000:
        raise RowRefused(RowFact.NOT_A_NUMBER, name, text[:40])
    return parse_money(text, "ILS").minor


def _day(text: str) -> date | None:
    moment = re.fullmatch(r"(\S+)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?", text)
    day = moment[1] if moment else text
    try:
        return date.fromisoformat(day)
    except ValueError:
        pass
    for pattern in _DAY_FORMATS:
        try:
            return datetime.strptime(day, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
