"""Which paper it is, and where it went, in words."""

from pathlib import Path

from returns_desk.domain.printing import FOLDER, JobState
from returns_desk.domain.snapshots.printing import JobSnapshot
from returns_desk.usecases.paper import Paper
from returns_desk.wording import Words
from returns_desk.wording.sheets import name_of_sheet


def say_paper(words: Words, paper: Paper) -> str:
    """Its kind, its number, and which print it is; a sheet of codes has a name."""
    sheet = name_of_sheet(words, paper.kind, paper.number)
    if sheet:
        return sheet
    kind, number = words.name(paper.kind), paper.number
    which = paper.title.rpartition(" ")[2]
    if which == "draft":
        return words("{kind} {number}, draft", kind=kind, number=number)
    if which == "original":
        return words("{kind} {number}, original", kind=kind, number=number)
    if which == "cancelled":
        return words("{kind} {number}, void", kind=kind, number=number)
    if which.startswith("copy-"):
        return words("{kind} {number}, copy {copy}", kind=kind, number=number, copy=which.removeprefix("copy-"))
    return words("{kind} {number}", kind=kind, number=number)


def say_job(words: Words, paper: str, job: JobSnapshot, home: Path) -> tuple[str, str]:
    """Tone and words for how far a paper has come in the print queue."""
    match job.state:
        case JobState.PRINTED:
            folder = _folder_of(job, home)
            if folder is not None:
                return "ok", words("{paper} is in {file}", paper=paper, file=str(folder / job.receipt))
            return "ok", words("{paper} went to {printer}", paper=paper, printer=job.printer.partition("://")[2])
        case JobState.CANCELLED:
            return "ask", words("{paper} was taken out of the print queue", paper=paper)
        case JobState.UNSURE:
            return "ask", words("{paper} may be on paper already: look at the printer, then at the queue", paper=paper)
        case _ if job.trouble is not None:
            why = words.name(job.trouble)
            return "ask", words("{paper} waits and is tried again by itself: {why}", paper=paper, why=why)
        case _:
            return "ok", words("{paper} is in the print queue", paper=paper)


def _folder_of(job: JobSnapshot, home: Path) -> Path | None:
    """The folder that stands for a printer."""
    if job.printer == FOLDER:
        return home / job.kind.family
    return Path(job.printer.removeprefix(f"{FOLDER}:")) if job.printer.startswith(f"{FOLDER}:") else None
