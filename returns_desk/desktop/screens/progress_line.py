"""How far a batch has come: five stations in a line, those behind it ticked, the one it stands at in strong letters."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import label, rule
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.wording import Words

_ICON_PIXELS = 18
_S = BatchState
_STATION: dict[BatchState, int] = {
    _S.COLLECTING: 0,
    _S.READY: 0,
    _S.SENT_BACK: 0,
    _S.SUBMITTED: 1,
    _S.APPROVED: 2,
    _S.AWAITING_AUTHORIZATION: 2,
    _S.AUTHORIZED: 2,
    _S.PACKED: 2,
    _S.SHIPPED: 3,
    _S.PENDING_CREDIT: 3,
    _S.PARTLY_CREDITED: 3,
    _S.SHORT_CREDIT: 3,
    _S.DISPUTED: 3,
    _S.WRITTEN_OFF: 4,
    _S.CREDITED: 4,
    _S.CLOSED: 5,
    _S.REJECTED: -1,
    _S.CANCELLED: -1,
}


class ProgressLine(QWidget):
    """Shows where a batch stands; one that was given up has come nowhere."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self._icons = [QLabel() for _ in range(5)]
        self._names = [label("") for _ in range(5)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number, (icon, name) in enumerate(zip(self._icons, self._names, strict=True)):
            if number:
                line = rule()
                line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                line.setMinimumWidth(8)
                row.addWidget(line, 1)
            icon.setFixedSize(_ICON_PIXELS, _ICON_PIXELS)
            row.addWidget(icon)
            row.addWidget(name)

    def show_state(self, state: BatchState, kind: PartnerKind) -> None:
        """Mark the station; goods that bring no credit end when they are closed."""
        words = self._words
        last = words("Credited") if kind is PartnerKind.SUPPLIER else words("Closed")
        titles = (words("Collecting"), words("Waiting"), words("Approved"), words("Shipped"), last)
        now = _STATION[state]
        for number, (icon, name) in enumerate(zip(self._icons, self._names, strict=True)):
            picture = "circle-check" if number < now else "circle-dot" if number == now else "circle"
            colour = self._theme["brand"] if number <= now else self._theme["muted"]
            icon.setPixmap(draw_icon(picture, colour, _ICON_PIXELS))
            name.setText(titles[number])
            restyle(name, part="strong" if number == now else "quiet")
        self.setAccessibleName(words.name(state))
