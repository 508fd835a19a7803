"""How it goes at the desk: the four scans as pictures with words, in the order they come."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import label
from returns_desk.wording import Words


class Teaching(QWidget):
    """Parcel, item, grade, decision."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for number, (icon_name, title, detail) in enumerate(_steps(words), start=1):
            row.addLayout(self._step(theme, icon_name, f"{number}. {title}", detail), 1)

    def _step(self, theme: Theme, icon_name: str, title: str, detail: str) -> QVBoxLayout:
        picture = QLabel()
        picture.setPixmap(draw_icon(icon_name, theme["brand"], 48))
        column = QVBoxLayout()
        column.setSpacing(6)
        for part in (picture, label(title, "strong", wraps=True), label(detail, "small", wraps=True)):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(part)
        column.addStretch(1)
        return column


def _steps(words: Words) -> tuple[tuple[str, str, str], ...]:
    """The four scans: icon, name, what to do."""
    return (
        ("package", words("Parcel"), words("Scan the shipping label or the return number.")),
        ("scan-barcode", words("Item"), words("Scan the barcode of what is inside.")),
        ("clipboard-check", words("Grade"), words("Scan the grade, or press 1 to 5.")),
        ("gavel", words("Decision"), words("Scan OK or press Enter: the label is printed.")),
    )
