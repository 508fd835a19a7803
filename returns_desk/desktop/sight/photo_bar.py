"""Below the camera's picture: what the next photograph shows, and the button that takes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.buttons import keyed_button, push_button
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.domain.photos import PhotoKind
from returns_desk.wording import Words


class PhotoBar(QWidget):
    """Kinds to choose from, what is needed first; hidden where there is nothing to photograph."""

    chosen = Signal(str)
    shot_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("photo_bar")
        self._words = words
        self._kinds: dict[PhotoKind, QPushButton] = {}
        chips = QWidget()
        self._flow = FlowLayout(chips)
        self._take = keyed_button(words("Photograph"), "F4", "photo_take")
        self._take.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._take.clicked.connect(self.shot_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._take)
        column.addWidget(chips)
        self.hide()

    @property
    def has_kinds(self) -> bool:
        """Whether there is something to photograph."""
        return bool(self._kinds)

    def offer(self, kinds: tuple[PhotoKind, ...], needed: tuple[PhotoKind, ...], chosen: PhotoKind | None) -> None:
        """Offer these kinds, mark those that are needed, and say which one the next photograph is."""
        if tuple(self._kinds) != kinds:
            self._make(kinds)
        for kind, button in self._kinds.items():
            button.setChecked(kind is chosen)
            restyle(button, tone="ask" if kind in needed else "")
            name = self._words.name(kind)
            button.setText(self._words("{kind}: needed", kind=name) if kind in needed else name)
        if chosen is not None:
            self._take.setAccessibleName(self._words("Photograph: {kind}", kind=self._words.name(chosen)))
        self.setVisible(bool(kinds))

    def _make(self, kinds: tuple[PhotoKind, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._kinds = {}
        for kind in kinds:
            button = push_button(self._words.name(kind), f"photo_kind_{kind.value}", "chip")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, value=kind.value: self.chosen.emit(value))
            self._flow.addWidget(button)
            self._kinds[kind] = button
