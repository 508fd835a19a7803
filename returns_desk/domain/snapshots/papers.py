"""The numbered papers of a batch, as lists and screens show them."""

from dataclasses import dataclass
from datetime import datetime

from returns_desk.domain.papers import DocumentKind


@dataclass(frozen=True)
class NumberedPaper:
    """One numbered paper; ``copies`` counts its prints, the original included."""

    number: str
    kind: DocumentKind
    cancelled: bool
    issued_at: datetime
    copies: int
