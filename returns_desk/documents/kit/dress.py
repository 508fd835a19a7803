"""What a paper wears: the look the shop chose for it, and the logo's picture."""

from dataclasses import dataclass, field
from typing import TypedDict

from returns_desk.domain.paper_look import PaperLook


@dataclass(frozen=True)
class Dress:
    """``logo``: the bytes of the PNG that ``look.logo`` names; empty: none is drawn."""

    look: PaperLook = field(default_factory=PaperLook)
    logo: bytes = field(default=b"", repr=False)


PLAIN = Dress()


class Form(TypedDict, total=False):
    """How a paper is made, by keyword: what it wears, and whether its labels stand in both languages."""

    dress: Dress
    bilingual: bool
