"""The shop's logo: shown as on paper, chosen from a file or dropped, taken away."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.screens.papering.board import Board
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.logos import read_logo
from returns_desk.wording.refusals import refusal_line

_PLACE = QSize(190, 68)


class LogoCard(Card):
    """``said`` tells why a picture was not taken: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        super().__init__(words("Logo"))
        self.setObjectName("logo_card")
        emphasise(self)
        self._room, self._board = room, board
        self._picture = label()
        self._picture.setObjectName("paper_logo")
        self._picture.setFixedSize(_PLACE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = push_button(words("Choose a picture…"), "paper_logo_choose")
        self._choose.clicked.connect(self.ask_for_file)
        self._take_away = push_button(words("Take away"), "paper_logo_away")
        self._take_away.clicked.connect(lambda: board.show_logo(b""))
        row = QHBoxLayout()
        row.addWidget(self._picture)
        row.addWidget(self._choose)
        row.addWidget(self._take_away)
        row.addStretch(1)
        self.body.addLayout(row)
        hint = words("PNG, JPEG or WebP; or drop a file here. What is see-through is printed white")
        self.body.addWidget(label(hint, "small", wraps=True))
        self.setAcceptDrops(True)
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def show_board(self) -> None:
        """Show the picture as it stands on white paper."""
        words, board = self._room.words, self._board
        picture = QPixmap()
        if board.logo:
            picture.loadFromData(board.logo)
        if picture.isNull():
            self._picture.setStyleSheet("")
            self._picture.setText(words("No logo"))
        else:
            self._picture.setStyleSheet("background: white")
            wanted = _PLACE - QSize(8, 8)
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(picture.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        self._picture.setAccessibleName(words("Logo"))
        self._choose.setEnabled(not board.why_not)
        self._take_away.setEnabled(not board.why_not and bool(board.logo))

    def ask_for_file(self) -> None:
        """Let a person choose a picture."""
        dialog = QFileDialog(self.window(), self._room.words("Choose the file"), documents_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter("PNG, JPEG, WebP (*.png *.jpg *.jpeg *.webp)")
        dialog.fileSelected.connect(lambda chosen: self.take_file(Path(chosen)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read a picture in the pool; it is the draft's logo then, and counts once it is saved."""
        slow = self._room.pool.begin(lambda _report: _read(path), while_alive(self, self._on_read))
        slow.failed.connect(self._room.runner.crashed)

    def _on_read(self, read: bytes | DeskError) -> None:
        if isinstance(read, DeskError):
            self.said.emit("bad", refusal_line(self._room.words, read))
        elif self._board.known:
            self._board.show_logo(read)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file of this computer; nothing is ever fetched from elsewhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()) and self._choose.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file that was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.take_file(Path(files[0]))
        event.acceptProposedAction()


def _read(path: Path) -> bytes | DeskError:
    """In the pool; a refusal is given back, for it is no fault."""
    try:
        return read_logo(path)
    except DeskError as refusal:
        return refusal
