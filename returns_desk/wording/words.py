"""One language's words: sentences with facts, money, dates and numbers as that language writes them."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import cache

from babel.dates import format_date, format_datetime
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal

from returns_desk.domain.money import Money
from returns_desk.resources import resource
from returns_desk.wording.names import NAMES

LANGUAGES = ("he", "en")
_ISOLATE, _POP = "\u2068", "\u2069"


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    """Sentences of one language by their English; English has none of its own."""
    words: dict[str, str] = {}
    for path in sorted(resource("wording").glob(f"*{language}.po")):
        with path.open("rb") as file:
            words |= {str(m.id): str(m.string) for m in read_po(file) if m.id and m.string}
    return words


def isolated(fact: object) -> str:
    """Wrap a fact so that its direction never disturbs the sentence around it; directing signs inside are dropped."""
    text = "".join(sign for sign in str(fact) if sign not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return f"{_ISOLATE}{text}{_POP}"


class Words:
    """Say things in one language (``he`` or ``en``): ``words("Parcel {number} is open", number=...)``."""

    def __init__(self, language: str, timezone: tzinfo | None = None) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.right_to_left = self.language == "he"
        self._timezone = timezone

    def __call__(self, sentence: str, /, **facts: object) -> str:
        """Say a sentence; each fact is isolated. ``sentence`` must stand literally in the code: it is the key."""
        said = _catalogue(self.language).get(sentence, sentence) if self.language != "en" else sentence
        return said.format_map({name: isolated(fact) for name, fact in facts.items()}) if facts else said

    def name(self, value: StrEnum) -> str:
        """The name of one value of the domain's enums."""
        return self(NAMES[type(value)][value])

    def money(self, money: Money) -> str:
        """An amount with its sign, as the language's readers expect it."""
        locale = "he_IL" if self.language == "he" else "en_IL"
        return format_currency(money.amount, money.currency, locale=locale).replace("\u200f", "").replace("\xa0", " ")

    def number(self, value: float) -> str:
        """A plain number with its thousands apart."""
        return format_decimal(value, locale="he_IL" if self.language == "he" else "en_IL")

    def percent(self, basis_points: int) -> str:
        """A share given in 1/100 of a percent."""
        return f"{self.number(basis_points / 100)}%"

    def date(self, day: date) -> str:
        """A day: 22.11.2026 in Hebrew, 2026-11-22 in English."""
        if self.language == "en":
            return day.isoformat()[:10]
        return format_date(day, "dd.MM.yyyy", locale="he_IL")

    def time(self, moment: datetime, *, seconds: bool = False) -> str:
        """The time of day at this station."""
        return moment.astimezone(self._timezone).strftime("%H:%M:%S" if seconds else "%H:%M")

    def moment(self, moment: datetime) -> str:
        """Day and time at this station."""
        local = moment.astimezone(self._timezone)
        pattern = "yyyy-MM-dd HH:mm" if self.language == "en" else "dd.MM.yyyy HH:mm"
        return format_datetime(local, pattern, locale="en" if self.language == "en" else "he_IL")
