"""Nothing that was called back, or went past its day, is given away, be it decided long ago."""

from collections.abc import Iterable

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.recall_refusals import NotToBeGiven
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.new_item import past_day


def refuse_harmful(work: Work, batch: BatchRecord, lines: Iterable[BatchLineRecord]) -> None:
    """Let a charity's batch go on only without such pieces: ``NotToBeGiven``. Other partners may have them."""
    if batch.kind is not PartnerKind.CHARITY:
        return
    items = [line.item for line in lines]
    harmful = [item.number for item in items if item.recall_check.stops or past_day(work, item.expires)]
    if harmful:
        raise NotToBeGiven(batch.number, tuple(harmful))
