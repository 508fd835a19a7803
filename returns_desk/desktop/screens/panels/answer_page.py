"""Answers as large buttons with their keys: to a question of the desk, or of a choice that the clerk opened."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from returns_desk.desktop.screens.panels.answers import Answer
from returns_desk.desktop.widgets.buttons import ChoiceButton
from returns_desk.desktop.widgets.flow_layout import FlowLayout


class AnswerPage(QWidget):
    """``given`` tells the code of the answer that was pressed."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=8)

    def sizeHint(self) -> QSize:
        """One line; how many it really is follows from the width. Hidden, it asks for no more."""
        return QSize(200, 44)

    def show_answers(self, answers: Iterable[Answer]) -> None:
        """Show these answers and no others."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for answer in answers:
            button = ChoiceButton(answer.text, answer.key)
            button.setObjectName(f"answer_{answer.key}")
            button.clicked.connect(lambda _=False, code=answer.code: self.given.emit(code))
            self._flow.addWidget(button)
            button.show()
        self._flow.invalidate()
