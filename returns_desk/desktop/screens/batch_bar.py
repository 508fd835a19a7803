"""Below a batch's lines: the sum, the buttons of its state, and why one of them is not for this person."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.screens.batch_acts import Act
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import clear, label
from returns_desk.wording import Words


class BatchBar(QWidget):
    """``wanted`` tells the name of the step a person chose."""

    wanted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._acts: tuple[Act, ...] = ()
        self.total = label("", "title")
        self._standing = label("", "quiet", wraps=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.total)
        column.addWidget(self._standing)
        column.addLayout(self._buttons)

    def show_total(self, text: str) -> None:
        """Say the sum of what goes out."""
        self.total.setText(text)

    def show_acts(self, acts: Sequence[Act], standing: str) -> None:
        """Show the steps as buttons; those that are the same as before stay as they are, with their focus."""
        if not standing:
            standing = next((act.why_not for act in acts if act.why_not and act.part != "menu"), "")
        self._standing.setText(standing)
        self._standing.setVisible(bool(standing))
        if tuple(acts) == self._acts:
            return
        self._acts = tuple(acts)
        clear(self._buttons)
        near = [act for act in acts if act.part != "menu"]
        menu = [act for act in acts if act.part == "menu"]
        if menu:
            self._buttons.addWidget(self._menu_button(menu))
        self._buttons.addStretch(1)
        for act in reversed(near):
            self._buttons.addWidget(self._button(act))

    def _button(self, act: Act) -> QPushButton:
        title = f"{act.title}  ({act.key})" if act.key else act.title
        button = push_button(title, act.name, act.part)
        button.setAccessibleName(act.title)
        button.setAccessibleDescription(act.why_not)
        button.setToolTip(act.why_not)
        button.setEnabled(not act.why_not)
        button.clicked.connect(lambda: self.wanted.emit(act.name))
        return button

    def _menu_button(self, acts: Sequence[Act]) -> QPushButton:
        button = push_button(self._words("More…"), "more_steps")
        button.setStyleSheet("QPushButton::menu-indicator { width: 0px; }")  # the dots say it, in both directions
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for act in acts:
            line = menu.addAction(act.title)
            line.setObjectName(act.name)
            line.setToolTip(act.why_not)
            line.setEnabled(not act.why_not)
            line.triggered.connect(lambda _=False, name=act.name: self.wanted.emit(name))
        button.setMenu(menu)
        return button

    def step_of(self, key: str) -> str:
        """The step that a key stands for now and this person may do; empty when there is none."""
        return next((act.name for act in self._acts if key and act.key == key and not act.why_not), "")
