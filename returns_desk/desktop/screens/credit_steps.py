"""The steps of a batch that are about its credit: recorded, taken back, disputed, given up by two; its letter."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.credit_dialog import CreditDialog
from returns_desk.desktop.dialogs.entry import EntryDialog, Field, FieldKind, ask_facts
from returns_desk.desktop.preview import open_preview
from returns_desk.desktop.screens import credit_jobs as jobs
from returns_desk.desktop.screens.batch_jobs import Outcome
from returns_desk.desktop.screens.credit_jobs import CreditEntry
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.batches import BatchState
from returns_desk.domain.credit_refusals import MoreThanExpected
from returns_desk.domain.people import Permission
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words
from returns_desk.wording.refusals import say_refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from returns_desk.desk import Desk

_S = BatchState
PERMISSIONS = {
    "dispute": Permission.RECORD_CREDIT,
    "write_off": Permission.RECORD_CREDIT,
    "print_letter": Permission.PRINT,
}
STEPS = ("credit", *PERMISSIONS)
OFFERED: dict[BatchState, tuple[tuple[str, ...], tuple[str, ...]]] = {
    _S.PENDING_CREDIT: (("credit", "print_slip"), ("write_off", "second_original")),
    _S.PARTLY_CREDITED: (("credit", "print_slip"), ("write_off", "second_original")),
    _S.SHORT_CREDIT: (("dispute", "credit", "write_off"), ("print_slip", "second_original")),
    _S.DISPUTED: (("credit", "write_off", "print_letter"), ("print_slip", "second_original")),
    _S.WRITTEN_OFF: (("close_batch", "credit", "print_slip"), ("second_original",)),
}


def credit_titles(words: Words) -> dict[str, str]:
    """What the steps' buttons say."""
    return {
        "dispute": words("Dispute with the supplier"),
        "write_off": words("Write off"),
        "print_letter": words("Print the letter"),
    }


class CreditSteps(QObject):
    """``done`` tells an ``Outcome``, ``refused`` a ``DeskError``, ``said`` how a print went."""

    done = Signal(object)
    refused = Signal(object)
    said = Signal(str, str)

    def __init__(self, room: Room, owner: QWidget) -> None:
        super().__init__(owner)
        self._room, self._owner = room, owner

    def take(self, name: str, batch: BatchSnapshot) -> None:
        """Begin one of ``STEPS``; what it needs is asked in dialogs that leave the window alive."""
        match name:
            case "credit":
                dialog = CreditDialog(self._room.words, batch, self._room.clock().date(), self._owner)
                dialog.entered.connect(partial(self._record, batch.row.number))
                dialog.open()
            case "print_letter":
                open_preview(self._room, PaperKind.DISPUTE_LETTER, batch.row.number, parent=self._owner)
            case "dispute":
                self._ask_why(batch, self._dispute)
            case _:
                self._ask_why(batch, self._write_off)

    def reverse(self, batch: str, credit: str) -> None:
        """Take a credit back, once the person said that it was recorded wrong."""
        words = self._room.words
        title = words("Take credit {credit} of {number} back", credit=credit, number=batch)
        sure = Field("sure", words("It was recorded wrong"), FieldKind.YES, needed=True)
        dialog = EntryDialog(words, title, (sure,), words("Take back"), self._owner)
        ask_facts(dialog, lambda _: self._do(lambda desk: jobs.reverse(desk, batch, credit)))

    def _record(self, batch: str, entry: CreditEntry) -> None:
        self._do(lambda desk: jobs.record(desk, batch, entry), partial(self._ask_above, batch, entry))

    def _ask_above(self, batch: str, entry: CreditEntry, refusal: DeskError) -> None:
        """More than is open is recorded only if the person says that it is right."""
        if not isinstance(refusal, MoreThanExpected):
            self.refused.emit(refusal)
            return
        words = self._room.words
        fact, _ = say_refusal(words, refusal)
        right = Field("above", words("It is right: more came than was expected"), FieldKind.YES, needed=True)
        dialog = EntryDialog(words, fact, (right,), words("Record a credit"), self._owner)
        ask_facts(dialog, lambda _: self._do(lambda desk: jobs.record(desk, batch, entry, above=True)))

    def _ask_why(self, batch: BatchSnapshot, then: "Callable[[BatchSnapshot, str], None]") -> None:
        words = self._room.words
        missing = words.money(batch.totals.expected - batch.credited)
        disputes = then == self._dispute
        title = words("Dispute {number}: {money} is missing", number=batch.row.number, money=missing)
        note = Field("note", words("What the letter says besides the lines"), needed=True)
        go_on = words("Issue the letter")
        if not disputes:
            title = words("Write {money} of {number} off", number=batch.row.number, money=missing)
            note, go_on = Field("note", words("Why"), needed=True), words("Go on to badge and PIN")
        dialog = EntryDialog(words, title, (note,), go_on, self._owner)
        ask_facts(dialog, lambda facts: then(batch, facts["note"]))

    def _dispute(self, batch: BatchSnapshot, note: str) -> None:
        self._do(lambda desk: jobs.dispute(desk, batch.row.number, note))

    def _write_off(self, batch: BatchSnapshot, note: str) -> None:
        number = batch.row.number
        title = self._room.words("Another supervisor signs the write-off of {number}", number=number)
        self._room.ask_approval(
            title,
            lambda badge, pin: self._do(lambda desk: jobs.write_off(desk, number, note, (badge, pin))),
        )

    def _do(self, job: "Callable[[Desk], Outcome]", refused: "Callable[[DeskError], None] | None" = None) -> None:
        runner = self._room.runner

        def hear(outcome: Outcome) -> None:
            while_alive(self, self.done.emit)(outcome)
            runner.tell(outcome.events)

        runner.do(job, hear, while_alive(self, refused or self.refused.emit), counted=True)
