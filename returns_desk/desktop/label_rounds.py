"""One round of printing: what waits, sending it, marking it; each runs where it blocks nobody."""

from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.domain.people import OWNER
from returns_desk.domain.printing import PaperKind
from returns_desk.exchange.printers import printer_of
from returns_desk.outbox import send_jobs
from returns_desk.settings import Settings
from returns_desk.usecases.print_labels import LabelJob, mark_all, waiting_labels

if TYPE_CHECKING:
    from returns_desk.desk import Desk


def look_at_queue(desk: "Desk") -> tuple[LabelJob, ...]:
    """What waits for this station's printer, oldest first."""
    return desk.read(waiting_labels)


def try_to_send(
    jobs: tuple[LabelJob, ...], settings: Settings, home: Path
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Draw and send; gives the ids that the printer took, those that wait on, and why. Needs no database."""
    taken, why = send_jobs(jobs, printer_of(settings.route(PaperKind.ITEM_LABEL), home), settings, settings.language)
    return taken, tuple(job.id for job in jobs[len(taken) :]), why


def mark_round(desk: "Desk", taken: tuple[str, ...], left: tuple[str, ...], why: str) -> None:
    """Note how it went."""
    desk.run(OWNER, mark_all, taken, left, why)
