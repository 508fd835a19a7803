"""The answers to an open question of the bench: what each says, the key that gives it, and the scan it stands for."""

from dataclasses import dataclass

from returns_desk.domain.checklists import CheckKind
from returns_desk.domain.items import HoldReason, OverrideReason
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.wording import Words
from returns_desk.wording.check_words import check_choices
from returns_desk.wording.marks import say

DROP = "DO-UNDO"
# a letter by its sound (כן, לא) or by its place on a keyboard set to Hebrew
YES_KEYS, NO_KEYS = "yYכט", "nNלמ"
_TYPED_OR_SCANNED = (
    QuestionKind.SPLIT,
    QuestionKind.CARTON_PIECES,
    QuestionKind.MERGE,
    QuestionKind.AGREE_AMOUNT,
    QuestionKind.WHICH_PLACE,
    QuestionKind.MOVE,
)
_MARKS_OF_CHECK = 5  # decision, override, text, English text, kind


@dataclass(frozen=True)
class Answer:
    """One answer."""

    key: str
    code: str
    text: str


def kind_of_check(question: Question) -> CheckKind:
    """How the check that is asked is answered."""
    if len(question.marks) >= _MARKS_OF_CHECK and question.marks[4] in set(CheckKind):
        return CheckKind(question.marks[4])
    return CheckKind.CHOICE if question.choices else CheckKind.YES_NO


def answer_codes(question: Question) -> tuple[str, ...]:
    """The scans that answer the question, in the order of their keys 1 to 9; none where something is to be typed."""
    match question.kind:
        case QuestionKind.OVERRIDE_REASON:
            return tuple(f"DO-O-{choice}" for choice in question.choices or tuple(OverrideReason))
        case QuestionKind.HOLD_REASON:
            return tuple(f"DO-H-{choice}" for choice in question.choices or tuple(HoldReason))
        case QuestionKind.WHICH_PRODUCT | QuestionKind.WHICH_RETURN:
            return tuple(f"DO-{number}" for number, _ in enumerate(question.choices, start=1))
        case QuestionKind.CHECK:
            return _codes_of_check(question)
        case QuestionKind.REOPEN if question.choices:
            return ("DO-OK", "DO-1")
        case QuestionKind.AGREE_AMOUNT if question.choices:
            return ("DO-OK",)
        case kind if kind in _TYPED_OR_SCANNED:
            return ()
        case _:
            return ("DO-OK",)


def _codes_of_check(question: Question) -> tuple[str, ...]:
    match kind_of_check(question):
        case CheckKind.YES_NO:
            return ("DO-YES", "DO-NO")
        case CheckKind.CHOICE:
            return tuple(f"DO-{number}" for number, _ in enumerate(question.choices, start=1))
        case CheckKind.MEASURE:
            return ()


def code_for_answer(question: Question, text: str) -> str | None:
    """The scan that a key's text stands for while the question is open."""
    if question.kind is QuestionKind.AGREE_AMOUNT:
        return None  # a digit begins another amount
    codes = answer_codes(question)
    if codes[:1] == ("DO-OK",) and len(codes) > 1:
        codes = codes[1:]  # a yes is Enter's, the digits are for what else there is
    if codes == ("DO-YES", "DO-NO"):
        return "DO-YES" if text and text in YES_KEYS else "DO-NO" if text and text in NO_KEYS else None
    place = int(text) if len(text) == 1 and text in "123456789" else 0
    return codes[place - 1] if 0 < place <= len(codes) else None


def dropping_code(question: Question) -> str:
    """The scan that takes a question back; what is only offered after a look at a piece is left without a step back."""
    return "DO-NO" if question.kind is QuestionKind.MOVE else DROP


def dropping_answer(words: Words, question: Question) -> Answer:
    """The answer that takes every question back; any scan that is none of the answers does the same."""
    match question.kind:
        case QuestionKind.HOLD_REASON:
            return Answer("Esc", DROP, words("No hold"))
        case QuestionKind.AGREE_AMOUNT if question.choices:
            return Answer("Esc", DROP, words("Take it back"))
        case QuestionKind.WHICH_PLACE if question.marks:
            return Answer("Esc", DROP, words("Take the decision back"))
        case QuestionKind.WHICH_PLACE:
            return Answer("Esc", DROP, words("Leave"))
        case QuestionKind.MOVE:
            return Answer("Esc", dropping_code(question), words("Leave"))
        case QuestionKind.CHECK | QuestionKind.SPLIT | QuestionKind.CARTON_PIECES | QuestionKind.MERGE:
            return Answer("Esc", DROP, words("Leave"))
        case QuestionKind.AGREE_AMOUNT:
            return Answer("Esc", DROP, words("Leave"))
        case _:
            return Answer("Esc", DROP, words("No, leave it"))


def answers_to(words: Words, question: Question) -> tuple[Answer, ...]:
    """The answers with their words."""
    codes = answer_codes(question)
    if not codes:
        return ()  # its choices are facts: something is to be typed or scanned
    if codes[0] == "DO-OK":
        others = zip(codes[1:], question.choices, strict=False)
        boxes = (Answer(code[-1], code, words("It is another box of {rma}", rma=rma)) for code, rma in others)
        return (Answer("Enter", "DO-OK", say_yes(words, question)), *boxes)
    if codes == ("DO-YES", "DO-NO"):
        yes, no = (YES_KEYS[2], NO_KEYS[2]) if words.right_to_left else ("Y", "N")
        return (Answer(yes, "DO-YES", words("Yes")), Answer(no, "DO-NO", words("No")))
    return tuple(
        Answer(str(number) if number < 10 else "", code, text)
        for number, (code, text) in enumerate(zip(codes, _choices(words, question), strict=True), start=1)
    )


def _choices(words: Words, question: Question) -> tuple[str, ...]:
    match question.kind:
        case QuestionKind.OVERRIDE_REASON:
            return tuple(words.name(OverrideReason(choice)) for choice in question.choices or tuple(OverrideReason))
        case QuestionKind.HOLD_REASON:
            return tuple(words.name(HoldReason(choice)) for choice in question.choices or tuple(HoldReason))
        case QuestionKind.CHECK:
            return check_choices(words, question)
        case _:
            return question.choices


_YES = {
    QuestionKind.TAKE_UNEXPECTED: say("Yes, take it"),
    QuestionKind.TAKE_UNKNOWN: say("Yes, take it as an unknown product"),
    QuestionKind.TAKE_OVER: say("Yes, take all of them"),
    QuestionKind.CLOSE_SHORT: say("Yes, close it: the rest did not come"),
    QuestionKind.CLOSE_UNDECIDED: say("Yes, close it: they go on hold"),
    QuestionKind.REOPEN: say("Yes, open it again"),
    QuestionKind.EMPTY_BOX: say("Yes, nothing is in it"),
    QuestionKind.NOT_OURS: say("Yes, send it back"),
    QuestionKind.PHOTOS_MISSING: say("Go on without them"),
}


def say_yes(words: Words, question: Question) -> str:
    """What a plain yes to the question means."""
    if question.kind is QuestionKind.AGREE_AMOUNT:
        return words("Yes, {amount}", amount=", ".join(question.choices))
    return words(_YES.get(question.kind, say("Yes, go on")))
