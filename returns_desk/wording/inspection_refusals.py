"""Sentences for what the inspection refuses."""

from returns_desk.domain import inspection_refusals as r
from returns_desk.domain.checklists import CheckKind
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.words import Words


def inspection_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact, and what to do about it."""
    match refusal:
        case r.NotAnAnswer(_, value, kind):
            return words("{value} is no answer to this check", value=value or "—"), _way_to_answer(words, kind)
        case r.NoSuchCheck(code):
            return words("There is no check {code} for this item", code=code), words("Look at the checklist")
        case r.NothingAsked():
            return words("Nothing is being asked"), words("This code answers a question of the desk")
        case r.SameEyes(number):
            return (
                words("You inspected {number} yourself", number=number),
                words("The second look is given by somebody else: that person scans badge and item"),
            )
        case r.SecondLookNeeded(number):
            return (
                words("{number} waits for a second look", number=number),
                words("Ask for it with DO-LOOK; somebody else then scans badge and item, and gives the grade"),
            )
    return None


def _way_to_answer(words: Words, kind: str) -> str:
    match kind:
        case CheckKind.CHOICE:
            return words("Scan DO-1 to DO-9, or type the number of the answer")
        case CheckKind.MEASURE:
            return words("Type the measured number and press Enter")
    return words("Press Y or N, or scan DO-YES or DO-NO")
