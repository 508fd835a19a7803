"""The answers to an open question of the bench: what each says, the key that gives it, and the scan it stands for."""

from dataclasses import dataclass

from returns_desk.domain.items import Disposition, OverrideReason
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.wording import Words

DROP = "DO-UNDO"


@dataclass(frozen=True)
class Answer:
    """One answer."""

    key: str
    code: str
    text: str


def answer_codes(question: Question) -> tuple[str, ...]:
    """The scans that answer the question, in the order of their keys 1 to 9."""
    match question.kind:
        case QuestionKind.OVERRIDE_REASON:
            return tuple(f"DO-O-{choice}" for choice in question.choices or tuple(OverrideReason))
        case QuestionKind.WHICH_PRODUCT | QuestionKind.WHICH_RETURN:
            return question.choices
        case _:
            return ("DO-OK",)


def dropping_answer(words: Words) -> Answer:
    """The answer that takes every question back; any scan that is none of the answers does the same."""
    return Answer("Esc", DROP, words("No, leave it"))


def answers_to(words: Words, question: Question) -> tuple[Answer, ...]:
    """The answers with their words."""
    codes = answer_codes(question)
    texts = _texts(words, question)
    if codes == ("DO-OK",):
        return (Answer("Enter", "DO-OK", texts[0]),)
    return tuple(
        Answer(str(number), code, text) for number, (code, text) in enumerate(zip(codes, texts, strict=True), start=1)
    )


def _texts(words: Words, question: Question) -> tuple[str, ...]:
    match question.kind:
        case QuestionKind.OVERRIDE_REASON:
            return tuple(words.name(OverrideReason(choice)) for choice in question.choices or tuple(OverrideReason))
        case QuestionKind.TAKE_UNEXPECTED:
            return (words("Yes, take it"),)
        case QuestionKind.TAKE_UNKNOWN:
            return (words("Yes, take it as an unknown product"),)
        case QuestionKind.CLOSE_SHORT:
            return (words("Yes, close it: the rest did not come"),)
        case QuestionKind.REOPEN:
            return (words("Yes, open it again"),)
        case QuestionKind.WHICH_PRODUCT | QuestionKind.WHICH_RETURN:
            return question.choices
        case _:
            return (words("Yes, go on"),)


def say_question(words: Words, question: Question) -> str:
    """The question in a sentence."""
    match question.kind:
        case QuestionKind.OVERRIDE_REASON:
            way = words.name(Disposition(question.subject)) if question.subject else ""
            return words("Why {way}, and not what is recommended?", way=way)
        case QuestionKind.TAKE_UNEXPECTED:
            return words("{code} was not announced for this parcel. Take it?", code=question.subject)
        case QuestionKind.TAKE_UNKNOWN:
            return words("{code} is not in the catalogue. Take the piece all the same?", code=question.subject)
        case QuestionKind.REOPEN:
            return words("Parcel {number} was finished before. Open it again?", number=question.subject)
        case QuestionKind.CLOSE_SHORT:
            return words("Not all that was announced is here. Close the parcel?")
        case QuestionKind.WHICH_PRODUCT:
            return words("{code} stands for several products. Which one is it?", code=question.subject)
        case _:
            return words.name(question.kind)
