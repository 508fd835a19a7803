"""What the board of batches looks at: all of a few batches at once, however many lines they have."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session, joinedload

from returns_desk.domain.batches import BatchState, LineState, PartnerKind
from returns_desk.domain.grades import FoundReason, Grade, StatedReason
from returns_desk.domain.items import SerialCheck
from returns_desk.domain.parcels import OuterCondition
from returns_desk.domain.photos import OF_PARCEL, PhotoKind
from returns_desk.store.lookups.batches import LIVE
from returns_desk.store.lookups.decisions import FLOW_DAYS, FLOW_KNOWN
from returns_desk.store.records import (
    BatchLineRecord,
    BatchRecord,
    ItemRecord,
    ParcelRecord,
    PhotoRecord,
    ProductRecord,
)

UNDECIDED = (BatchState.COLLECTING, BatchState.READY, BatchState.SUBMITTED, BatchState.SENT_BACK)
_STANDS = PhotoRecord.removed == False  # noqa: E712  compared as the number it is kept as


@dataclass(frozen=True)
class BoardLine:
    """What the board needs of one line that goes out."""

    batch_id: str
    item_id: str
    item: str
    quantity: int
    gross: int
    credit: int
    window_ends: date | None
    grade: Grade | None
    findings: tuple[str, ...]
    stated: StatedReason | None
    found: FoundReason | None
    serial: str
    serial_check: SerialCheck
    serialised: bool
    electrical: bool
    weight_g: int | None
    worth: int | None  # of one piece, by its price
    category: str
    condition: OuterCondition | None
    empty: bool


def undecided_batches(session: Session, kind: PartnerKind | None = None) -> list[BatchRecord]:
    """Every batch that no supervisor decided yet."""
    query = select(BatchRecord).where(BatchRecord.state.in_(UNDECIDED))
    query = query.where(BatchRecord.kind == kind) if kind else query
    return list(session.scalars(query.options(joinedload(BatchRecord.partner), joinedload(BatchRecord.terms))))


def board_lines(session: Session, batch_ids: Sequence[str]) -> list[BoardLine]:
    """The lines of these batches that go out, in their order."""
    query = (
        select(BatchLineRecord, ItemRecord, ProductRecord, ParcelRecord.condition, ParcelRecord.empty)
        .join(ItemRecord, ItemRecord.id == BatchLineRecord.item_id)
        .join(ProductRecord, ProductRecord.id == ItemRecord.product_id)
        .join(ParcelRecord, ParcelRecord.id == ItemRecord.parcel_id)
        .where(BatchLineRecord.batch_id.in_(batch_ids), BatchLineRecord.state.in_((LineState.IN, LineState.APPROVED)))
        .order_by(BatchLineRecord.batch_id, BatchLineRecord.position)
    )
    return [_line(*row) for row in session.execute(query)]


def _line(
    line: BatchLineRecord, item: ItemRecord, product: ProductRecord, condition: OuterCondition | None, empty: bool
) -> BoardLine:
    return BoardLine(
        batch_id=line.batch_id,
        item_id=item.id,
        item=item.number,
        quantity=item.quantity,
        gross=line.gross,
        credit=line.credit,
        window_ends=line.window_ends,
        grade=item.grade,
        findings=tuple(item.findings),
        stated=item.stated,
        found=item.found,
        serial=item.serial,
        serial_check=item.serial_check,
        serialised=product.serialised,
        electrical=product.electrical,
        weight_g=product.weight_g,
        worth=product.price if product.price is not None else product.cost,
        category=product.category,
        condition=condition,
        empty=bool(empty),
    )


def photos_taken(session: Session, batch_ids: Sequence[str]) -> dict[str, set[PhotoKind]]:
    """What was photographed of each piece in these batches, by the piece's id; of its parcel, what shows the parcel."""
    pieces = (
        select(ItemRecord.id, ItemRecord.parcel_id)
        .join(BatchLineRecord, BatchLineRecord.item_id == ItemRecord.id)
        .where(BatchLineRecord.batch_id.in_(batch_ids), BatchLineRecord.state.in_(LIVE))
        .subquery()
    )
    of_piece = select(pieces.c.id, PhotoRecord.kind).join(PhotoRecord, PhotoRecord.item_id == pieces.c.id)
    of_parcel = select(pieces.c.id, PhotoRecord.kind).join(PhotoRecord, PhotoRecord.parcel_id == pieces.c.parcel_id)
    both = union_all(of_piece.where(_STANDS), of_parcel.where(_STANDS, PhotoRecord.kind.in_(tuple(OF_PARCEL))))
    taken: dict[str, set[PhotoKind]] = {}
    for item_id, kind in session.execute(both):
        taken.setdefault(item_id, set()).add(PhotoKind(kind))
    return taken


def gathered_daily(session: Session, partner_ids: Sequence[str], day: date) -> dict[tuple[str, str], int]:
    """Cost of what came into each supplier's batches on a day, by partner and currency; those known long enough."""
    since = datetime.combine(day - timedelta(days=FLOW_DAYS), time()).astimezone()
    query = (
        select(
            BatchRecord.partner_id,
            BatchRecord.currency,
            func.min(BatchRecord.opened_at),
            func.sum(BatchLineRecord.gross),
        )
        .join(BatchLineRecord, BatchLineRecord.batch_id == BatchRecord.id)
        .where(
            BatchRecord.partner_id.in_(partner_ids),
            BatchRecord.opened_at >= since,
            BatchLineRecord.state.in_(LIVE),
        )
        .group_by(BatchRecord.partner_id, BatchRecord.currency)
    )
    found = {}
    for partner_id, currency, first, gross in session.execute(query):
        days = (day - first.astimezone().date()).days
        if days >= FLOW_KNOWN:
            found[partner_id, currency] = int(gross) // days
    return found
