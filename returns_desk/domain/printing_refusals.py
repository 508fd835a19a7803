"""Why a job of the print queue does not go where somebody wants it."""

from dataclasses import dataclass

from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.domain.refusals import DeskError


@dataclass(unsafe_hash=True)
class JobStands(DeskError):
    """A job in this state is not cancelled, not printed again, not settled."""

    number: str
    job_state: JobState


@dataclass(unsafe_hash=True)
class NoSuchPaper(DeskError):
    """Nothing of this kind can be printed of this number."""

    number: str
    paper_kind: PaperKind
