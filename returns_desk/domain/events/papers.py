"""What happens to a numbered paper."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class DocumentIssued(Event):
    """A numbered paper was issued; its content is frozen. ``document`` is its kind."""

    number: str
    batch: str
    sha256: str
    document: str = "slip"


@dataclass(frozen=True, kw_only=True)
class DocumentPrinted(Event):
    """A numbered paper was printed: the original once, then copies."""

    number: str
    copy: int  # 0 = original
    language: str
    reason: str = ""
    document: str = "slip"


@dataclass(frozen=True, kw_only=True)
class DocumentCancelled(Event):
    """A numbered paper is void; its number stays."""

    number: str


@dataclass(frozen=True, kw_only=True)
class FileAttached(Event):
    """A file from outside was kept with a batch; ``number`` is the batch's."""

    number: str
    shows: str
    name: str
    attachment_id: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class FileDetached(Event):
    """A file counts no longer; what is in it stays on the shelf."""

    number: str
    shows: str
    name: str
    attachment_id: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class LineCorrected(Event):
    """A piece was taken off a slip whose goods left: it is here, and waits for another decision."""

    number: str
    item: str


@dataclass(frozen=True, kw_only=True)
class BatchCorrected(Event):
    """A numbered paper corrects a batch's slip; ``expected_minor`` is what is expected of the lines that are left.

    ``seen`` is the hash of the lines that there were before.
    """

    number: str
    document: str
    slip: str
    lines: int
    expected_minor: int
    currency: str
    note: str
    seen: str = ""
