"""Says that something nobody expected went wrong: what is safe, and where the report is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.wording import Words


class CrashDialog(QDialog):
    """Shows a traceback for whoever helps; the person may go on, because nothing half done was kept."""

    def __init__(self, words: Words, trace: str, log: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("crash")
        self.setWindowTitle(words("Something went wrong"))
        self.resize(720, 420)
        self._trace = trace
        text = QPlainTextEdit(trace)
        text.setReadOnly(True)
        text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        text.setAccessibleName(words("Report"))
        safe = words("The last step was not kept; all before it is safe. You can go on working.")
        where = words("The report is in {file}", file=log) if log else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(words("Something went wrong"), "title"))
        column.addWidget(label(safe, wraps=True))
        column.addWidget(text, 1)
        column.addWidget(label(where, "small", wraps=True))
        column.addLayout(self._buttons(words))

    def _buttons(self, words: Words) -> QHBoxLayout:
        copy = push_button(words("Copy the report"), "crash_copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self._trace))
        go_on = push_button(words("Go on"), "crash_go_on", "primary")
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(go_on)
        return row
