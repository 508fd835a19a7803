"""Find the policies in all their versions, what was paid for a piece, and what goes against them."""

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.grades import FoundReason, Grade, StatedReason
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.policies import Policy, PolicyCode, PolicyConflict
from returns_desk.domain.policy_presets import presets_for
from returns_desk.store.lookups.returns import whole_item
from returns_desk.store.records import ItemRecord, PolicyRecord, SaleRecord
from returns_desk.store.records.standing_out import AGAINST_POLICY

_FAULTS = (
    StatedReason.FAULTY,
    StatedReason.DAMAGED,
    StatedReason.NOT_AS_DESCRIBED,
    StatedReason.WRONG_ITEM,
)
_ORDER = tuple(PolicyCode)
_SOUND = (Grade.A, Grade.B, Grade.C)
_NO_FAULT_FOUND = (FoundReason.NO_FAULT, FoundReason.USED)


def all_policies(session: Session, currency: str) -> tuple[Policy, ...]:
    """Every version of every policy; a shop that laid none down yet has the presets of its currency."""
    found = [row.snapshot() for row in session.scalars(select(PolicyRecord))]
    found.sort(key=lambda policy: (_ORDER.index(policy.code), policy.version))
    return tuple(found) or presets_for(currency)


def policy_rows(session: Session, code: PolicyCode) -> list[PolicyRecord]:
    """The versions of one policy that were laid down, newest first."""
    query = select(PolicyRecord).where(PolicyRecord.code == code)
    return list(session.scalars(query.order_by(PolicyRecord.version.desc())))


def any_policy(session: Session) -> bool:
    """Whether the shop has policies of its own, be they presets that it took over."""
    return session.scalar(select(PolicyRecord.id).limit(1)) is not None


def sale_of(session: Session, product_id: str, order: str, serial: str) -> SaleRecord | None:
    """The sale of a piece: by its serial, else by its order; the newest, one with a price before one without."""
    ways: list[ColumnElement[bool]] = []
    if serial:
        ways.append(SaleRecord.serial == lookup_key(serial))
    if order:
        ways.append(SaleRecord.order_key == lookup_key(order))
    for way in ways:
        query = select(SaleRecord).where(SaleRecord.product_id == product_id, way)
        found = session.scalar(query.order_by(SaleRecord.price.is_(None), SaleRecord.id.desc()).limit(1))
        if found is not None:
            return found
    return None


def fees_of_return(session: Session, rma_id: str, besides: str) -> int:
    """What was agreed as fees for the other pieces of a return, in minor units."""
    query = select(func.coalesce(func.sum(ItemRecord.agreed_fee), 0)).where(
        ItemRecord.rma_id == rma_id, ItemRecord.id != besides, ItemRecord.state.not_in(NO_PIECE)
    )
    return int(session.scalar(query) or 0)


def policy_conflicts(session: Session, limit: int) -> list[ItemRecord]:
    """Pieces for which something was agreed that the policy does not say, or whose stated defect nobody found."""
    query = select(ItemRecord).where(AGAINST_POLICY, against_policy()).order_by(ItemRecord.received_at.desc())
    return list(session.scalars(query.limit(limit).options(*whole_item())))


def against_policy() -> ColumnElement[bool]:
    """What makes a piece a conflict with the policy; compared in the database, judged when it was agreed."""
    sound = and_(ItemRecord.found.is_(None), ItemRecord.grade.in_(_SOUND), ItemRecord.findings == [])
    unfounded = and_(ItemRecord.stated.in_(_FAULTS), or_(ItemRecord.found.in_(_NO_FAULT_FOUND), sound))
    agreed = ItemRecord.agreed_against != PolicyConflict.NONE
    return and_(ItemRecord.state.not_in(NO_PIECE), or_(agreed, unfounded, ItemRecord.dispute != ""))
