"""The six grades, and what each means for things of the category."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from returns_desk.desktop.keys import GRADE_KEYS
from returns_desk.desktop.screens.panels.guide_popup import GuidePopup
from returns_desk.desktop.widgets.buttons import GradeButton
from returns_desk.domain.checklists import GradeGuide
from returns_desk.domain.grades import Grade
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words

_POINT_MS = 250  # a mouse on its way elsewhere asks for nothing


class GradesRow(QWidget):
    """Submits command barcodes."""

    submitted = Signal(str)

    def __init__(self, words: Words, over: QWidget) -> None:
        """``over`` is where a guide may stand for a moment."""
        super().__init__()
        self._words = words
        self._guides: dict[Grade, GradeGuide] = {}
        self._chosen: Grade | None = None
        self._is_roomy = False
        self._pointed: Grade | None = None
        self._popup = GuidePopup(words, over)
        self._pause = QTimer(self, singleShot=True, interval=_POINT_MS)
        self._pause.timeout.connect(self._show_popup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._buttons = {grade: self._make_button(grade) for grade in Grade}
        for button in self._buttons.values():
            row.addWidget(button, 1)

    def _make_button(self, grade: Grade) -> GradeButton:
        button = GradeButton(grade.value, self._words.name(grade), GRADE_KEYS[grade])
        button.clicked.connect(lambda: self.submitted.emit(f"DO-{grade.value}"))
        button.pointed.connect(lambda came: self._on_pointed(grade, came))
        return button

    def show_guides_over(self, place: QWidget) -> None:
        """Let guides stand over a larger part of the window."""
        self._popup.setParent(place)

    def make_room(self, is_roomy: bool) -> None:
        """With room the guides stand in the buttons; without, they come when one is pointed at."""
        self._is_roomy = is_roomy
        self._show_guides()

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the grade of the piece in hand; without one the buttons wait."""
        self._chosen = bench.item.grade if bench.item else None
        self._guides = {guide.grade: guide for guide in bench.guides}
        for button in self._buttons.values():
            button.setEnabled(bench.item is not None)
        self.show_pressed("")
        self._show_guides()
        self._popup.hide()

    def show_pressed(self, digit: str) -> None:
        """Show the grade of a key that was pressed and is not yet given; empty: only what stands."""
        pressed = next((grade for grade, key in GRADE_KEYS.items() if key == digit), self._chosen)
        for grade, button in self._buttons.items():
            button.show_chosen(grade is pressed)

    def _show_guides(self) -> None:
        for grade, button in self._buttons.items():
            guide = self._guides.get(grade)
            text = guide.text_in(self._words.language) if guide else ""
            button.setAccessibleDescription(text)
            button.show_guide(text if self._is_roomy else "")

    def _on_pointed(self, grade: Grade, came: bool) -> None:
        self._pointed = grade if came else None
        self._popup.hide()
        self._pause.stop()
        if came and grade in self._guides:
            self._pause.start()

    def _show_popup(self) -> None:
        guide = self._guides.get(self._pointed) if self._pointed else None
        if guide is not None and (guide.picture or not self._is_roomy):
            self._popup.show_guide(guide, self._buttons[guide.grade])
