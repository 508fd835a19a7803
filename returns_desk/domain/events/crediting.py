"""What comes after a credit that is not simply right: taken back, disputed, given up."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class CreditReversed(Event):
    """A credit that was recorded wrong was taken back; both stay. ``reopened_minor``: of a write-off that ended so."""

    number: str
    credit: str
    amount_minor: int
    currency: str
    state: str
    reopened_minor: int = 0


@dataclass(frozen=True, kw_only=True)
class CreditDisputed(Event):
    """A short credit was disputed, by a numbered letter."""

    number: str
    letter: str
    open_minor: int
    currency: str
    note: str


@dataclass(frozen=True, kw_only=True)
class CreditWrittenOff(Event):
    """What was still open was given up, signed by two; ``seen`` is the hash of the batch's lines."""

    number: str
    amount_minor: int
    currency: str
    note: str
    second: str
    second_en: str = ""
    second_id: str = ""
    seen: str = ""
