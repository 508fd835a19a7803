"""A scan or a typed number that answers the bench's open question, or counts the pieces in hand."""

import re

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.scanning.scan import Scan, ScanKind
from returns_desk.store.work import Work
from returns_desk.usecases.agree_outcome import agree_amount
from returns_desk.usecases.answer_asked import answer_typed
from returns_desk.usecases.choose_return import choose_return
from returns_desk.usecases.find_carton import seal_carton
from returns_desk.usecases.split_item import merge_items, split_item

_AMOUNT = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?", re.ASCII)
_LONGEST_COUNT = 4  # digits; a longer number is a code


def answer_scan(work: Work, scan: Scan, question: Question | None) -> bool:
    """Do what a scan answers, and say whether it answered anything. Refuses what the step it leads to refuses."""
    count = count_of(scan)
    match question:
        case Question(QuestionKind.SPLIT, subject) if count is not None:
            split_item(work, count, subject)
        case Question(QuestionKind.CARTON_PIECES) if count is not None:
            seal_carton(work, count)
        case Question(QuestionKind.MERGE, subject) if scan.kind is ScanKind.ITEM:
            merge_items(work, scan.value, subject)
        case Question(QuestionKind.AGREE_AMOUNT) if is_amount(scan):
            agree_amount(work, question, scan.trimmed)
        case Question(QuestionKind.WHICH_RETURN, _, choices) if lookup_key(scan.trimmed) in map(lookup_key, choices):
            choose_return(work, scan.trimmed)
        case Question(QuestionKind.CHECK):
            return answer_typed(work, question, scan.trimmed)
        case _:
            return False
    return True


def is_amount(scan: Scan) -> bool:
    """Whether a text is an amount of money as people type one; a longer number is a code."""
    return _AMOUNT.fullmatch(scan.trimmed) is not None


def count_of(scan: Scan) -> int | None:
    """How many pieces a text says, when it is nothing but a short number."""
    text = scan.trimmed
    return int(text) if len(text) <= _LONGEST_COUNT and text.isascii() and text.isdigit() else None
