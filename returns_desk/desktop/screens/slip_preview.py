"""Shows a batch's slip as its next print will be, in Hebrew or English, to be printed or saved from there."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.scan_dialog import PassingDialog
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.slip_jobs import Paper, look_at_paper, open_pdf
from returns_desk.desktop.screens.slip_printing import SlipPrinting, say_paper
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label

_LANGUAGES = (("he", "עברית"), ("en", "English"))
_SIZE = QSize(820, 660)


class SlipPreview(PassingDialog):
    """Opens beside the work. Looking registers nothing; printing and saving do."""

    def __init__(self, room: Room, number: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slip_preview")
        self.setWindowTitle(room.words("Preview slip"))
        self._room, self._number, self.language = room, number, language
        self._paper: Paper | None = None
        self._opened: tuple[QPdfDocument, QBuffer] | None = None
        self._title = label("", "title")
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(room.words("Preview slip"))
        self._notice = Notice(room.words, room.theme)
        self._printing = SlipPrinting(room, self)
        self._printing.said.connect(self._notice.tell)
        self._printing.said.connect(lambda *_: self._look())
        self._printing.refused.connect(self._notice.refuse)
        self._languages = {code: self._language_button(code, name) for code, name in _LANGUAGES}
        self._lay_out()
        room_there = self.screen().availableSize() if self.screen() else _SIZE
        self.resize(_SIZE.boundedTo(room_there - QSize(40, 80)))
        self._look()

    def _language_button(self, code: str, name: str) -> QPushButton:
        button = push_button(name, f"slip_{code}", "chip")
        button.setCheckable(True)
        button.setChecked(code == self.language)
        button.clicked.connect(lambda: self._choose(code))
        return button

    def _lay_out(self) -> None:
        words = self._room.words
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for button in self._languages.values():
            head.addWidget(button)
        save = push_button(words("Save as file"), "slip_save")
        save.clicked.connect(self._ask_where)
        print_it = push_button(words("Print"), "slip_print", "primary")
        print_it.clicked.connect(lambda: self._printing.print_slip(self._number, self.language))
        close = push_button(words("Close"), "slip_close")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(close)
        buttons.addStretch(1)
        buttons.addWidget(save)
        buttons.addWidget(print_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addWidget(self._view, 1)
        column.addLayout(buttons)

    def _choose(self, language: str) -> None:
        self.language = language
        for code, button in self._languages.items():
            button.setChecked(code == language)
        self._look()

    def _look(self) -> None:
        number, language = self._number, self.language
        self._room.runner.do(
            lambda desk: look_at_paper(desk, number, language),
            while_alive(self, self._on_paper),
            while_alive(self, self._notice.refuse),
        )

    def _on_paper(self, paper: Paper) -> None:
        self._paper = paper
        self._title.setText(say_paper(self._room.words, paper))
        self._room.pool.begin(lambda _report: paper.draw(), while_alive(self, lambda drawn: self._show(paper, drawn)))

    def _show(self, paper: Paper, drawn: bytes) -> None:
        if paper is not self._paper:
            return  # another language was chosen meanwhile
        before = self._opened
        self._opened = open_pdf(drawn)
        self._view.setDocument(self._opened[0])
        if before is not None:
            before[0].close()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._opened[0].pageCount() if self._opened else 0

    def _ask_where(self) -> None:
        if self._paper is None:
            return
        dialog = QFileDialog(
            self, self._room.words("Save as file"), str(Path(documents_folder(), self._paper.file_name))
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self._printing.save_slip(self._number, self.language, Path(name)))
        dialog.open()

    def done(self, result: int) -> None:
        """Let go of the paper with the window."""
        self._view.setDocument(QPdfDocument(self._view))
        if self._opened is not None:
            self._opened[0].close()
        super().done(result)
        self.deleteLater()
