"""The one way of making a row of the print queue, in the transaction of the step that wants something printed."""

from collections.abc import Mapping
from typing import Any

from returns_desk.domain.printing import JobState
from returns_desk.store.ids import new_id
from returns_desk.store.records import PrintJobRecord
from returns_desk.store.work import Work


def add_job(
    work: Work,
    kind: str,
    number: str,
    what: Mapping[str, Any] | None = None,
    *,
    copies: int = 0,
    copy: int = 0,
) -> PrintJobRecord:
    """Let something be printed at this station; ``what`` is plain JSON, all that its kind needs to be drawn again.

    The inverse is ``cancel_job`` while it waits.
    """
    return work.add(
        PrintJobRecord(
            id=new_id(),
            station_id=work.seat.station_id,
            kind=kind,
            number=number,
            state=JobState.WAITING,
            made_at=work.now,
            person_id=work.person_id,
            what=dict(what or {}),
            copies=copies,
            copy=copy,
        )
    )
