"""A batch for a charity or recycler is weighed by material: what the scale says counts before what products weigh."""

from collections.abc import Mapping

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.events import StreamsWeighed
from returns_desk.domain.giving import HEAVIEST, absurd_weight, sums_by_stream
from returns_desk.domain.giving_refusals import AbsurdWeight, NotForSuppliers
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, WrongState
from returns_desk.domain.rules import Stream
from returns_desk.store.lookups.landfill import streams_of_batch
from returns_desk.store.records import BatchRecord, BatchStreamRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change, going_lines
from returns_desk.usecases.given_lines import weigh_by_products
from returns_desk.usecases.issue_slip import reissue_slip
from returns_desk.usecases.require import require

_HERE = (BatchState.APPROVED, BatchState.AUTHORIZED, BatchState.PACKED)
_LEFT = (BatchState.SHIPPED, BatchState.PENDING_CREDIT)  # the recipient's own scale counts until it certifies


def weigh_streams(work: Work, number: str, streams: Mapping[Stream, int]) -> None:
    """Note what a batch weighs by material, in grams; while it is here, its paper is issued anew with it.

    The inverse is to weigh again: it writes over all that was measured, and the event keeps what was before. Refuses
    ``NotFound``, ``NotForSuppliers``, ``WrongState`` (before the approval lines still come and go; after a certificate
    what it says stands), ``BadValue`` for what is no weight, ``AbsurdWeight``.
    """
    require(work, Permission.SHIP_BATCH)
    if not streams:
        raise BadValue("weight", "")
    for stream, grams in streams.items():
        _refuse_no_weight(stream, grams)
    batch = batch_to_change(work, number)
    _refuse_out_of_turn(batch)
    by_products = sums_by_stream(weigh_by_products(work, going_lines(work, batch)))
    if absurd_weight(streams, by_products):
        raise AbsurdWeight(batch.number, sum(streams.values()), sum(by_products.values()))
    before = _written({row.stream: row.weight_g for row in streams_of_batch(work.session, batch.id)})
    _write_over(work, batch, streams)
    work.record(
        StreamsWeighed(batch_id=batch.id, number=batch.number, streams=_written(streams), streams_before=before)
    )
    if batch.state in _HERE:
        work.flush()
        reissue_slip(work, batch)


def _refuse_no_weight(stream: Stream, grams: int) -> None:
    if stream not in set(Stream):
        raise BadValue("stream", str(stream))
    if not 1 <= grams <= HEAVIEST:
        raise BadValue("weight", str(grams))


def _refuse_out_of_turn(batch: BatchRecord) -> None:
    if batch.kind is PartnerKind.SUPPLIER:
        raise NotForSuppliers(batch.number)
    if batch.state not in (*_HERE, *_LEFT) or (batch.certificate and batch.state in _LEFT):
        raise WrongState("batch", batch.number, batch.state.value)


def _write_over(work: Work, batch: BatchRecord, streams: Mapping[Stream, int]) -> None:
    """Rows that are there are changed: inserts come before deletes, and a stream stands once in a batch."""
    there = {row.stream: row for row in streams_of_batch(work.session, batch.id)}
    for stream, row in there.items():
        if stream not in streams:
            work.session.delete(row)
    for stream, grams in streams.items():
        if stream in there:
            there[stream].weight_g = grams
        else:
            work.add(BatchStreamRecord(batch_id=batch.id, stream=stream, weight_g=grams))


def _written(streams: Mapping[Stream, int]) -> tuple[str, ...]:
    return tuple(f"{stream.value}={streams[stream]}" for stream in Stream if stream in streams)
