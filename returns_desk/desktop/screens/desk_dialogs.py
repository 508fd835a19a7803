"""The acts of the desk that ask for more than a scan: facts of the parcel, a note of dispute; and a match.

Imported when one of them is first wanted. Each opens a dialog that waits for nobody, and gives its step to the line of
scans, so that it is done in its order and answered in the band.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from returns_desk.desktop.dialogs.entry import EntryDialog, Field, FieldKind, ask_facts
from returns_desk.desktop.dialogs.parcel_facts import ParcelFactsDialog
from returns_desk.desktop.screens.panels.choosing import DISPUTE
from returns_desk.desktop.screens.panels.expected_card import FACTS
from returns_desk.desktop.screens.panels.piece_marks import MARKS
from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.parcels import ParcelFacts
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, ParcelSnapshot
from returns_desk.scanning.recogniser import recognise
from returns_desk.usecases.agree_outcome import note_dispute
from returns_desk.usecases.describe_parcel import describe_parcel
from returns_desk.usecases.look_up_code import marks_of
from returns_desk.usecases.match_parcel import make_unauthorized, match_by_number
from returns_desk.usecases.new_item import NO_MARKS, Marks
from returns_desk.usecases.record_serial import record_marks
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Step = Callable[["Desk"], tuple[Any, ...]]
Give = Callable[[Step], None]


def ask(act: str, words: Words, bench: BenchSnapshot, give: Give, parent: QWidget) -> None:
    """Open the dialog of an act, if it fits what lies on the bench."""
    if act == FACTS and bench.parcel is not None:
        _ask_facts(words, bench.parcel, give, parent)
    elif act == DISPUTE and bench.item is not None:
        _ask_dispute(words, bench.item, give, parent)
    elif act == MARKS and bench.item is not None:
        _ask_marks(words, bench.item, give, parent)


def _ask_facts(words: Words, parcel: ParcelSnapshot, give: Give, parent: QWidget) -> None:
    def keep(facts: ParcelFacts) -> None:
        give(lambda desk: desk.run(AT_THE_BENCH, describe_parcel, parcel.number, facts).events)

    dialog = ParcelFactsDialog(words, parcel, parent)
    dialog.entered.connect(keep)
    dialog.open()


def _ask_dispute(words: Words, item: ItemSnapshot, give: Give, parent: QWidget) -> None:
    """The dispute of the piece that was in hand when it was asked, whatever lies there by then."""

    def keep(answers: dict[str, str]) -> None:
        give(lambda desk: desk.run(AT_THE_BENCH, note_dispute, answers[DISPUTE], item.number).events)

    title = words("What does the customer not accept?")
    field = Field(DISPUTE, words("Dispute"), value=item.dispute)
    ask_facts(EntryDialog(words, title, (field,), words("Keep"), parent), keep)


def _ask_marks(words: Words, item: ItemSnapshot, give: Give, parent: QWidget) -> None:
    """Lot and last day of the piece that was in hand when it was asked, as they stand on it."""

    def keep(answers: dict[str, str]) -> None:
        last = answers["expires"]
        scanned = marks_of(recognise(answers["lot"]))  # where the code itself was scanned into the field
        expires = date.fromisoformat(last) if last else scanned.expires
        marks = Marks(scanned.serial, scanned.lot or answers["lot"], expires)
        if marks != NO_MARKS:
            give(lambda desk: desk.run(AT_THE_BENCH, record_marks, marks, item.number).events)

    day = words.date(item.expires) if item.expires else ""
    fields = (
        Field("lot", words("Lot"), value=item.lot),
        Field("expires", words("Last day"), FieldKind.DAY, day, hint=words.date(date(2027, 12, 31))),
    )
    ask_facts(EntryDialog(words, words("What stands on the item?"), fields, words("Keep"), parent), keep)


def matching_step(parcel: ParcelSnapshot, candidate: ReturnCandidate) -> Step:
    """Match the parcel that was shown to the candidate that was chosen; of an order a return is made first."""
    if candidate.kind == "order":
        return lambda desk: desk.run(AT_THE_BENCH, make_unauthorized, parcel.number, candidate.number).events
    return lambda desk: desk.run(AT_THE_BENCH, match_by_number, parcel.number, candidate.number).events
