"""One field for each material, in kilograms: what the scale said, above what the products weigh."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.domain.rules import Stream
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words

_COLUMNS = 3
_FIELD = 84
_MOST_KILOGRAMS = 1_000_000


class StreamFields(QWidget):
    """``stream_…``: what is in a field stays while the same batch, with the same weights, is shown again."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._face: object = None
        self.lines = {stream: self._line(stream) for stream in Stream}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for place, (stream, line) in enumerate(self.lines.items()):
            cell = QHBoxLayout()
            cell.setSpacing(6)
            name = label(words.name(stream))
            name.setBuddy(line)
            cell.addWidget(name, 1)
            cell.addWidget(line)
            grid.addLayout(cell, place // _COLUMNS, place % _COLUMNS)

    def _line(self, stream: Stream) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"stream_{stream.value}")
        line.setAccessibleName(self._words.name(stream))
        line.setFixedWidth(_FIELD)
        line.setMaxLength(12)
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.textEdited.connect(lambda: restyle(line, wrong="false"))
        return line

    def show_batch(self, batch: BatchSnapshot, *, may: bool) -> None:
        """Show what was weighed; where nothing was, what the products weigh stands there in grey."""
        measured, proposed = dict(batch.streams), dict(batch.given.by_products) if batch.given else {}
        face = (batch.row.number, measured, proposed)
        for stream, line in self.lines.items():
            line.setEnabled(may)
            if face != self._face:
                line.setText(_kilograms(measured.get(stream, 0)))
                line.setPlaceholderText("" if measured else _kilograms(proposed.get(stream, 0)))
                restyle(line, wrong="false")
        self._face = face

    def answers(self) -> dict[str, str] | None:
        """What was entered, by material; with nothing entered what stands in grey; ``None`` where one is no weight."""
        texts = {stream: line.text().strip().replace(",", ".") for stream, line in self.lines.items()}
        if not any(texts.values()):
            texts = {stream: line.placeholderText() for stream, line in self.lines.items()}
        wrong = [stream for stream, text in texts.items() if text and not _is_weight(text)]
        for stream in wrong:
            restyle(self.lines[stream], wrong="true")
        if wrong:
            self.lines[wrong[0]].setFocus()
            return None
        return {stream.value: text for stream, text in texts.items() if text}


def _kilograms(grams: int) -> str:
    return f"{Decimal(grams) / 1000:f}" if grams else ""


def _is_weight(text: str) -> bool:
    try:
        return Decimal(0) < Decimal(text) < _MOST_KILOGRAMS
    except InvalidOperation:
        return False
