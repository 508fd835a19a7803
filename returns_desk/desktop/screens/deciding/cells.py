"""A field of the forms: its title, where it is typed or picked, and below it what does not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.restyle import restyle

_LONGEST = 60  # signs


class Cell(QObject):
    """``edited`` tells every change by hand; the three parts stand under each other in a column of a grid."""

    edited = Signal(str)

    def __init__(self, name: str, title: str, editor: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.editor = editor
        self.title = title
        editor.setObjectName(name)
        editor.setAccessibleName(title)
        self._wrong = label("", "wrong", wraps=True)
        self._wrong.setObjectName(f"{name}_wrong")
        self._wrong.hide()

    def put_into(self, grid: QGridLayout, row: int, column: int, *, titled: bool = True) -> QLabel:
        """Take three rows of a grid (two without a title); give the title's label."""
        heading = label(self.title, "small", wraps=True)
        heading.setBuddy(self.editor)
        if titled:
            grid.addWidget(heading, row, column, Qt.AlignmentFlag.AlignBottom)
        below = row + titled
        grid.addWidget(self.editor, below, column)
        grid.addWidget(self._wrong, below + 1, column, Qt.AlignmentFlag.AlignTop)
        return heading

    def say_title(self, title: str) -> None:
        """What a screen reader says of the field."""
        self.editor.setAccessibleName(title)

    def show_wrong(self, why: str) -> None:
        """Say why the text does not fit; nothing: it does."""
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))
        self.editor.setAccessibleDescription(why)
        restyle(self.editor, wrong="true" if why else "false")

    def show_text(self, text: str) -> None:
        """Put a value in; nobody is told."""
        raise NotImplementedError(text)

    def show_hint(self, text: str) -> None:
        """Say what counts while the field is empty."""
        raise NotImplementedError(text)

    def lock(self, locked: bool) -> None:
        """Only show the value."""
        raise NotImplementedError(locked)


class TextCell(Cell):
    """A field to type into."""

    def __init__(self, name: str, title: str, parent: QObject) -> None:
        self.line = QLineEdit()
        super().__init__(name, title, self.line, parent)
        self.line.setMaxLength(_LONGEST)
        self.line.setMinimumWidth(56)
        self.line.textEdited.connect(lambda text: self.edited.emit(text.strip()))

    def show_text(self, text: str) -> None:
        """The cursor stays where it is while the text is the same."""
        if self.line.text().strip() != text:
            self.line.setText(text)

    def show_hint(self, text: str) -> None:
        """Grey, in the empty field."""
        self.line.setPlaceholderText(text)

    def lock(self, locked: bool) -> None:
        """It can still be read and copied."""
        self.line.setReadOnly(locked)
        restyle(self.line, locked="true" if locked else "false")


class PickCell(Cell):
    """A field to pick from; its first value is the empty one."""

    def __init__(
        self,
        name: str,
        title: str,
        offered: Sequence[tuple[str, str]],
        parent: QObject,
        *,
        in_list: bool = False,
    ) -> None:
        self.pick = Pick(name, title, offered, in_list=in_list)
        super().__init__(name, title, self.pick, parent)
        self.pick.picked.connect(self.edited)

    def show_text(self, text: str) -> None:
        """Show the value; what stands for none is grey."""
        self.pick.show_value(text)
        restyle(self.pick, empty="false" if text else "true")

    def show_hint(self, text: str) -> None:
        """What the empty value means."""
        self.pick.name_first(text)

    def lock(self, locked: bool) -> None:
        """Nothing can be picked."""
        self.pick.setEnabled(not locked)
