"""Find cartons, what is in them, what is not packed yet; and numbers that a supplier gave before."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, contains_eager

from returns_desk.domain.batches import BatchState, LineState
from returns_desk.domain.codes import lookup_key, sscc_key
from returns_desk.store.lookups.batches import LIVE
from returns_desk.store.records import BatchLineRecord, BatchRecord, CartonRecord, ItemRecord

GOING = (LineState.IN, LineState.APPROVED)
_NAMED = 12  # pieces that a refusal names


def carton_by_number(session: Session, number: str) -> CartonRecord | None:
    """The carton with this number, its own or its SSCC."""
    return session.scalar(select(CartonRecord).where(_named(number)))


def place_of_carton(session: Session, number: str) -> tuple[str, str] | None:
    """The id of the carton with this number, and its batch's number: for a step that reads both once they are its own.

    What was read before another station's step ended would be as it was before.
    """
    query = select(CartonRecord.id, BatchRecord.number).join(BatchRecord, BatchRecord.id == CartonRecord.batch_id)
    found = session.execute(query.where(_named(number))).first()
    return (found[0], found[1]) if found else None


def _named(number: str) -> ColumnElement[bool]:
    unit = sscc_key(number)
    return CartonRecord.sscc == unit if unit else CartonRecord.number == lookup_key(number)


def cartons_of(session: Session, batch_id: str) -> list[CartonRecord]:
    """The cartons of a batch, in the order in which they were begun."""
    query = select(CartonRecord).where(CartonRecord.batch_id == batch_id).order_by(CartonRecord.position)
    return list(session.scalars(query))


def line_to_pack(session: Session, item: str) -> BatchLineRecord | None:
    """The live line of a piece by its number, with the piece."""
    query = (
        select(BatchLineRecord)
        .join(BatchLineRecord.item)
        .options(contains_eager(BatchLineRecord.item))
        .where(ItemRecord.number == lookup_key(item), BatchLineRecord.state.in_(LIVE))
    )
    return session.scalar(query)


def count_in_carton(session: Session, batch_id: str, carton_id: str) -> int:
    """How many lines are in a carton."""
    query = select(func.count()).where(
        BatchLineRecord.batch_id == batch_id, BatchLineRecord.state.in_(LIVE), BatchLineRecord.carton_id == carton_id
    )
    return session.scalar(query) or 0


def count_packed(session: Session, batch_id: str) -> tuple[int, int]:
    """How many of a batch's lines are in cartons, and how many go out."""
    query = select(func.count(BatchLineRecord.carton_id), func.count()).where(
        BatchLineRecord.batch_id == batch_id, BatchLineRecord.state.in_(GOING)
    )
    packed, every = session.execute(query).one()
    return int(packed), int(every)


def unpacked_items(session: Session, batch_id: str) -> tuple[str, ...]:
    """Numbers of the first pieces that go out and are in no carton."""
    query = (
        select(ItemRecord.number)
        .join(BatchLineRecord, BatchLineRecord.item_id == ItemRecord.id)
        .where(
            BatchLineRecord.batch_id == batch_id,
            BatchLineRecord.state.in_(GOING),
            BatchLineRecord.carton_id.is_(None),
        )
        .order_by(BatchLineRecord.position)
        .limit(_NAMED)
    )
    return tuple(session.scalars(query))


def batch_with_authorization(session: Session, partner_id: str, authorization: str, but: str) -> BatchRecord | None:
    """Another batch of the same partner that has this number of the partner's and was not given up."""
    query = select(BatchRecord).where(
        BatchRecord.partner_id == partner_id,
        BatchRecord.state.not_in((BatchState.CANCELLED, BatchState.REJECTED)),
        func.lower(BatchRecord.authorization) == authorization.lower(),
        BatchRecord.id != but,
    )
    return session.scalar(query.order_by(BatchRecord.id.desc()).limit(1))


def lines_in(session: Session, carton_id: str) -> list[BatchLineRecord]:
    """Every line that was ever put into a carton and not taken out, pulled ones too."""
    box = session.get(CartonRecord, carton_id)
    wanted = BatchLineRecord.batch_id == (box.batch_id if box else "")
    return list(session.scalars(select(BatchLineRecord).where(wanted, BatchLineRecord.carton_id == carton_id)))


def cartons_by_item(session: Session, batch_id: str) -> dict[str, str]:
    """For each packed piece of a batch, by its number, the id of the carton that it lies in."""
    query = (
        select(ItemRecord.number, BatchLineRecord.carton_id)
        .join(BatchLineRecord, BatchLineRecord.item_id == ItemRecord.id)
        .where(
            BatchLineRecord.batch_id == batch_id,
            BatchLineRecord.state.in_(GOING),
            BatchLineRecord.carton_id.is_not(None),
        )
    )
    return {number: carton_id for number, carton_id in session.execute(query) if carton_id}
