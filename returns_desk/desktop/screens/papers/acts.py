"""Which steps the page of papers offers now, and what right each needs."""

from returns_desk.domain.corrections import CORRECTABLE
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots import AttachmentSnapshot, BatchSnapshot
from returns_desk.domain.snapshots.papers import NumberedPaper


def may_now(
    batch: BatchSnapshot | None, paper: NumberedPaper | None, file: AttachmentSnapshot | None
) -> dict[str, tuple[bool, Permission | None]]:
    """For each step whether it fits what is shown and chosen, and the right that it needs."""
    slip = batch is not None and bool(batch.slip)
    correctable = batch is not None and batch.row.state in CORRECTABLE and bool(batch.lines)
    return {
        "attach_file": (batch is not None, Permission.SHIP_BATCH),
        "open_file": (file is not None, None),
        "remove_file": (file is not None, Permission.SHIP_BATCH),
        "evidence": (batch is not None, None),
        "advance_copy": (slip, Permission.PRINT),
        "advance_copy_evidence": (slip, Permission.PRINT),
        "show_paper": (paper is not None, None),
        "correct": (correctable, Permission.CORRECT_BATCH),
    }
