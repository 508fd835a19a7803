"""The open question of the bench in a sentence, as it stands over its answers."""

from returns_desk.desktop.screens.panels.answers import kind_of_check
from returns_desk.desktop.screens.panels.check_words import check_of, say_limits
from returns_desk.domain.checklists import CheckKind
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.snapshots import BenchSnapshot, Question, QuestionKind
from returns_desk.wording import Words
from returns_desk.wording.ways import say_way_named

_MOST_NAMED = 4


def say_question(words: Words, question: Question, bench: BenchSnapshot) -> str:
    """The question in a sentence; ``bench`` knows what its numbers stand for."""
    match question.kind:
        case QuestionKind.OVERRIDE_REASON:
            way = say_way_named(words, question.subject) if question.subject else ""
            return words("Why {way}, and not what is recommended?", way=way)
        case QuestionKind.TAKE_UNEXPECTED:
            return words("{code} was not announced for this parcel. Take it?", code=question.subject)
        case QuestionKind.TAKE_UNKNOWN:
            return words("{code} is not in the catalogue. Take the piece all the same?", code=question.subject)
        case QuestionKind.REOPEN:
            return _say_reopen(words, question)
        case QuestionKind.CLOSE_SHORT:
            return words("Not all that was announced is here. Close the parcel?")
        case QuestionKind.WHICH_PRODUCT:
            return words("{code} stands for several products. Which one is it?", code=question.subject)
        case QuestionKind.CHECK:
            return _say_check(words, question, bench)
        case _:
            return _say_of_pieces(words, question, bench)


def _say_reopen(words: Words, question: Question) -> str:
    if question.marks[:1] == (ParcelState.NOT_OURS,):
        return words("Parcel {number} was put aside as not ours. Is it ours after all?", number=question.subject)
    return words("Parcel {number} was finished before. Open it again?", number=question.subject)


def _say_place(words: Words, question: Question) -> str:
    if question.kind is QuestionKind.MOVE:
        return words("To move {number}, scan the label of a place", number=question.subject)
    if question.kind is not QuestionKind.WHICH_PLACE:
        return words.name(question.kind)
    if question.choices:
        return words("No place {code} is known. Scan another one, or type it, Enter", code=question.choices[0])
    return words("Where to with {number}? Scan the label of a place, or type it, Enter", number=question.subject)


def _say_of_pieces(words: Words, question: Question, bench: BenchSnapshot) -> str:
    match question.kind:
        case QuestionKind.TAKE_OVER:
            count, over = question.subject, question.choices[0] if question.choices else ""
            return words("{over} more than announced. Take all {count}?", over=over, count=count)
        case QuestionKind.CARTON_PIECES:
            return words("How many pieces are in the carton? Type it, Enter")
        case QuestionKind.SPLIT:
            return words("How many get a number of their own? Type it, Enter")
        case QuestionKind.MERGE:
            return words("Scan the label of the item that joins this one")
        case QuestionKind.CLOSE_UNDECIDED:
            return words("Not decided: {items}. Close all the same?", items=_say_pieces(words, question, bench))
        case QuestionKind.PHOTOS_MISSING if not question.choices:
            return words("All photographs are there. Enter: go on")
        case QuestionKind.PHOTOS_MISSING:
            kinds = ", ".join(words.name(PhotoKind(kind)) for kind in question.choices if kind in set(PhotoKind))
            return words("Still to be photographed: {kinds}", kinds=kinds)
        case _:
            return _say_place(words, question)


def _say_pieces(words: Words, question: Question, bench: BenchSnapshot) -> str:
    """The pieces by number and product, the first of many."""
    pieces = bench.parcel.items if bench.parcel else ()
    names = {item.number: item.product.name_in(words.language) or item.product.sku for item in pieces}
    said = [f"{number} {names.get(number, '')}".strip() for number in question.choices[:_MOST_NAMED]]
    more = len(question.choices) - len(said)
    return ", ".join(said) + (f" +{more}" if more > 0 else "")


def _say_check(words: Words, question: Question, bench: BenchSnapshot) -> str:
    check = check_of(bench, question.subject)
    english = words.language == "en"
    text, text_en = question.marks[2:4] if len(question.marks) >= 4 else ("", "")
    said = check.text_in(words.language) if check else (text_en or text) if english else (text or text_en)
    if check is None or kind_of_check(question) is not CheckKind.MEASURE:
        return said or words.name(question.kind)
    limits = say_limits(words, check)
    return words("{check} Type the value, Enter", check=f"{said} ({limits})" if limits else said)
