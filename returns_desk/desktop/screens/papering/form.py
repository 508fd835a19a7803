"""The fields of the page of papers: the shop's details in one card, colour, sheet and footers in another."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.screens.papering.board import Board
from returns_desk.desktop.screens.papering.logo_card import LogoCard
from returns_desk.desktop.screens.papering.typed import COMPANY_FIELDS
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.form_field import FormField
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.domain.paper_look import BRAND, PaperSize
from returns_desk.wording import Words
from returns_desk.wording.paper_look import field_of_paper, say_contrast

COLOURS = (BRAND, "#1F3A8A", "#14532D", "#7F1D1D", "#4A148C", "#9A3412", "#222222")
_LATIN = ("company_number", "phone", "email", "colour")  # run left to right in any language
_WIDE = ("address", "address_en")  # over both columns
_SWATCH = QSize(22, 14)


class PaperForm(QWidget):
    """Writes to the board what is typed, and shows under each field what does not fit."""

    def __init__(self, room: Room, board: Board, logo: LogoCard) -> None:
        super().__init__()
        words = room.words
        self._words, self._board = words, board
        self._fields = {name: self._make_field(name) for name in (*COMPANY_FIELDS, "colour", "footer", "footer_en")}
        self._size = Choice(
            "paper_size",
            field_of_paper(words, "size"),
            [(PaperSize.A4.value, "A4"), (PaperSize.LETTER.value, "Letter")],
        )
        self._size.chosen.connect(lambda value: board.write("size", value))
        self._contrast = label("", "small", wraps=True)
        self._contrast.setObjectName("paper_contrast")
        self._swatches = [self._make_swatch(colour) for colour in COLOURS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._company_card(words))
        column.addWidget(logo)
        column.addWidget(self._look_card(words))
        column.addStretch(1)
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def _make_field(self, name: str) -> FormField:
        field = FormField(f"paper_{name}", field_of_paper(self._words, name), latin=name in _LATIN)
        field.edited.connect(lambda text: self._board.write(name, text))
        return field

    def _make_swatch(self, colour: str) -> QPushButton:
        button = push_button("", f"paper_colour_{colour[1:].lower()}", "chip")
        button.setCheckable(True)
        picture = QPixmap(_SWATCH)
        picture.fill(QColor(colour))
        button.setIcon(QIcon(picture))
        button.setIconSize(_SWATCH)
        button.setToolTip(colour)
        button.setAccessibleName(f"{field_of_paper(self._words, 'colour')} {colour}")
        button.clicked.connect(lambda: self._board.write("colour", colour))
        return button

    def _company_card(self, words: Words) -> Card:
        card = Card(words("The company, as papers name it"))
        emphasise(card)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        row = column = 0
        for name in COMPANY_FIELDS:
            wide = 2 if name in _WIDE else 1
            if column + wide > 2:
                row, column = row + 1, 0
            grid.addWidget(self._fields[name], row, column, 1, wide)
            column += wide
        card.body.addLayout(grid)
        return card

    def _look_card(self, words: Words) -> Card:
        card = Card(words("Colour, sheet and footer"))
        emphasise(card)
        card.body.addWidget(self._fields["colour"])
        card.body.addWidget(self._contrast)
        card.body.addWidget(in_line(*self._swatches))
        card.body.addWidget(self._size)
        card.body.addWidget(self._fields["footer"])
        card.body.addWidget(self._fields["footer_en"])
        return card

    def show_board(self) -> None:
        """Show the texts and what does not fit; the cursor stays where it is while the text is the same."""
        board = self._board
        texts, locked = board.texts, bool(board.why_not)
        for name, field in self._fields.items():
            if field.text != texts[name].strip():
                field.show_text(texts[name])
            field.line.setReadOnly(locked)
            restyle(field.line, locked="true" if locked else "false")
            field.show_wrong(board.faults.get(name, ""))
        self._size.show_value(texts["size"])
        for part in (self._size, *self._swatches):
            part.setEnabled(not locked)
        colour = board.look.colour
        for swatch, each in zip(self._swatches, COLOURS, strict=True):
            swatch.setProperty("checked", each == colour)
        self._contrast.setText("" if "colour" in board.faults else say_contrast(self._words, colour))
