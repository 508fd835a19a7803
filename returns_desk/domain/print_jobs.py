"""Jobs of the print queue as rows name them, and what can come of sending one."""

from collections.abc import Iterable
from dataclasses import dataclass

from returns_desk.domain.printing import JobState, PaperKind, Trouble

PLATE = "item plate"  # a piece's first label: held back while the piece is in hand


def paper_kind(kind: str) -> PaperKind:
    """What a row's kind is drawn as."""
    return PaperKind.ITEM_LABEL if kind == PLATE else PaperKind(kind)


def row_kinds(kinds: Iterable[PaperKind]) -> tuple[str, ...]:
    """The kinds of rows that are drawn as these."""
    named = tuple(kind.value for kind in kinds)
    return (PLATE, *named) if PaperKind.ITEM_LABEL.value in named else named


@dataclass(frozen=True)
class Sent:
    """What came of sending one job, or of asking after one that an ended program left behind.

    ``state``: printed, unsure, or waiting (not taken, for ``trouble``); ``said`` in the printer's own words.
    """

    job_id: str
    state: JobState
    trouble: Trouble | None = None
    said: str = ""
    receipt: str = ""

    @property
    def stops(self) -> bool:
        """Whether the printer takes nothing more just now."""
        return self.trouble is not None and self.trouble is not Trouble.NOT_DRAWN
