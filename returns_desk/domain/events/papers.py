"""What happens to a numbered paper."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class DocumentIssued(Event):
    """A numbered paper was issued; its content is frozen."""

    number: str
    batch: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class DocumentPrinted(Event):
    """A numbered paper was printed: the original once, then copies."""

    number: str
    copy: int  # 0 = original
    language: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentCancelled(Event):
    """A numbered paper is void; its number stays."""

    number: str
