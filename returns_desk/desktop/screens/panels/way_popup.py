"""All that speaks for a way and against it, above its button while mouse or focus is there; the keyboard reaches it."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.buttons import OptionButton
from returns_desk.desktop.widgets.card import label

_MOST_WIDTH, _ABOVE = 420, 6
_POINT_MS = 250  # a mouse on its way elsewhere asks for nothing


class WayPopup(QFrame):
    """Lies over what is above the ways, so that nothing moves; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._wholes: dict[OptionButton, tuple[str, ...]] = {}
        self._pointed: OptionButton | None = None
        self._title = label("", "strong")
        self._text = label("", wraps=True)
        says = QVBoxLayout(self)
        says.setContentsMargins(12, 10, 12, 10)
        says.setSpacing(2)
        says.addWidget(self._title)
        says.addWidget(self._text)
        self._pause = QTimer(self, singleShot=True, interval=_POINT_MS)
        self._pause.timeout.connect(self._show)
        self.hide()

    def listen_to(self, button: OptionButton) -> None:
        """From now on tell of this way."""
        button.pointed.connect(lambda came: self._on_pointed(button, came))

    def keep(self, button: OptionButton, whole: tuple[str, ...]) -> None:
        """Keep what is to be told of a way; while it is told, it changes at once."""
        if self._wholes.get(button) == whole:
            return
        self._wholes[button] = whole
        button.setAccessibleDescription(". ".join(whole))
        if self._pointed is button and not self.isHidden():
            self._show()

    @property
    def text(self) -> str:
        """What is told now."""
        return self._text.text()

    def _on_pointed(self, button: OptionButton, came: bool) -> None:
        self._pointed = button if came else None
        self.hide()
        self._pause.stop()
        if came:
            self._pause.start()

    def _show(self) -> None:
        button, over = self._pointed, self.parentWidget()
        whole = self._wholes.get(button, ()) if button is not None else ()
        self.hide()
        if button is None or over is None or not whole:
            return
        self._title.setText(button.accessibleName())
        self._text.setText("\n".join(whole))
        self.setMaximumWidth(min(_MOST_WIDTH, over.width()))
        self.adjustSize()
        corner = button.mapTo(over, QPoint(0, 0))
        row = button.parentWidget() or button  # above all ways: none is covered by what is told of another
        top = row.mapTo(over, QPoint(0, 0)).y() - self.height() - _ABOVE
        left = min(max(0, corner.x() + button.width() // 2 - self.width() // 2), over.width() - self.width())
        self.move(max(0, left), max(0, top))
        self.show()
        self.raise_()
