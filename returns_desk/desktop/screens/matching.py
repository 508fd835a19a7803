"""The part of the bench for a parcel that nobody announced: the candidates, whole or in short, and their keys."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from returns_desk.desktop.screens.panels.candidates_card import CandidatesCard
from returns_desk.desktop.screens.panels.candidates_strip import CandidatesStrip
from returns_desk.desktop.screens.panels.choosing_keys import (
    CHOOSE,
    LATER,
    WAYS,
    answer_code,
    asks_for_return,
    candidate_of,
    is_unmatched,
    key_name,
)
from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words


class Matching(QObject):
    """``card`` stands in the place of inspection and decision while one chooses, ``strip`` below them otherwise."""

    submitted = Signal(str)
    chosen = Signal(object)  # the ReturnCandidate that the open parcel belongs to
    changed = Signal()  # the card was opened or left

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.card = CandidatesCard(words)
        self.strip = CandidatesStrip(words)
        self.card.submitted.connect(self.submitted)
        self.card.chosen.connect(self._choose)
        self.card.later.connect(self._leave)
        self.strip.opened.connect(self._open)
        self._bench: BenchSnapshot | None = None
        self._left = ""  # the parcel that is to be matched later
        self._opened = ""  # the piece beside which the candidates were opened

    @property
    def is_choosing(self) -> bool:
        """Whether the candidates stand in front, so that digits choose one."""
        bench = self._bench
        if bench is None:
            return False
        if bench.question is not None:
            return asks_for_return(bench)
        if bench.parcel is None or not is_unmatched(bench.parcel):
            return False
        if bench.item is not None:
            return self._opened == bench.item.id
        return self._left != bench.parcel.id

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the card, the strip, or neither."""
        self._bench = bench
        choosing = self.is_choosing
        self.card.setVisible(choosing)
        self.strip.setVisible(not choosing and is_unmatched(bench.parcel) and bench.question is None)
        self.card.show_bench(bench)
        self.strip.show_bench(bench)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose, leave or open by a key; say whether it meant something."""
        bench, key = self._bench, key_name(event)
        if bench is None or event.isAutoRepeat():
            return False
        if not self.is_choosing:
            if key != CHOOSE or self.strip.isHidden():
                return False
            self._open()
            return True
        candidate = candidate_of(bench, key)
        if candidate is not None:
            self._choose(candidate)
        elif key in WAYS and bench.question is None:
            self.submitted.emit(WAYS[key])
        elif key == LATER or event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _choose(self, candidate: ReturnCandidate) -> None:
        """A question is answered by a scan; an open parcel is matched by the very number that was shown."""
        code = answer_code(self._bench, candidate) if self._bench else None
        if code is None:
            self.chosen.emit(candidate)
        else:
            self.submitted.emit(code)

    def _open(self) -> None:
        bench = self._bench
        if bench is not None and bench.parcel is not None:
            self._opened = bench.item.id if bench.item else ""
            self._left = ""
            self.changed.emit()

    def _leave(self) -> None:
        """Later: a question is dropped as any other, a parcel is simply worked on."""
        bench = self._bench
        if bench is None:
            return
        if bench.question is not None:
            self.submitted.emit("DO-UNDO")
            return
        self._opened = ""
        self._left = bench.parcel.id if bench.parcel and bench.item is None else self._left
        self.changed.emit()
