"""One line to write a note about the piece in hand: Enter keeps it, Escape leaves it as it was.

What was begun is remembered by the piece, so that a scan in between loses nothing and never reaches another piece.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.buttons import keyed_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.own_enter import OwnEnterField
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.domain.texts import LONGEST_NOTE
from returns_desk.wording import Words


class NoteEditor(QWidget):
    """``written`` tells the piece's id and the note; ``left`` that nothing is to be changed."""

    written = Signal(str, str)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._item = ""
        self._drafts: dict[str, str] = {}
        self.field = _Field()
        self.field.setObjectName("note")
        self.field.setMaxLength(LONGEST_NOTE)
        self.field.setAccessibleName(words("Note"))
        self.field.setPlaceholderText(words("What else is to be known of it"))
        self.field.returnPressed.connect(self._keep)
        self.field.left.connect(self._leave)
        self.field.textEdited.connect(self._remember)
        keep, leave = (
            keyed_button(words("Keep"), "Enter", "note_keep"),
            keyed_button(words("Leave"), "Esc", "note_leave"),
        )
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self._leave)
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.field, keep, leave):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(label(words("Scans go on as always while you write; none lands in the note."), "small"))
        column.addStretch(1)

    def begin(self, item: ItemSnapshot) -> None:
        """Write about a piece; what was begun before stands there again."""
        self._item = item.id
        self.field.setText(self._drafts.get(item.id, item.note))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_about(self, item: ItemSnapshot | None) -> bool:
        """Whether the note that is being written belongs to this piece."""
        return item is not None and item.id == self._item

    def _remember(self, text: str) -> None:
        self._drafts[self._item] = text

    def _keep(self) -> None:
        self._drafts.pop(self._item, None)
        self.written.emit(self._item, self.field.text())
        self.left.emit()

    def _leave(self) -> None:
        self._drafts.pop(self._item, None)
        self.left.emit()


class _Field(OwnEnterField):
    """A field that Escape leaves."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is no text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
