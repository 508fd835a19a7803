"""Look at what a charity's or recycler's batch is made of, and what is to be wiped in it."""

from collections.abc import Sequence

from returns_desk.domain.batches import LineState, PartnerKind
from returns_desk.domain.giving import pieces_without_weight, sums_by_stream
from returns_desk.domain.snapshots.giving import GivenSnapshot
from returns_desk.store.records import BatchLineRecord, BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.given_lines import figures_today, is_device, to_wipe, weigh_by_products


def given(work: Work, batch: BatchRecord, lines: Sequence[BatchLineRecord]) -> GivenSnapshot | None:
    """What is to be said of the lines that go out; nothing of a supplier's."""
    if batch.kind is PartnerKind.SUPPLIER:
        return None
    going = [line for line in lines if line.state is not LineState.SENT_BACK]
    weighed, figures = weigh_by_products(work, going), figures_today(work)
    items = [line.item for line in going]
    return GivenSnapshot(
        by_products=tuple(sums_by_stream(weighed).items()),
        without_weight=pieces_without_weight(weighed),
        streams=tuple((item.number, one.stream) for item, one in zip(items, weighed, strict=True)),
        devices=tuple(item.number for item in items if is_device(item.product, figures(item.product))),
        unwiped=to_wipe(work, batch, going),
    )
