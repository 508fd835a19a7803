"""What the clerk opens over the decision by key or button: choices that are scans, and the line for a note."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from returns_desk.desktop.screens.panels.choosing import DISPUTE, Chooser, more_acts
from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.desktop.screens.panels.inspection_card import InspectionCard
from returns_desk.desktop.screens.panels.opening_keys import act_for_key, next_chooser
from returns_desk.desktop.screens.panels.steps_card import StepsCard
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words


class Choices(QObject):
    """Joins the cards that ask to the card where the answers stand."""

    submitted = Signal(str)
    note_written = Signal(str, str)  # the piece's id, the note
    check_answered = Signal(str, str)  # the check's code, the answer
    wanted = Signal(str)  # an act that no scan stands for

    def __init__(self, words: Words, inspection: InspectionCard, decision: DecisionCard, steps: StepsCard) -> None:
        super().__init__(decision)
        self._words = words
        self._inspection, self._decision = inspection, decision
        self._bench: BenchSnapshot | None = None
        inspection.check_answered.connect(self.check_answered)
        inspection.chooser_wanted.connect(decision.open_chooser)
        decision.chosen.connect(self._on_chosen)
        decision.photo_wanted.connect(inspection.photos.photograph)
        decision.note.written.connect(self.note_written)
        steps.note_wanted.connect(self._begin_note)
        steps.more_wanted.connect(self._offer_more)

    @property
    def chooser(self) -> Chooser | None:
        """The choice that is open."""
        return self._decision.chooser

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Offer what fits this bench."""
        self._bench = bench

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that opens a choice or the line for a note, or answers the open one; say whether it meant something."""
        chooser, bench = self.chooser, self._bench
        if bench is None or bench.question is not None:
            return False
        if event.isAutoRepeat():
            return chooser is not None
        match act_for_key(event, bench):
            case "note":
                self._begin_note()
            case "more":
                self._offer_more()
            case "found":
                self._open_or_close(next_chooser(self._words, chooser))
            case _:
                return chooser is not None and self._answer(chooser, event)
        return True

    def _answer(self, chooser: Chooser, event: QKeyEvent) -> bool:
        """While a choice is open its keys answer it, Escape leaves it, and nothing is decided behind it by Enter."""
        code = chooser.code_for(event.text())
        if code is not None:
            self._decision.give(code)
        elif event.key() == Qt.Key.Key_Escape:
            self._decision.close_all()
        return code is not None or bool(event.text())

    def _open_or_close(self, chooser: Chooser | None) -> None:
        if chooser is None:
            self._decision.close_all()
        else:
            self._decision.open_chooser(chooser)

    def _begin_note(self) -> None:
        if self._bench is not None and self._bench.item is not None and self._bench.question is None:
            self._decision.begin_note(self._bench.item)

    def _offer_more(self) -> None:
        if self._bench is not None and (self._bench.parcel is not None or self._bench.item is not None):
            self._decision.open_chooser(more_acts(self._words, self._bench))

    def _on_chosen(self, chooser: Chooser, code: str) -> None:
        """What was chosen is a scan, but for the answer of a check and what asks for words."""
        if chooser.check:
            self.check_answered.emit(chooser.check, code)
        elif chooser.name == "checks":
            self._inspection.checks.ask_again(code)
        elif code == DISPUTE:
            self.wanted.emit(code)
        else:
            self.submitted.emit(code)
