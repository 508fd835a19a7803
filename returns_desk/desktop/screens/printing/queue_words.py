"""A job of the print queue in words: what it is, how it stands, why it waits and when it is tried next; its ways on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from returns_desk.desktop.screens.printing.printer_words import say_printer, say_trouble
from returns_desk.domain.people import Permission
from returns_desk.domain.printing import JobState
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.wording import Words
from returns_desk.wording.rights import say_why_not
from returns_desk.wording.sheets import name_of_sheet
from returns_desk.wording.words import isolated

OPEN = (JobState.WAITING, JobState.SENDING, JobState.UNSURE)
_DONE = (JobState.PRINTED, JobState.CANCELLED)


@dataclass(frozen=True)
class Act:
    """One button; ``why_not`` greys it out."""

    way: str
    title: str
    why_not: str = ""


def say_job(words: Words, job: JobSnapshot) -> str:
    """What it is and, in a second line, its number and which copy."""
    copy = words("copy {copy}", copy=job.copy) if job.copy else ""
    copies = words("{count} copies", count=job.copies) if job.copies > 1 else ""
    name = name_of_sheet(words, job.kind, job.number) or isolated(job.number)
    return f"{words.name(job.kind)}\n{' · '.join(part for part in (name, copy, copies) if part)}"


def say_since(words: Words, job: JobSnapshot, now: datetime) -> str:
    """Since when: the time, with the day where it is not of today; and who asked."""
    made = job.made_at
    when = words.time(made) if words.date(made.date()) == words.date(now.date()) else words.moment(made)
    person = (job.person_en or job.person) if words.language == "en" else job.person
    return f"{when}\n{isolated(person)}" if person else when


def tone_of(job: JobSnapshot) -> str:
    """The tone of its state."""
    match job.state:
        case JobState.PRINTED:
            return "ok"
        case JobState.UNSURE:
            return "ask"
        case JobState.WAITING if job.trouble:
            return "ask"
        case JobState.SENDING:
            return "brand"
    return ""


def say_why(words: Words, job: JobSnapshot) -> str:
    """Why it waits and, in a second line, when it is tried next and where it goes."""
    lines = (_reason(words, job), " · ".join(part for part in (_next_try(words, job), _where(words, job)) if part))
    return "\n".join(line for line in lines if line)


def _reason(words: Words, job: JobSnapshot) -> str:
    if job.state is JobState.UNSURE:
        return words("Look whether it is on paper, then say so here")
    if job.state in _DONE:
        return ""
    if job.held_back:
        return words("Printed when the piece leaves the hand")
    return say_trouble(words, job.trouble, job.said) if job.trouble is not None else ""


def _next_try(words: Words, job: JobSnapshot) -> str:
    if job.state is JobState.WAITING and job.next_try_at is not None:
        return words("next try at {time}", time=words.time(job.next_try_at, seconds=True))
    if job.state is JobState.PRINTED and job.printed_at is not None:
        return words("printed at {time}", time=words.time(job.printed_at))
    return ""


def _where(words: Words, job: JobSnapshot) -> str:
    return say_printer(words, job.printer) if job.printer else ""


def acts_for(words: Words, person: PersonSnapshot | None, job: JobSnapshot | None) -> tuple[Act, ...]:
    """The buttons below the list, for the chosen job and whoever looks."""
    why = say_why_not(words, person, Permission.PRINT) or ("" if job else words("Choose a line of the list"))

    def act(way: str, title: str, fits: Callable[[JobSnapshot], bool]) -> Act:
        fitting = job is not None and fits(job)
        return Act(way, title, why or ("" if fitting else words("Not for what stands like this")))

    if job is not None and job.state is JobState.UNSURE:
        return (
            act("printed", words("It is on paper"), lambda _: True),
            act("lost", words("It is not: print it again"), lambda _: True),
        )
    cancelled = job is not None and job.state is JobState.CANCELLED
    again = words("Print it after all") if cancelled else words("Print again, marked as a copy")
    return (
        act("now", words("Try now"), lambda job: job.state is JobState.WAITING),
        act("cancel", words("Do not print"), lambda job: job.state is JobState.WAITING),
        act("reprint", again, lambda job: job.state in _DONE),
    )
