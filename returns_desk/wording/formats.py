"""Money, dates and numbers as a language writes them, by Babel."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal

from returns_desk.domain.money import Money


def _locale(language: str) -> str:
    return "he_IL" if language == "he" else "en_IL"


@lru_cache(maxsize=1_024)
def write_money(language: str, money: Money) -> str:
    """An amount with its sign; direction is the sentence's business. Kept, for one picture says the same ones often."""
    said = format_currency(money.amount, money.currency, locale=_locale(language))
    return said.replace("\u200f", "")  # the no-break space stays: an amount is never parted from its sign


@lru_cache(maxsize=1_024)
def write_number(language: str, value: float) -> str:
    """A plain number with its thousands apart."""
    return format_decimal(value, locale=_locale(language))


def write_date(language: str, day: date) -> str:
    """A day: 22.11.2026 in Hebrew, 2026-11-22 in English."""
    return day.isoformat()[:10] if language == "en" else format_date(day, "dd.MM.yyyy", locale="he_IL")


def write_moment(language: str, local: datetime) -> str:
    """Day and time."""
    pattern = "yyyy-MM-dd HH:mm" if language == "en" else "dd.MM.yyyy HH:mm"
    return format_datetime(local, pattern, locale="en" if language == "en" else "he_IL")
