"""What charities and recyclers took: measured weights by material, certificates, and what was kept from landfill."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    Integer,
    Label,
    Row,
    Select,
    Text,
    and_,
    case,
    exists,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from returns_desk.domain.batches import LineState, PartnerKind
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.rules import Stream
from returns_desk.store.records import (
    BatchLineRecord,
    BatchRecord,
    BatchStreamRecord,
    ItemRecord,
    PartnerRecord,
    ProductRecord,
)

_TAKERS = (PartnerKind.CHARITY, PartnerKind.RECYCLER)


@dataclass(frozen=True)
class Taken:
    """What left in one month (its place among those asked for) to one kind of partner.

    Measured: of one stream. Else by products of one category and supplier, of which ``unknown`` pieces have no weight.
    """

    month: int
    kind: PartnerKind
    stream: Stream | None
    category: str
    supplier: str
    electrical: bool
    grams: int
    unknown: int


def streams_of_batch(session: Session, batch_id: str) -> list[BatchStreamRecord]:
    """What was measured of a batch."""
    query = select(BatchStreamRecord).where(BatchStreamRecord.batch_id == batch_id)
    return list(session.scalars(query.order_by(BatchStreamRecord.stream)))


def certified_with(session: Session, partner_id: str, key: str, *, but: str) -> str | None:
    """Number of another batch of this recipient with the same certificate, however it is written."""
    query = select(BatchRecord.number, BatchRecord.certificate).where(
        BatchRecord.partner_id == partner_id, BatchRecord.certificate != "", BatchRecord.id != but
    )
    found = session.execute(query.order_by(BatchRecord.id))
    return next((number for number, certificate in found if lookup_key(certificate) == key), None)


def taken_by_month(session: Session, begins: Sequence[datetime]) -> list[Taken]:
    """What left in each of the months that begin at these moments (the last is the end), in one grouped query."""
    spans = [(BatchRecord.shipped_at >= begin, BatchRecord.shipped_at < end) for begin, end in pairwise(begins)]
    month = case(*((and_(*span), place) for place, span in enumerate(spans)), else_=-1).label("month")
    wanted = (BatchRecord.kind.in_(_TAKERS), BatchRecord.shipped_at >= begins[0], BatchRecord.shipped_at < begins[-1])
    left = union_all(_measured(month).where(*wanted), _by_products(month).where(*wanted)).subquery("left_house")
    groups = (left.c.month, left.c.kind, left.c.stream, left.c.category, left.c.supplier, left.c.electrical)
    query = select(*groups, func.sum(left.c.grams), func.sum(left.c.unknown)).group_by(*groups)
    return [_taken(row) for row in session.execute(query)]


def _taken(row: Row[*tuple[Any, ...]]) -> Taken:
    month, kind, stream, category, supplier, electrical, grams, unknown = row
    known = Stream(stream) if stream else None
    return Taken(month, PartnerKind(kind), known, category, supplier, bool(electrical), int(grams), int(unknown))


def _measured(month: Label[int]) -> Select[*tuple[Any, ...]]:
    return select(
        month,
        type_coerce(BatchRecord.kind, Text).label("kind"),
        type_coerce(BatchStreamRecord.stream, Text).label("stream"),
        literal("", Text).label("category"),
        literal("", Text).label("supplier"),
        literal(0, Integer).label("electrical"),
        BatchStreamRecord.weight_g.label("grams"),
        literal(0, Integer).label("unknown"),
    ).join_from(BatchRecord, BatchStreamRecord, BatchStreamRecord.batch_id == BatchRecord.id)


def _by_products(month: Label[int]) -> Select[*tuple[Any, ...]]:
    """The lines of the batches that nobody weighed."""
    weight = func.coalesce(ProductRecord.weight_g, 0)
    return (
        select(
            month,
            type_coerce(BatchRecord.kind, Text).label("kind"),
            literal("", Text).label("stream"),
            ProductRecord.category.label("category"),
            func.coalesce(PartnerRecord.code, "").label("supplier"),
            type_coerce(ProductRecord.electrical, Integer).label("electrical"),
            (weight * ItemRecord.quantity).label("grams"),
            case((weight > 0, 0), else_=ItemRecord.quantity).label("unknown"),
        )
        .join_from(BatchRecord, BatchLineRecord, BatchLineRecord.batch_id == BatchRecord.id)
        .join(ItemRecord, ItemRecord.id == BatchLineRecord.item_id)
        .join(ProductRecord, ProductRecord.id == ItemRecord.product_id)
        .outerjoin(PartnerRecord, PartnerRecord.id == ProductRecord.supplier_id)
        .where(
            BatchLineRecord.state == LineState.APPROVED,
            ~exists().where(BatchStreamRecord.batch_id == BatchRecord.id),
        )
    )
