"""Try the scanner: shows a few codes to scan from the screen or from paper, and says how the scanner is set up."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.calibration import Trial, Verdict, judge, match_code
from returns_desk.desktop.calibration_words import say_verdict
from returns_desk.desktop.key_listener import KeyListener
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.bars_view import BarsView
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, clear, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.documents.scanner_sheet import TRIAL_CODES, trial_bars, trial_codes

_LEAST_SIZE = QSize(1000, 620)  # bars that scanners read from a screen, and room for every line


class CalibrationDialog(QDialog):
    """Hears every scanner as long as it is open; nothing of it reaches the desk."""

    accepted_verdict = Signal(object)  # the Verdict whose pace is to be kept
    sheet_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = room.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calibration")
        self.setWindowTitle(words("Try the scanner"))
        self.setMinimumSize(_LEAST_SIZE)
        self._room = room
        self._trials: list[Trial] = []
        self.verdict = Verdict()
        self._chips: dict[str, Chip] = {}
        self._says = QVBoxLayout()
        self._says.setSpacing(6)
        self._keep = push_button(words("Keep this pace"), "keep_pace", "primary")
        self._keep.clicked.connect(self._on_keep)
        self._lay_out()
        self._listen()
        self._show()

    def _lay_out(self) -> None:
        words = self._room.words
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(words("Try the scanner"), "title"))
        column.addWidget(label(words("Scan each code once, in any order, from here or from the sheet."), wraps=True))
        cards = QHBoxLayout()
        cards.setSpacing(10)
        for code in trial_codes(words):
            card, bars = Card(code.words), trial_bars(code)
            chip = self._chips[code.code] = Chip()
            card.head.addWidget(chip)
            card.body.addWidget(BarsView(bars, code.words))
            card.body.addWidget(label(code.also, "small", wraps=True))
            cards.addWidget(card, bars.width)
        column.addLayout(cards)
        heard = Card(words("What was heard"))
        heard.body.addLayout(self._says)
        heard.body.addStretch(1)
        column.addWidget(heard, 1)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        words = self._room.words
        sheet = push_button(words("Open the sheet"), "open_sheet")
        sheet.clicked.connect(self.sheet_wanted)
        again = push_button(words("Begin anew"), "begin_anew")
        again.clicked.connect(self._begin_anew)
        close = push_button(words("Close"), "calibration_close")
        close.clicked.connect(self.reject)
        for button in (sheet, again, close, self._keep):
            button.setAutoDefault(False)  # no Enter of a scanner presses anything
        row = QHBoxLayout()
        row.addWidget(close)
        row.addWidget(again)
        row.addWidget(sheet)
        row.addStretch(1)
        row.addWidget(self._keep)
        return row

    def _listen(self) -> None:
        self._listener = KeyListener(self)
        self._listener.heard.connect(self.hear)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self._listener)
        scanners = self._room.station.scanners
        if scanners is not None:
            scanners.lend(self._on_serial)

    def done(self, result: int) -> None:
        """Give the scanners back to the desk."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self._listener)
        self._listener.stop()
        scanners = self._room.station.scanners
        if scanners is not None:
            scanners.lend(None)
        super().done(result)

    def hear(self, trial: Trial) -> None:
        """Take the keys of one scan."""
        match = match_code(trial, TRIAL_CODES)
        if match is not None:
            self._trials.append(trial)
            self.verdict = judge(self._trials, TRIAL_CODES)
        self._show("" if match is not None else trial.text)

    def _on_serial(self, text: str) -> None:
        """The scanner on the serial port needs no pace."""
        words = self._room.words
        self._show()
        self._add_line("ok", words("The scanner on the serial port was heard: {text}. It needs no pace.", text=text))

    def _begin_anew(self) -> None:
        self._trials, self.verdict = [], Verdict()
        self._show()

    def _on_keep(self) -> None:
        self.accepted_verdict.emit(self.verdict)
        self.accept()

    def _show(self, stranger: str = "") -> None:
        words = self._room.words
        for code, chip in self._chips.items():
            read = code in self.verdict.read
            chip.show_word(words("Heard") if read else words("Waiting"), "ok" if read else "")
        clear(self._says)
        for tone, text in say_verdict(words, self.verdict):
            self._add_line(tone, text)
        if stranger:
            shown = "".join(sign if sign.isprintable() else "\N{SYMBOL FOR SUBSTITUTE}" for sign in stranger)[:40]
            self._add_line("bad", words("This is no code of the sheet: {text}", text=shown))
        self._keep.setEnabled(bool(self.verdict.read) and not self.verdict.is_too_slow)

    def _add_line(self, tone: str, text: str) -> None:
        line = Chip(text, tone)
        line.setWordWrap(True)
        line.setSizePolicy(line.sizePolicy().Policy.Expanding, line.sizePolicy().Policy.Preferred)
        self._says.addWidget(line)
