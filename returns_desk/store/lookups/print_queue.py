"""The print queue of a station: what is printed next, what happened to the rest, and moving a job on only once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Select, and_, func, not_, or_, select, update
from sqlalchemy.orm import Session

from returns_desk.domain.print_jobs import PLATE
from returns_desk.domain.printing import JobState, PaperKind, Trouble
from returns_desk.store.records import BenchRecord, ItemRecord, PersonRecord, PrintJobRecord, StationRecord

LABEL = PaperKind.ITEM_LABEL.value
OPEN = (JobState.WAITING, JobState.SENDING, JobState.UNSURE)
_DONE = (JobState.PRINTED, JobState.CANCELLED)
Row = tuple[PrintJobRecord, PersonRecord | None, StationRecord]


def next_job(
    session: Session, station_id: str, kinds: Sequence[str], now: datetime | None, after: str = ""
) -> PrintJobRecord | None:
    """The oldest job of these kinds that is to be printed; what could not be drawn is passed over until its time.

    Without ``now`` nothing is passed over. ``after``: younger than this one.
    """
    query = select(PrintJobRecord).where(_to_print(station_id), PrintJobRecord.kind.in_(kinds))
    if now is not None:
        drawn = or_(PrintJobRecord.trouble.is_(None), PrintJobRecord.trouble != Trouble.NOT_DRAWN)
        query = query.where(or_(drawn, PrintJobRecord.next_try_at <= now))
    if after:
        query = query.where(PrintJobRecord.id > after)
    return session.scalar(query.order_by(PrintJobRecord.id).limit(1))


def move_job(session: Session, job_id: str, before: Sequence[JobState], **values: Any) -> bool:
    """Change a job that stands in one of these states; ``False`` when it does not: somebody else moved it."""
    moved = session.execute(
        update(PrintJobRecord).where(PrintJobRecord.id == job_id, PrintJobRecord.state.in_(before)).values(**values),
        execution_options={"synchronize_session": False},
    )
    job = session.get(PrintJobRecord, job_id)
    if job is not None:
        session.refresh(job)
    return cast("CursorResult[Any]", moved).rowcount == 1


def jobs_being_sent(session: Session, station_id: str) -> list[PrintJobRecord]:
    """What a station is sending, or was when its program ended; oldest first."""
    query = select(PrintJobRecord).where(
        PrintJobRecord.station_id == station_id, PrintJobRecord.state == JobState.SENDING
    )
    return list(session.scalars(query.order_by(PrintJobRecord.id)))


def kinds_waiting(session: Session, station_id: str) -> set[str]:
    """The kinds of which a station is to print something."""
    return set(session.scalars(select(PrintJobRecord.kind).where(_to_print(station_id)).distinct()))


def count_jobs(session: Session, station_id: str, kinds: Sequence[str] = ()) -> int:
    """How much a station is to print now, of these kinds or of all."""
    wanted = [_to_print(station_id), *((PrintJobRecord.kind.in_(kinds),) if kinds else ())]
    return session.scalar(select(func.count()).select_from(PrintJobRecord).where(*wanted)) or 0


def held_back(session: Session, station_id: str) -> str:
    """The number of the piece in hand, whose first label waits until it leaves the hand; empty: none."""
    return session.scalar(_in_hand(station_id)) or ""


def open_jobs(session: Session, station_id: str, limit: int) -> list[Row]:
    """What is not through yet, oldest first."""
    return _rows(session, _of(station_id, OPEN).order_by(PrintJobRecord.id).limit(limit))


def done_jobs(session: Session, station_id: str, limit: int) -> list[Row]:
    """What is printed or cancelled, the newest job first."""
    found: list[Row] = []
    for state in _DONE:  # one state each: the index has them in order
        found += _rows(session, _of(station_id, (state,)).order_by(PrintJobRecord.id.desc()).limit(limit))
    return sorted(found, key=lambda row: row[0].id, reverse=True)[:limit]


def jobs_in_state(session: Session, station_id: str, state: JobState, limit: int) -> list[Row]:
    """Jobs that stand in one state, the newest first."""
    return _rows(session, _of(station_id, (state,)).order_by(PrintJobRecord.id.desc()).limit(limit))


def job_row(session: Session, station_id: str, job_id: str) -> Row | None:
    """One job of a station."""
    return next(iter(_rows(session, _of(station_id, tuple(JobState)).where(PrintJobRecord.id == job_id))), None)


def jobs_of_number(session: Session, number: str, kind: str) -> list[PrintJobRecord]:
    """All jobs of one thing, at every station, oldest first."""
    query = select(PrintJobRecord).where(PrintJobRecord.number == number, PrintJobRecord.kind == kind)
    return list(session.scalars(query.order_by(PrintJobRecord.id)))


def last_copy_of(session: Session, number: str, kinds: Sequence[str]) -> int:
    """How often a label was printed again so far."""
    query = select(func.max(PrintJobRecord.copy)).where(PrintJobRecord.number == number, PrintJobRecord.kind.in_(kinds))
    return session.scalar(query) or 0


def waiting_label(session: Session, station_id: str, number: str) -> PrintJobRecord | None:
    """The label of a piece that is not printed yet at a station."""
    query = _labels(station_id).where(PrintJobRecord.number == number, PrintJobRecord.state == JobState.WAITING)
    return session.scalar(query)


def newest_label(session: Session, station_id: str) -> PrintJobRecord | None:
    """The last label of a piece that a station was to print."""
    return session.scalar(_labels(station_id))


def _labels(station_id: str) -> Select[PrintJobRecord]:
    query = select(PrintJobRecord).where(
        PrintJobRecord.station_id == station_id, PrintJobRecord.kind.in_((LABEL, PLATE))
    )
    return query.order_by(PrintJobRecord.id.desc()).limit(1)


def _of(station_id: str, states: Sequence[JobState]) -> Select[*Row]:
    query = select(PrintJobRecord, PersonRecord, StationRecord).outerjoin(
        PersonRecord, PersonRecord.id == PrintJobRecord.person_id
    )
    query = query.join(StationRecord, StationRecord.id == PrintJobRecord.station_id)
    return query.where(PrintJobRecord.station_id == station_id, PrintJobRecord.state.in_(states))


def _rows(session: Session, query: Select[*Row]) -> list[Row]:
    return [(job, person, station) for job, person, station in session.execute(query)]


def _in_hand(station_id: str) -> Select[str]:
    query = select(ItemRecord.number).join(BenchRecord, BenchRecord.item_id == ItemRecord.id)
    return query.where(BenchRecord.station_id == station_id)


def _to_print(station_id: str) -> ColumnElement[bool]:
    """What waits, but for the first label of the piece in hand: it is printed once the piece leaves the hand."""
    kept = and_(PrintJobRecord.kind == PLATE, PrintJobRecord.number.in_(_in_hand(station_id)))
    return and_(PrintJobRecord.station_id == station_id, PrintJobRecord.state == JobState.WAITING, not_(kept))
