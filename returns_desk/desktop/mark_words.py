"""What the mark in the top bar says: the printer's trouble in the fewest words, and how many wait for it."""

from collections import Counter
from dataclasses import dataclass

from returns_desk.domain.printing import JobState, Trouble
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.wording import Words


@dataclass(frozen=True)
class Waits:
    """How many wait because of a trouble, the trouble of most of them, and how many are perhaps printed."""

    waiting: int = 0
    trouble: Trouble | None = None
    unsure: int = 0

    def __bool__(self) -> bool:
        """Whether there is something to say."""
        return self.trouble is not None or self.unsure > 0


def waits_in(jobs: tuple[JobSnapshot, ...]) -> Waits:
    """What is to be said of a queue; behind a job with a trouble, all that goes to the same printer waits with it."""
    waiting = [job for job in jobs if job.state is JobState.WAITING and not job.held_back]
    troubles = Counter(job.trouble for job in waiting if job.trouble is not None)
    unsure = sum(job.state is JobState.UNSURE for job in jobs)
    if not troubles:
        return Waits(0, None, unsure)
    return Waits(len(waiting), troubles.most_common(1)[0][0], unsure)


def say_waits(words: Words, waits: Waits) -> str:
    """Such as "Printer off, 3 waiting"; empty when nothing is to be said."""
    parts = []
    if waits.trouble is not None:
        parts.append(
            words("{trouble}, {count} waiting", trouble=short_trouble(words, waits.trouble), count=waits.waiting)
        )
    if waits.unsure:
        parts.append(words("Perhaps printed: {count}", count=waits.unsure))
    return " · ".join(parts)


def short_trouble(words: Words, trouble: Trouble) -> str:
    """What is wrong with a printer, in the fewest words."""
    match trouble:
        case Trouble.OFF:
            return words("Printer off")
        case Trouble.SILENT:
            return words("Printer silent")
        case Trouble.NO_SUCH_HOST | Trouble.NO_SUCH_QUEUE | Trouble.BAD_ADDRESS | Trouble.NOT_THERE:
            return words("Printer not found")
    return words.name(trouble)
