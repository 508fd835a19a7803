"""A check as the desk asks it: the question in a sentence, and how it is answered by scans and keys."""

from returns_desk.domain.checklists import CheckKind
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.wording.words import Words


def say_check(words: Words, question: Question | None) -> str:
    """The question that a check asks; nothing for other questions."""
    if question is None or question.kind is not QuestionKind.CHECK:
        return ""
    _, _, text, text_en, *_ = question.marks
    return (text_en or text) if words.language == "en" else (text or text_en)


def say_check_answers(words: Words, question: Question | None) -> str:
    """What answers it; nothing for other questions."""
    if question is None or question.kind is not QuestionKind.CHECK:
        return ""
    match question.marks[4]:
        case CheckKind.CHOICE:
            choices = ", ".join(f"{number} {choice}" for number, choice in enumerate(check_choices(words, question), 1))
            return words("Scan DO-1 to DO-9 or type the number: {choices}", choices=choices)
        case CheckKind.MEASURE:
            return words("Type the measured number and press Enter")
    return words("Press Y or N, or scan DO-YES or DO-NO. Another scan leaves it open")


def check_choices(words: Words, question: Question) -> tuple[str, ...]:
    """The choices of a check that is asked, as its readers have them."""
    english = question.marks[5:]
    return english if words.language == "en" and len(english) == len(question.choices) else question.choices
