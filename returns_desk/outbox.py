"""Print what waits: the labels that the desk's steps left in the queue, at any time later and as often as it takes."""

from dataclasses import dataclass

from returns_desk.desk import Desk
from returns_desk.domain.people import OWNER
from returns_desk.domain.refusals import BadValue
from returns_desk.exchange.printers import Printer, PrinterRefused
from returns_desk.settings import Settings
from returns_desk.usecases.print_labels import LabelJob, mark_all, send_label, waiting_labels


@dataclass(frozen=True)
class Sent:
    """How it went; ``error`` is why the printer took no more, and ``failed`` how many labels wait on."""

    printed: int = 0
    failed: int = 0
    error: str = ""


def print_waiting(desk: Desk, printer: Printer, settings: Settings, language: str) -> Sent:
    """Send everything that waits at this station, oldest first; stop where the printer takes no more."""
    printed = 0
    while jobs := desk.read(waiting_labels):
        done, error = send_jobs(jobs, printer, settings, language)
        failed = tuple(job.id for job in jobs[len(done) :])
        desk.run(OWNER, mark_all, done, failed, error)
        printed += len(done)
        if failed:
            return Sent(printed, len(failed), error)
    return Sent(printed)


def send_jobs(
    jobs: tuple[LabelJob, ...], printer: Printer, settings: Settings, language: str
) -> tuple[tuple[str, ...], str]:
    """Send labels until the printer takes no more; gives which it took, and why it stopped. Needs no database."""
    done: list[str] = []
    for job in jobs:
        try:
            send_label(job, printer, settings, language)
        except PrinterRefused as refused:
            return tuple(done), str(refused)
        except BadValue as wrong:
            return tuple(done), f"{wrong.name} {wrong.value}"
        done.append(job.id)
    return tuple(done), ""
