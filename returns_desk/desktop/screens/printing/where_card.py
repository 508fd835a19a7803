"""Settings, a card of the first page: where labels and papers go, in two lines, and the way to the page of printers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from returns_desk.desktop.screens.printing.printer_words import say_printer
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.titled import emphasise, titled
from returns_desk.domain.printing import LABELS, PAPERS, Route


class WhereCard(Card):
    """``page_wanted``: show the page of printers."""

    page_wanted = Signal()
    said = Signal(str, str)  # tone, text

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Printers"))
        self._room = room
        self.setObjectName("printer_card")
        emphasise(self)
        self._lines = {LABELS: label("", wraps=True), PAPERS: label("", wraps=True)}
        for family, title in ((LABELS, words("All labels")), (PAPERS, words("All papers"))):
            self._lines[family].setObjectName(f"where_{family}")
            self.body.addLayout(titled(title, self._lines[family]))
        self._others = label("", "small", wraps=True)
        button = push_button(words("Printers and print queue"), "open_printers")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.page_wanted)
        self.body.addWidget(self._others)
        self.body.addWidget(button)

    def show_settings(self) -> None:
        """Show where they go now."""
        words, routes = self._room.words, self._room.station.settings.routes
        for family, line in self._lines.items():
            line.setText(say_printer(words, routes.get(family, Route()).printer))
        own = len(routes.keys() - self._lines.keys())
        self._others.setText(words("Kinds with a printer of their own: {count}", count=own))
        self._others.setVisible(own > 0)
