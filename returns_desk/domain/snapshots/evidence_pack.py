"""All that proves a batch: its slip, and of every line the inspections, photographs and measured values."""

from dataclasses import dataclass

from returns_desk.domain.checklists import Checklist
from returns_desk.domain.photos import PhotoSnapshot
from returns_desk.domain.slips import SlipContent
from returns_desk.domain.snapshots.batches import AttachmentSnapshot, BatchLineSnapshot
from returns_desk.domain.snapshots.inspections import InspectionSnapshot
from returns_desk.domain.snapshots.papers import NumberedPaper


@dataclass(frozen=True)
class EvidenceLine:
    """One line of a batch with what was seen of its piece; ``photos`` hold those of its box too."""

    line: BatchLineSnapshot
    inspections: tuple[InspectionSnapshot, ...]
    checklist: Checklist | None
    photos: tuple[PhotoSnapshot, ...]


@dataclass(frozen=True)
class EvidencePack:
    """A batch's evidence whole; the slip is the issued one, or a draft without a number."""

    slip: SlipContent
    lines: tuple[EvidenceLine, ...]
    papers: tuple[NumberedPaper, ...] = ()
    attachments: tuple[AttachmentSnapshot, ...] = ()
