"""Nothing that was called back, or went past its day, is given away, be it decided long ago."""

from collections.abc import Iterable

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.recall_refusals import NotToBeGiven
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work


def refuse_harmful(work: Work, batch: BatchRecord, lines: Iterable[BatchLineRecord]) -> None:
    """Let a charity's batch go on only without such pieces: ``NotToBeGiven``. Other partners may have them."""
    if batch.kind is not PartnerKind.CHARITY:
        return
    items = [line.item for line in lines]
    past = [item for item in items if item.expires is not None and item.expires < work.today]
    harmful = [item.number for item in items if item.recall_check.stops or item in past]
    if harmful:
        raise NotToBeGiven(batch.number, tuple(harmful))
