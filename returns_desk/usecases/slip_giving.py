"""What the paper of a gift or a recycling says besides its lines: materials and weights, and what was wiped."""

from collections.abc import Sequence
from typing import Any

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.giving import sums_by_stream
from returns_desk.domain.slips import SlipStream
from returns_desk.store.lookups.landfill import streams_of_batch
from returns_desk.store.records import BatchLineRecord, BatchRecord, ItemRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.given_lines import figures_today, stream_of, weigh_by_products


def materials(work: Work, batch: BatchRecord, lines: Sequence[BatchLineRecord]) -> dict[str, Any]:
    """Weights by material, measured or else by the products; a supplier's paper says none."""
    if batch.kind is PartnerKind.SUPPLIER:
        return {}
    measured = {row.stream: row.weight_g for row in streams_of_batch(work.session, batch.id)}
    weights = measured or sums_by_stream(weigh_by_products(work, lines))
    streams = tuple(SlipStream(stream.value, grams) for stream, grams in weights.items())
    return {"streams": streams, "weighed": bool(measured)}


def materials_of_lines(work: Work, batch: BatchRecord, lines: Sequence[BatchLineRecord]) -> list[dict[str, Any]]:
    """Of each line, in their order: its material, and how, when and by whom it was wiped."""
    if batch.kind is PartnerKind.SUPPLIER:
        return [_wiped(work, line.item) for line in lines]
    figures = figures_today(work)
    products = [line.item.product for line in lines]
    streams = [stream_of(product, figures(product)).value for product in products]
    return [{"stream": stream, **_wiped(work, line.item)} for stream, line in zip(streams, lines, strict=True)]


def _wiped(work: Work, item: ItemRecord) -> dict[str, Any]:
    if item.wiped_at is None:
        return {}
    person = work.get(PersonRecord, item.wiped_by)
    day = item.wiped_at.astimezone().date().isoformat()
    return {"wiped": item.wiped_how, "wiped_on": day, "wiped_by": person.name if person else ""}
