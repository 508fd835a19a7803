"""The keys of a parcel that nobody announced: a digit matches it, others leave it for later or settle it otherwise.

While a piece waits for its grade the digits are grades; then ``M`` opens the candidates first.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.snapshots import BenchSnapshot, ParcelSnapshot, QuestionKind

CHOOSE, LATER = "M", "0"
UNAUTHORIZED, NOT_OURS = "DO-NORMA", "DO-NOTOURS"
WAYS = {"R": UNAUTHORIZED, "N": NOT_OURS}
_HEBREW_PLACES = {"צ": "M", "ר": "R", "מ": "N"}
_GONE = (ParcelState.NOT_OURS, ParcelState.SENT_BACK, ParcelState.WITHDRAWN)


def is_unmatched(parcel: ParcelSnapshot | None) -> bool:
    """Whether the open parcel belongs to no return yet."""
    return parcel is not None and not parcel.rmas and parcel.state not in _GONE


def asks_for_return(bench: BenchSnapshot) -> bool:
    """Whether the desk asked to which return something belongs."""
    return bench.question is not None and bench.question.kind is QuestionKind.WHICH_RETURN


def key_name(event: QKeyEvent) -> str:
    """The digit or Latin letter of a plain key, also while the keyboard is set to Hebrew; else nothing."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    text = event.text().upper()
    if event.modifiers() & ~plain or len(text) != 1:
        return ""
    if text in _HEBREW_PLACES:
        return _HEBREW_PLACES[text]
    return text if text.isascii() and text.isalnum() else ""


def candidate_of(bench: BenchSnapshot, key: str) -> ReturnCandidate | None:
    """The candidate that a digit stands for."""
    if not key.isdigit() or not 1 <= int(key) <= len(bench.candidates):
        return None
    return bench.candidates[int(key) - 1]


def answer_code(bench: BenchSnapshot, candidate: ReturnCandidate) -> str | None:
    """The scan that answers the open question with this candidate; ``None`` where none is open."""
    question = bench.question
    if question is None or candidate.number not in question.choices:
        return None
    return f"DO-{question.choices.index(candidate.number) + 1}"
