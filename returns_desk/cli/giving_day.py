"""Gifts and recycling on the sample shop's day: devices are wiped, goods weighed, certificates come back."""

from returns_desk.desk import Desk
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.people import Signature
from returns_desk.domain.rules import Stream
from returns_desk.domain.snapshots import BatchRow
from returns_desk.usecases import look_batches
from returns_desk.usecases.certify_batch import certify_batch
from returns_desk.usecases.credit_batch import close_batch
from returns_desk.usecases.weigh_streams import weigh_streams
from returns_desk.usecases.wipe_item import wipe_item

_PACKAGING = 120  # grams of cardboard that the recycler's scale finds besides


def wipe_devices(desk: Desk, who: Signature, row: BatchRow) -> None:
    """Wipe what a customer may have left something on: what is recycled is shredded."""
    given = desk.read(look_batches.batch, row.number).given
    how = WipeHow.SHREDDED if row.kind is PartnerKind.RECYCLER else WipeHow.RESET
    for item in given.unwiped if given else ():
        desk.run(who, wipe_item, item, how)


def weigh(desk: Desk, who: Signature, row: BatchRow) -> None:
    """Weigh what a recycler takes: what the products weigh, and some cardboard."""
    given = desk.read(look_batches.batch, row.number).given
    if given is not None and given.by_products and row.kind is PartnerKind.RECYCLER:
        streams = dict(given.by_products)
        desk.run(who, weigh_streams, row.number, streams | {Stream.PAPER: streams.get(Stream.PAPER, 0) + _PACKAGING})


def certify(desk: Desk, clerk: Signature, supervisor: Signature, row: BatchRow) -> None:
    """The recipient's certificate comes, and the batch is closed."""
    desk.run(clerk, certify_batch, row.number, f"CRT-{row.number[-4:]}")
    desk.run(supervisor, close_batch, row.number)
