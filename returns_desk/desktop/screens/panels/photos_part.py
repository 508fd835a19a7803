"""The photographs of the piece in hand and its box, beside the findings; one button where there is no room for more."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from returns_desk.desktop.icons import icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.photo_strip import TILE, PhotoStrip
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.domain.photos import PhotoKind, PhotoSnapshot
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words

_GAP = 8
_WIDEST = 4  # tiles in a line that leave the findings their room


class PhotosPart(QWidget):
    """Joined to camera and shelf through its strip; hidden while there is nothing to show."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self._is_folded = False
        self._photos: tuple[PhotoSnapshot, ...] = ()
        self._needed: tuple[PhotoKind, ...] = ()
        self.strip = PhotoStrip(words, theme)
        self._button = push_button("", "photos", "mark")
        self._button.clicked.connect(self.photograph)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip)
        row.addWidget(self._button)
        self.hide()

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what was photographed and what is still needed."""
        self._photos, self._needed = bench.photos, bench.photos_needed
        self.strip.show_photos(self._photos, self._needed)
        self._say()
        self.fold(self._is_folded)

    def fold(self, folded: bool) -> None:
        """Take one line, where there is no room for pictures."""
        self._is_folded = folded
        tiles = len(self._photos) + len(self._needed)
        as_button = folded or tiles > _WIDEST
        self.strip.setFixedWidth(min(max(tiles, 1), _WIDEST) * (TILE.width() + _GAP))
        self.strip.setVisible(tiles > 0 and not as_button)
        self._button.setVisible(tiles > 0 and as_button)
        self.setVisible(tiles > 0)

    def _say(self) -> None:
        words = self._words
        needed = ", ".join(words.name(kind) for kind in self._needed)
        text = words("Photograph (F4): {kind}", kind=needed) if needed else ""
        text = text or words("Photographs: {count}", count=len(self._photos))
        self._button.setText(f"\N{NO-BREAK SPACE}{text}")
        self._button.setAccessibleName(text)
        self._button.setIcon(icon("camera", self._theme["warning" if needed else "ok"], size=18))
        restyle(self._button, tone="ask" if needed else "")

    def photograph(self) -> None:
        """Photograph what is needed next; where nothing is, show what there is."""
        if self._needed:
            self.strip.wanted.emit(self._needed[0].value)
        elif self._photos:
            self.strip.enlarged.emit(0)
