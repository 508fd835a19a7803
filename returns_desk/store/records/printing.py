"""What waits for a station's printers, and the pictures that stand on the shop's papers."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from returns_desk.domain.printing import JobState, Trouble
from returns_desk.store.records.base import STRICT, Count, Key, Name, Record, Text0
from returns_desk.store.types import Choice, Json, Moment, Uid, Whole


class PrintJobRecord(Record):
    """One paper or label on its way to a printer: the outbox that no switched-off printer can lose."""

    __tablename__ = "print_queue"
    __table_args__ = (Index("ix_print_queue_state", "state", "id"), Index("ix_print_queue_number", "number"), STRICT)

    id: Mapped[Key]
    station_id: Mapped[str] = mapped_column(Uid, ForeignKey("stations.id"))
    kind: Mapped[Name]  # item plate, else a PaperKind
    number: Mapped[Name]
    state: Mapped[JobState] = mapped_column(Choice(JobState))
    made_at: Mapped[datetime] = mapped_column(Moment)
    tries: Mapped[Count]
    last_error: Mapped[Text0]  # in the printer's or system's own words
    trouble: Mapped[Trouble | None] = mapped_column(Choice(Trouble))  # why it was not taken the last time
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))  # who asked; none: the owner
    what: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)  # what its kind needs to be drawn again
    copies: Mapped[int] = mapped_column(Whole, default=0)  # 0: as the route says
    copy: Mapped[Count]  # 0 the first print, then 1, 2, ... marked on the label
    printer: Mapped[Text0]  # where it was sent
    receipt: Mapped[Text0]  # what the printer or system calls it
    next_try_at: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)  # when sending began
    printed_at: Mapped[datetime | None] = mapped_column(Moment)  # when the printer acknowledged it


class LogoRecord(Record):
    """A picture for the head of the shop's papers; kept for as long as a paper that shows it."""

    __tablename__ = "logos"
    __table_args__ = STRICT

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)  # PNG, written by this program
    added_at: Mapped[datetime] = mapped_column(Moment)
