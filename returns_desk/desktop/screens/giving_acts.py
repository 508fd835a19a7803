"""Which steps a gift or a recycling offers once it left: its certificate first, then its end."""

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words

PERMISSIONS = {"certify": Permission.SHIP_BATCH, "tote_label": Permission.LOOK}
_GIVEN_UP = (BatchState.REJECTED, BatchState.CANCELLED)
Names = tuple[str, ...]
_LEFT = (BatchState.SHIPPED, BatchState.PENDING_CREDIT, BatchState.CLOSED)


def with_giving(batch: BatchSnapshot, near: Names, far: Names) -> tuple[Names, Names]:
    """The steps of the bar and of the menu; no credit is recorded, and a delivery need not be."""
    if has_tote(batch):
        return near, ("tote_label", *far)
    if batch.row.kind is PartnerKind.SUPPLIER or batch.row.state not in _LEFT:
        return near, far
    rarely = (*(name for name in near if name == "deliver"), *far)
    if batch.row.state is BatchState.CLOSED:
        return ("print_slip",), rarely if batch.certificate else ("certify", *rarely)
    if batch.certificate:
        return ("close_batch", "print_slip"), ("certify", *rarely)
    return ("certify", "close_batch", "print_slip"), rarely


def giving_title(words: Words, name: str) -> str:
    """What a step's button says; empty for steps of others."""
    return {"certify": words("Certificate received"), "tote_label": words("Tote label")}.get(name, "")


def has_tote(batch: BatchSnapshot) -> bool:
    """Whether its goods gather here in a tote or cage of their own."""
    return batch.row.kind is not PartnerKind.SUPPLIER and batch.row.state not in (*_LEFT, *_GIVEN_UP)
