"""What happened, once and for ever: the journal, the numbered papers and the counters that number things."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from returns_desk.domain.papers import DocumentKind
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0
from returns_desk.store.records.standing_out import REFUSED, WITHOUT_PHOTOS
from returns_desk.store.types import Choice, Flag, Moment, Uid, Whole


class JournalRecord(Record):
    """One event; triggers refuse every change, each row holds the hash of the whole row before it at its station."""

    __tablename__ = "journal"
    __table_args__ = (
        UniqueConstraint("station_id", "seq"),
        UniqueConstraint("step_id", "step_line"),
        Index("ix_journal_parcel_id", "parcel_id"),
        Index("ix_journal_item_id", "item_id"),
        Index("ix_journal_batch_id", "batch_id"),
        Index("ix_journal_rma_id", "rma_id"),
        Index("ix_journal_refused", "at", sqlite_where=REFUSED, postgresql_where=REFUSED),
        Index("ix_journal_without_photos", "at", sqlite_where=WITHOUT_PHOTOS, postgresql_where=WITHOUT_PHOTOS),
        STRICT,
    )

    id: Mapped[Key]
    station_id: Mapped[str] = mapped_column(Uid, ForeignKey("stations.id"))
    seq: Mapped[int] = mapped_column(Whole)
    at: Mapped[datetime] = mapped_column(Moment)
    person_id: Mapped[str | None] = mapped_column(Uid)
    kind: Mapped[Name]
    body: Mapped[Name]  # canonical JSON, kept as the very text that was hashed
    parcel_id: Mapped[str | None] = mapped_column(Uid)
    item_id: Mapped[str | None] = mapped_column(Uid)
    batch_id: Mapped[str | None] = mapped_column(Uid)
    rma_id: Mapped[str | None] = mapped_column(Uid)
    step_id: Mapped[str] = mapped_column(Uid)
    step_line: Mapped[int] = mapped_column(Whole)
    undoes_id: Mapped[str | None] = mapped_column(Uid, unique=True)
    prev_hash: Mapped[Text0]
    hash: Mapped[Name]


class CounterRecord(Record):
    """The last number given in one series."""

    __tablename__ = "counters"
    __table_args__ = STRICT

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(Whole)


class DocumentRecord(Record):
    """One numbered paper: its content is frozen, its number is never used again."""

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("series", "year", "sequence"),
        Index("ix_documents_batch_id", "batch_id"),
        STRICT,
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    series: Mapped[Name]
    year: Mapped[int] = mapped_column(Whole)
    sequence: Mapped[int] = mapped_column(Whole)
    batch_id: Mapped[str] = mapped_column(Uid, ForeignKey("batches.id"))
    content: Mapped[Name]
    sha256: Mapped[Name]
    issued_at: Mapped[datetime] = mapped_column(Moment)
    issued_by: Mapped[str] = mapped_column(Uid, ForeignKey("people.id"))
    cancelled: Mapped[bool] = mapped_column(Flag, default=False)
    kind: Mapped[DocumentKind] = mapped_column(Choice(DocumentKind), default=DocumentKind.SLIP)


class DocumentPrintRecord(Record):
    """One print of a numbered paper: copy 0 is the original."""

    __tablename__ = "document_prints"
    __table_args__ = (UniqueConstraint("document_id", "copy"), STRICT)

    id: Mapped[Key]
    document_id: Mapped[str] = mapped_column(Uid, ForeignKey("documents.id"))
    copy: Mapped[int] = mapped_column(Whole)
    at: Mapped[datetime] = mapped_column(Moment)
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))  # none: the computer's owner
    language: Mapped[Name]
    target: Mapped[Text0]
    reason: Mapped[Text0]


class FindEntryRecord(Record):
    """The words by which one thing is found; triggers keep the full-text index in step with it."""

    __tablename__ = "find_entries"
    __table_args__ = (UniqueConstraint("subject_id"), STRICT)

    id: Mapped[int] = mapped_column(Whole, primary_key=True, autoincrement=True)
    kind: Mapped[Name]
    subject_id: Mapped[str] = mapped_column(Uid)
    words: Mapped[Name]
