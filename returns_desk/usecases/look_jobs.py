"""Look at a station's print queue: what waits and why, since when, when it is tried next, what was printed last."""

from returns_desk.domain.print_jobs import PLATE, paper_kind
from returns_desk.domain.printing import JobState
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.store.lookups import print_queue as lookups
from returns_desk.store.work import Work


def jobs(work: Work, limit: int = 100, state: JobState | None = None) -> tuple[JobSnapshot, ...]:
    """The jobs that are not through, oldest first, then those that were done last; or those in one state, newest first.

    Jobs of long ago are left out: ``limit`` counts all that is shown, and what is open comes before what is done.
    """
    station = work.seat.station_id
    if state is not None:
        rows = lookups.jobs_in_state(work.session, station, state, limit)
    else:
        rows = lookups.open_jobs(work.session, station, limit)
        if len(rows) < limit:
            rows += lookups.done_jobs(work.session, station, limit - len(rows))
    in_hand = lookups.held_back(work.session, station)
    return tuple(_shown(row, in_hand) for row in rows)


def job(work: Work, job_id: str) -> JobSnapshot | None:
    """One job of this station, as it stands; none for one that there is not."""
    row = lookups.job_row(work.session, work.seat.station_id, job_id)
    return _shown(row, lookups.held_back(work.session, work.seat.station_id)) if row else None


def _shown(row: lookups.Row, in_hand: str) -> JobSnapshot:
    job, person, station = row
    waits = job.state is JobState.WAITING
    return JobSnapshot(
        id=job.id,
        kind=paper_kind(job.kind),
        number=job.number,
        state=job.state,
        made_at=job.made_at,
        station=station.name,
        person=person.name if person else "",
        person_en=person.name_en if person else "",
        copies=job.copies,
        copy=job.copy,
        held_back=waits and job.kind == PLATE and job.number == in_hand,
        printer=job.printer,
        receipt="" if job.state is JobState.SENDING else job.receipt,
        tries=job.tries,
        trouble=job.trouble,
        said=job.last_error,
        next_try_at=job.next_try_at if waits else None,
        sent_at=job.sent_at,
        printed_at=job.printed_at,
    )
