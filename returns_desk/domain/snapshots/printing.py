"""What waits for a station's printers, as others may see it."""

from dataclasses import dataclass
from datetime import datetime

from returns_desk.domain.printing import JobState, PaperKind, Trouble


@dataclass(frozen=True)
class JobSnapshot:
    """One job of the print queue. ``held_back``: the first label of the piece in hand, printed when it leaves the hand.

    ``copy`` 0 is the first print of a label; ``copies`` 0 as many as the route says. ``said``: the printer's own words.
    """

    id: str
    kind: PaperKind
    number: str
    state: JobState
    made_at: datetime
    station: str = ""
    person: str = ""
    person_en: str = ""
    copies: int = 0
    copy: int = 0
    held_back: bool = False
    printer: str = ""
    receipt: str = ""
    tries: int = 0
    trouble: Trouble | None = None
    said: str = ""
    next_try_at: datetime | None = None
    sent_at: datetime | None = None
    printed_at: datetime | None = None
