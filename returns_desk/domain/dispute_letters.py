"""All that a letter about a short credit says, frozen at issue like every numbered paper."""

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, date, datetime
from typing import Any

from returns_desk.domain.money import Money
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.slips import SlipParty


@dataclass(frozen=True)
class DisputeLine:
    """One line of which less came than was expected; ``reason`` is the supplier's, as a ``ShortReason``."""

    position: int
    item: str
    sku: str
    description: str
    description_en: str
    expected_minor: int
    received_minor: int
    reason: str = ""

    def description_in(self, language: str) -> str:
        """The description in a language, else the one there is."""
        return (self.description_en or self.description) if language == "en" else (self.description or self.sku)

    @property
    def missing_minor(self) -> int:
        """What is claimed still."""
        return self.expected_minor - self.received_minor


@dataclass(frozen=True)
class DisputeCredit:
    """One credit note that came, by its number and day."""

    number: str
    at: date
    amount_minor: int


@dataclass(frozen=True)
class DisputeLetter:
    """A letter whole: which goods went, what was agreed to come of them, what came, and what is asked."""

    number: str
    batch: str
    slip: str
    authorization: str
    company: SlipParty
    partner: SlipParty
    issued_at: datetime
    issued_by: str
    note: str
    lines: tuple[DisputeLine, ...]
    credits: tuple[DisputeCredit, ...]
    expected_minor: int
    received_minor: int
    shipped: date | None = None
    currency: str = "ILS"
    look: PaperLook = field(default_factory=PaperLook)  # of the shop's papers on the day of issue
    version: int = 1

    def money(self, minor: int) -> Money:
        """An amount of this letter, in its currency."""
        return Money(minor, self.currency)

    def to_json(self) -> str:
        """Write the canonical text: sorted keys, no blanks, times in UTC; the same content gives the same text."""
        return json.dumps(asdict(self), default=_written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "DisputeLetter":
        """Read a canonical text back; facts that a newer program wrote are left out."""
        facts = json.loads(text)
        read = {
            "company": SlipParty(**_known(SlipParty, facts["company"])),
            "partner": SlipParty(**_known(SlipParty, facts["partner"])),
            "issued_at": datetime.fromisoformat(facts["issued_at"]),
            "shipped": date.fromisoformat(facts["shipped"]) if facts.get("shipped") else None,
            "lines": tuple(DisputeLine(**_known(DisputeLine, line)) for line in facts["lines"]),
            "look": PaperLook.from_facts(facts.get("look", {})),
            "credits": tuple(_credit(credit) for credit in facts["credits"]),
        }
        return cls(**_known(cls, facts) | read)


def _credit(facts: dict[str, Any]) -> DisputeCredit:
    return DisputeCredit(**_known(DisputeCredit, facts) | {"at": date.fromisoformat(facts["at"])})


def _known(kind: type[Any], facts: dict[str, Any]) -> dict[str, Any]:
    names = {known.name for known in fields(kind)}
    return {name: value for name, value in facts.items() if name in names}


def _written(value: object) -> str:
    """Write what JSON has no shape for; ``datetime`` is a ``date`` too, so it is asked first."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a letter")
