"""A station with a printer for labels and one for papers, both by hand, whose queue is drained when a test says so."""

from pathlib import Path

from returns_desk.domain.printing import JobState, PaperKind, Route
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.outbox import Drain, Drained, Place, drain, drains_due
from returns_desk.settings import Settings
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.queue_paper import queue_paper
from tests.builders import Station
from tests.outbox.printers import PaperTray, only

SETTINGS = Settings(routes={"labels": Route("cups://OFFICE"), "papers": Route("cups://LASER")})


class Printing:
    """``labels`` and ``papers`` are the two printers."""

    def __init__(self, station: Station, home: Path, settings: Settings = SETTINGS) -> None:
        self.station, self.home, self.settings = station, home, settings
        self.labels, self.papers = PaperTray(), PaperTray("cups://LASER")

    @property
    def place(self) -> Place:
        """Where the printing happens."""
        return Place(self.settings, self.home, "en", only(self.labels, self.papers))

    def drain(self, *, at_once: bool = True) -> tuple[Drained, ...]:
        """Print what waits."""
        place = self.place
        return drain(self.station.desk, place.settings, place.home, "en", place.printer_of, at_once=at_once)

    def begun(self) -> Drain:
        """The drain of the first printer that has work, begun."""
        one = drains_due(self.station.desk, self.place)[0]
        assert one.begin()
        return one

    def queue(self, kind: PaperKind, number: str, **what: object) -> str:
        """Let something be printed; its job."""
        return self.station.do(queue_paper, kind, number, what)

    def jobs(self, state: JobState | None = None) -> tuple[JobSnapshot, ...]:
        """The queue as people see it."""
        return self.station.desk.read(jobs, 100, state)

    def job(self, job_id: str) -> JobSnapshot:
        """One job."""
        return next(job for job in self.jobs() if job.id == job_id)

    def states(self) -> list[str]:
        """How the jobs stand."""
        return [job.state.value for job in self.jobs()]
