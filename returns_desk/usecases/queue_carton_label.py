"""A carton's label on its way to the label printer: a row of the print queue like any other label."""

from returns_desk.domain.events import LabelQueued
from returns_desk.domain.people import Permission
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import NotFound
from returns_desk.store.lookups.cartons import carton_by_number
from returns_desk.store.work import Work
from returns_desk.usecases.add_job import add_job
from returns_desk.usecases.require import require

CARTON_LABEL = PaperKind.CARTON_LABEL.value


def queue_carton_label(work: Work, number: str) -> None:
    """Let a carton's label be printed. The inverse is ``unqueue_label``, while it still waits.

    Refuses ``NotFound``.
    """
    require(work, Permission.PRINT)
    carton = carton_by_number(work.session, number)
    if carton is None:
        raise NotFound("carton", number)
    job = add_job(work, CARTON_LABEL, carton.number)
    work.record(LabelQueued(batch_id=carton.batch_id, number=carton.number, job_id=job.id))
