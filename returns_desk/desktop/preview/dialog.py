"""One paper as its next print will be, to be printed, saved or opened from there; it opens beside the work."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.scan_dialog import PassingDialog
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.preview.outlets import Outlets
from returns_desk.desktop.preview.paper_words import say_paper
from returns_desk.desktop.preview.shown import BOTH, KeptPaper, Shown, drawn, usual_language
from returns_desk.desktop.preview.view import PaperView
from returns_desk.desktop.preview.writing import guarded
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.domain.printing import LABELS, PaperKind
from returns_desk.usecases.paper import Paper

_SIZE = QSize(900, 940)
_NAMES = {"he": "עברית", "en": "English"}


def open_preview(
    room: Room,
    kind: PaperKind,
    number: str,
    what: Mapping[str, Any] | None = None,
    parent: QWidget | None = None,
) -> "PaperPreview":
    """Show a paper or label of the shop; ``what`` as the print queue takes it. Nothing is registered by looking."""
    preview = PaperPreview(room, KeptPaper(kind, number, what or {}), parent)
    preview.open()
    return preview


class PaperPreview(PassingDialog):
    """Looking registers nothing; printing, saving and opening do."""

    def __init__(self, room: Room, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._room, self._shown = room, shown
        self.what: dict[str, Any] = {}
        self._paper: Paper | None = None
        self._title = label("", "title")
        self._notice = Notice(room.words, room.theme)
        self.view = PaperView(room.words)
        self.outlets = Outlets(room, self)
        self.outlets.said.connect(self._notice.tell)
        self.outlets.refused.connect(self._notice.refuse)
        self.outlets.taken.connect(self._look)
        self._languages = {code: self._language_button(code) for code in shown.languages}
        self._buttons: list[QPushButton] = []
        self._printer: QPrinter | None = None
        self._lay_out()
        self.setWindowTitle(room.words("Preview"))
        room_there = self.screen().availableSize() if self.screen() else _SIZE
        self.resize(_SIZE.boundedTo(room_there - QSize(40, 60)))
        self._look()

    def _language_button(self, code: str) -> QPushButton:
        name = _NAMES.get(code) or self._room.words("Both languages")
        button = push_button(name, f"paper_{code}", "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.choose_language(code))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for button in self._languages.values():
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addWidget(self.view, 1)
        column.addLayout(self._buttons_row())

    def _buttons_row(self) -> QHBoxLayout:
        words = self._room.words
        close = push_button(words("Close"), "paper_close")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(close)
        row.addStretch(1)
        for name, title, part, act in (
            ("paper_open", words("Open in the viewer"), "", self.open_beside),
            ("paper_save", words("Save as file"), "", self._ask_where),
            ("paper_print_dialog", words("Print dialog…"), "", self.ask_printer),
            ("paper_print", words("Print"), "primary", self.print_paper),
        ):
            button = push_button(title, name, part)
            button.clicked.connect(act)
            button.setEnabled(False)  # until there is something to see
            self._buttons.append(button)
            row.addWidget(button)
        return row

    @property
    def language(self) -> str:
        """The language that is shown: ``he``, ``en`` or ``both``."""
        if self.what.get("bilingual"):
            return BOTH
        return str(self.what.get("language") or self._usual())

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.view.page_count

    def choose_language(self, code: str) -> None:
        """Show it in a language, or in both: first in the one that was shown."""
        if code == BOTH:
            self.what = {"bilingual": True, "language": self.what.get("language") or self._usual()}
        else:
            self.what = {"language": code}
        self._mark_language()
        self._look()

    def _usual(self) -> str:
        return usual_language(self._paper, self._room.station.settings) if self._paper else ""

    def _mark_language(self) -> None:
        for each, button in self._languages.items():
            button.setChecked(each == self.language)

    def _look(self) -> None:
        shown, what = self._shown, dict(self.what)
        self._room.runner.do(
            lambda desk: shown.look(desk, what),
            while_alive(self, self._on_paper),
            while_alive(self, self._notice.refuse),
        )

    def _on_paper(self, paper: Paper) -> None:
        self._paper = paper
        self._title.setText(say_paper(self._room.words, paper))
        self.setWindowTitle(self._title.text())
        self._mark_language()
        room, language, content = self._room, str(self.what.get("language", "")), list[bytes]()
        settings, home = room.station.settings, room.home
        draw = guarded(lambda: content.append(drawn(paper, language, settings, home)), room.words)
        room.pool.begin(lambda _report: draw(), while_alive(self, lambda why: self._on_drawn(paper, content, why)))

    def _on_drawn(self, paper: Paper, content: list[bytes], why: str) -> None:
        if paper is not self._paper:
            return  # another language was chosen meanwhile
        if why:
            self._notice.tell("bad", self._room.words("It cannot be drawn: {why}", why=why))
            return
        if not self.view.page_count and paper.kind.family == LABELS:
            self.view.fit(QPdfView.ZoomMode.FitInView)  # as wide as there is room, its lower half would not be seen
        self.view.show_pages(content[0])
        for button in self._buttons:
            button.setEnabled(True)

    def print_paper(self) -> None:
        """Print where papers of this kind are printed at this station."""
        self.outlets.print_paper(self._shown, dict(self.what))

    def open_beside(self) -> None:
        """Open a copy in the system's viewer."""
        self.outlets.open_beside(self._shown, dict(self.what))

    def save(self, file: Path) -> None:
        """Save one print into a file."""
        self.outlets.save(self._shown, dict(self.what), file)

    def ask_printer(self) -> None:
        """Let the person choose printer, pages and copies for this once."""
        self._printer = printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setMinMax(1, max(1, self.page_count))
        dialog.setFromTo(1, max(1, self.page_count))
        dialog.setWindowTitle(self._title.text())
        dialog.accepted.connect(lambda *_: self.outlets.print_on(self._shown, dict(self.what), printer))
        QDialog.open(dialog)  # its own takes a slot by name

    def _ask_where(self) -> None:
        if self._paper is None:
            return
        name = self._room.words("Save as file")
        dialog = QFileDialog(self, name, str(Path(documents_folder(), self._paper.file_name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page and zoom keys; Escape closes."""
        if not self.view.take_key(event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Let go of the paper with the window; a print that came to nothing yet is kept as a file."""
        self.outlets.spend()
        self.view.let_go()
        super().done(result)
        self.deleteLater()
