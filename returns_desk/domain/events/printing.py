"""What happens to papers on their way to a printer."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class PaperQueued(Event):
    """A paper or label of a kind (``PaperKind``) waits for its printer."""

    number: str
    paper: str
    job_id: str


@dataclass(frozen=True, kw_only=True)
class JobCancelled(Event):
    """What waited for a printer is not printed."""

    number: str
    paper: str
    job_id: str


@dataclass(frozen=True, kw_only=True)
class JobWaitsAgain(Event):
    """What was cancelled is printed all the same."""

    number: str
    paper: str
    job_id: str


@dataclass(frozen=True, kw_only=True)
class JobPrintedAgain(Event):
    """Something is printed once more, as copy ``copy``; 0 where its paper says nothing of copies."""

    number: str
    paper: str
    job_id: str
    copy: int = 0


@dataclass(frozen=True, kw_only=True)
class JobSettled(Event):
    """Somebody looked whether what was perhaps printed is on paper; where not, it is printed as copy ``copy``."""

    number: str
    paper: str
    job_id: str
    printed: bool
    copy: int = 0
