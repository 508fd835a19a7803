"""The acts of the desk that ask for more than a scan: facts of the parcel, an amount, a note of dispute.

Imported when one of them is first wanted. Each opens a dialog that waits for nobody, and gives its step to the line of
scans, so that it is done in its order and answered in the band.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from returns_desk.desktop.dialogs.parcel_facts import ParcelFactsDialog
from returns_desk.desktop.screens.panels.expected_card import FACTS
from returns_desk.domain.parcels import ParcelFacts
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import BenchSnapshot, ParcelSnapshot
from returns_desk.usecases.describe_parcel import describe_parcel
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Step = Callable[["Desk"], tuple[Any, ...]]
Give = Callable[[Step], None]


def ask(act: str, words: Words, bench: BenchSnapshot, give: Give, parent: QWidget) -> None:
    """Open the dialog of an act, if it fits what lies on the bench."""
    if act == FACTS and bench.parcel is not None:
        _ask_facts(words, bench.parcel, give, parent)


def _ask_facts(words: Words, parcel: ParcelSnapshot, give: Give, parent: QWidget) -> None:
    def keep(facts: ParcelFacts) -> None:
        give(lambda desk: desk.run(AT_THE_BENCH, describe_parcel, parcel.number, facts).events)

    dialog = ParcelFactsDialog(words, parcel, parent)
    dialog.entered.connect(keep)
    dialog.open()
