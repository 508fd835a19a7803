"""One language's words: sentences with facts, money, dates and numbers as that language writes them."""

from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from returns_desk.wording.catalogue import catalogue

if TYPE_CHECKING:
    from returns_desk.domain.money import Money

LANGUAGES = ("he", "en")
_ISOLATE, _POP = "\u2068", "\u2069"


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
        said = catalogue(self.language).get(sentence, sentence) if self.language != "en" else sentence
        return said.format_map({name: isolated(fact) for name, fact in facts.items()}) if facts else said

    # WORKAROUND(start-up): names and formats bring the whole domain and Babel, 40 ms that the first picture needs not
    def name(self, value: StrEnum) -> str:
        """The name of one value of the domain's enums."""
        from returns_desk.wording.names import NAMES  # noqa: PLC0415  see above

        return self(NAMES[type(value)][value])

    def money(self, money: "Money") -> str:
        """An amount with its sign, as the language's readers expect it."""
        from returns_desk.wording.formats import write_money  # noqa: PLC0415  see above

        return write_money(self.language, money)

    def number(self, value: float) -> str:
        """A plain number with its thousands apart."""
        from returns_desk.wording.formats import write_number  # noqa: PLC0415  see above

        return write_number(self.language, value)

    def percent(self, basis_points: int) -> str:
        """A share given in 1/100 of a percent."""
        return f"{self.number(basis_points / 100)}%"

    def date(self, day: date) -> str:
        """A day: 22.11.2026 in Hebrew, 2026-11-22 in English."""
        from returns_desk.wording.formats import write_date  # noqa: PLC0415  see above

        return write_date(self.language, day)

    def time(self, moment: datetime, *, seconds: bool = False) -> str:
        """The time of day at this station."""
        return moment.astimezone(self._timezone).strftime("%H:%M:%S" if seconds else "%H:%M")

    def moment(self, moment: datetime) -> str:
        """Day and time at this station."""
        from returns_desk.wording.formats import write_moment  # noqa: PLC0415  see above

        return write_moment(self.language, moment.astimezone(self._timezone))
