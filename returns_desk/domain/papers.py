"""Papers of a batch: the numbered ones that the desk issues, and the files that come from others."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a numbered paper is."""

    SLIP = "slip"
    CORRECTION = "correction"  # of a slip whose goods left
    DISPUTE = "dispute"  # the letter about a short credit

    @property
    def series(self) -> str:
        """Letters before the number; a slip's are its partner's."""
        return {"slip": "", "correction": "SC", "dispute": "DL"}[self.value]


class AttachmentKind(StrEnum):
    """What a file that somebody else made is about."""

    PROOF_OF_DELIVERY = "proof of delivery"
    CERTIFICATE = "certificate"  # of a recipient or recycler
    PROOF_OF_DESTRUCTION = "proof of destruction"
    CREDIT_NOTE = "credit note"
    OTHER = "other"


@dataclass(frozen=True)
class KeptFile:
    """A file that lies on the shelf: its name as it came, what it is kept under, what it is, and its bytes."""

    name: str
    sha256: str
    media: str
    size: int
