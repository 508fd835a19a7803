"""What happens around the work: people come and go, steps are refused, asked about or undone, files are taken in."""

from dataclasses import dataclass
from typing import Any

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class ShopStarted(Event):
    """The database was made for a shop."""

    name: str
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonAdded(Event):
    """Somebody may work at the desk from now on; the badge is never told."""

    name: str
    role: str


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    """A person scanned a badge."""

    name: str
    name_en: str = ""
    role: str
    before: str = ""  # person_id that was signed in until then


@dataclass(frozen=True, kw_only=True)
class SignedOut(Event):
    """A person left the station."""

    name: str
    name_en: str = ""


@dataclass(frozen=True, kw_only=True)
class PinProven(Event):
    """A person gave badge and PIN for an act that needs both."""

    name: str
    name_en: str = ""


@dataclass(frozen=True, kw_only=True)
class Refused(Event):
    """A step was refused; nothing of it was kept."""

    refusal: str
    facts: dict[str, Any]
    scan: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Event):
    """The desk waits for an answer."""

    kind: str
    subject: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StepUndone(Event):
    """A step was taken back; ``undone`` is the name of its main event."""

    undone: str
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class RowsImported(Event):
    """A file was taken in. ``kind``: products, suppliers, customers, expected, people."""

    kind: str
    file: str
    taken: int
    changed: int
    refused: int
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnsAnnounced(Event):
    """Announced lines were taken in, or changed, in one step of a file; how many lines."""

    added: int
    changed: int
