"""What somebody should look at: unmatched boxes, pieces that came otherwise than announced, pieces on hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice

from returns_desk.domain.items import ItemState, ReceiptOutcome
from returns_desk.domain.snapshots import ProductSnapshot
from returns_desk.store.lookups.exceptions import count_exceptions, exceptional_items, unmatched_parcels
from returns_desk.store.records import ItemRecord, ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.look import Page


class Why(StrEnum):
    """Why a thing is an exception, where its receipt outcome does not say it."""

    UNMATCHED = "unmatched"
    HELD = "held"


@dataclass(frozen=True)
class ExceptionRow:
    """One thing to look at; ``why`` is a ``Why`` or the piece's receipt outcome."""

    kind: str  # parcel | item
    number: str
    state: StrEnum
    why: StrEnum
    since: datetime | None
    parcel: str = ""
    product: ProductSnapshot | None = None


def exceptions(work: Work, limit: int = 100) -> Page:
    """What stands out now, newest first; what left the house stands out no longer."""
    rows = [_of_parcel(row) for row in unmatched_parcels(work.session, limit)]
    rows += [_of_item(row) for row in exceptional_items(work.session, limit)]
    rows.sort(key=lambda row: (row.since is not None, row.since), reverse=True)
    return Page(tuple(islice(rows, limit)), count_exceptions(work.session))


def _of_parcel(row: ParcelRecord) -> ExceptionRow:
    return ExceptionRow("parcel", row.number, row.state, Why.UNMATCHED, row.arrived_at, row.number)


def _of_item(row: ItemRecord) -> ExceptionRow:
    why: StrEnum = Why.HELD if row.held or row.outcome is ReceiptOutcome.EXPECTED else row.outcome
    state: ItemState = row.state
    return ExceptionRow("item", row.number, state, why, row.received_at, row.parcel.number, row.product.snapshot())
