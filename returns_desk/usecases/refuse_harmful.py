"""Nothing that was called back, went past its day or holds a customer's data is given away, be it decided long ago."""

from collections.abc import Iterable

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.giving_refusals import NotWiped
from returns_desk.domain.recall_refusals import NotToBeGiven
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.given_lines import to_wipe
from returns_desk.usecases.new_item import past_day


def refuse_harmful(work: Work, batch: BatchRecord, lines: Iterable[BatchLineRecord]) -> None:
    """Let a charity's batch go on only without such pieces: ``NotToBeGiven``. Other partners may have them.

    Neither a charity nor a recycler gets a device before it is wiped: ``NotWiped``.
    """
    if batch.kind is PartnerKind.SUPPLIER:
        return
    going = list(lines)
    if batch.kind is PartnerKind.CHARITY:
        items = [line.item for line in going]
        harmful = [item.number for item in items if item.recall_check.stops or past_day(work, item.expires)]
        if harmful:
            raise NotToBeGiven(batch.number, tuple(harmful))
    unwiped = to_wipe(work, batch, going)
    if unwiped:
        raise NotWiped(batch.number, unwiped)
