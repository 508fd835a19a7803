"""Why a job of the print queue does not go where somebody wants it, and the way on."""

from returns_desk.domain.printing import JobState
from returns_desk.domain.printing_refusals import JobStands, NoSuchPaper
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.words import Words


def printing_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; none for any other refusal."""
    match refusal:
        case JobStands(number, state):
            return words("{number}: {state}", number=number, state=words.name(state)), _way_on(words, state)
        case NoSuchPaper(number, kind):
            return words("{paper} of {number}: there is none", paper=words.name(kind), number=number), ""
    return None


def _way_on(words: Words, state: JobState) -> str:
    match state:
        case JobState.UNSURE:
            return words("Look whether it is on paper: printed, or print it again")
        case JobState.WAITING:
            return words("It is printed as soon as the printer takes it")
        case JobState.SENDING:
            return words("Wait until the printer has answered")
        case JobState.PRINTED:
            return words("It can be printed again, as a copy")
        case _:
            return words("It can be printed all the same")
