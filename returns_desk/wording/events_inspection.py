"""Sentences for what happens in an inspection besides grade and findings."""

from returns_desk.domain import events as e
from returns_desk.domain.checklists import YES
from returns_desk.domain.grades import FoundReason, Liability
from returns_desk.domain.items import Disposition
from returns_desk.wording.words import Words


def say_inspection(words: Words, event: object) -> str | None:
    """What happened, in one sentence; nothing for events of other families."""
    match event:
        case e.CheckAnswered():
            return _say_answer(words, event)
        case e.ReasonJudged(found=""):
            return words("What was found follows from grade and findings again")
        case e.ReasonJudged(found=found):
            return words("Really: {reason}", reason=words.name(FoundReason(found)))
        case e.LiabilitySet(liability=""):
            return words("Nobody answers for it any more")
        case e.LiabilitySet(liability=liability):
            return words("Answers for it: {who}", who=words.name(Liability(liability)))
        case _:
            return _say_again(words, event)


def _say_answer(words: Words, event: e.CheckAnswered) -> str:
    english = words.language == "en"
    question = (event.text_en or event.text) if english else (event.text or event.text_en)
    shown = (event.shown_en or event.shown) if english else (event.shown or event.shown_en)
    if not shown:
        shown = words("Yes") if event.value == YES else words("No")
    if event.passed:
        return words("Checked: {question} {answer}", question=question, answer=shown)
    return words("Does not pass: {question} {answer}", question=question, answer=shown)


def _say_again(words: Words, event: object) -> str | None:
    match event:
        case e.InspectedAgain(number=number, second=True):
            return words("{number}: the second look begins", number=number)
        case e.InspectedAgain(number=number, position=position):
            return words("{number} is inspected again ({position})", number=number, position=position)
        case e.DecisionReconsidered(number=number, disposition=disposition):
            name = words.name(Disposition(disposition))
            return words("{number}: the decision “{decision}” was taken back", number=number, decision=name)
        case e.SecondLookAsked(number=number):
            return words("{number} waits for somebody else to look at it", number=number)
    return None
