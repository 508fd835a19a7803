"""Frozen copies of what the store holds: the only shape in which facts leave a transaction or cross a thread."""

from returns_desk.domain.snapshots.batches import (
    AttachmentSnapshot,
    BatchLineSnapshot,
    BatchRow,
    BatchSnapshot,
    CartonSnapshot,
    CreditLineSnapshot,
    CreditSnapshot,
)
from returns_desk.domain.snapshots.bench import (
    BenchSnapshot,
    NextStep,
    Question,
    QuestionKind,
    StepLine,
    WaitingParcel,
)
from returns_desk.domain.snapshots.things import (
    Company,
    ExpectedLine,
    Found,
    ItemSnapshot,
    ParcelSnapshot,
    PartnerSnapshot,
    PersonSnapshot,
    ProductSnapshot,
    RmaSnapshot,
    TimelineEntry,
)

__all__ = [
    "AttachmentSnapshot",
    "BatchLineSnapshot",
    "BatchRow",
    "BatchSnapshot",
    "BenchSnapshot",
    "CartonSnapshot",
    "Company",
    "CreditLineSnapshot",
    "CreditSnapshot",
    "ExpectedLine",
    "Found",
    "ItemSnapshot",
    "NextStep",
    "ParcelSnapshot",
    "PartnerSnapshot",
    "PersonSnapshot",
    "ProductSnapshot",
    "Question",
    "QuestionKind",
    "RmaSnapshot",
    "StepLine",
    "TimelineEntry",
    "WaitingParcel",
]
