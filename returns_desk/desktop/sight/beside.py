"""Makes the place beside the desk where camera and pictures are shown; the desk moves over, nothing is covered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from returns_desk.desktop.sight.panel import SightPanel
from returns_desk.desktop.sight.stand import Stand
from returns_desk.desktop.sight.ticks import monotonic_ms
from returns_desk.desktop.slow_work import Pool
from returns_desk.desktop.theme import load_theme
from returns_desk.settings import Settings

if TYPE_CHECKING:
    from returns_desk.desktop.shell import Shell

_NARROWEST, _WIDEST = 300, 520
_SHARE = 0.27  # of the window's width


class Beside(QDockWidget):
    """The dock at the trailing edge of the window; hidden until it is needed."""

    def __init__(self, shell: "Shell", settings: Settings, pool: Pool) -> None:
        super().__init__(shell)
        self.setObjectName("beside")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget(self))
        self._shell = shell
        words = shell.words
        panel = SightPanel(words, load_theme(settings.theme), monotonic_ms)
        self.stand = Stand(words, panel, shell.runner, pool, shell.take_scan, monotonic_ms)
        ground = QWidget()
        ground.setObjectName("content")
        around = QVBoxLayout(ground)
        around.setContentsMargins(0 if not words.right_to_left else 10, 12, 10 if not words.right_to_left else 0, 12)
        around.addWidget(panel)
        self.setWidget(ground)
        self.hide()
        # docks are not mirrored by Qt: the trailing edge is said here
        trailing = (
            Qt.DockWidgetArea.LeftDockWidgetArea if words.right_to_left else Qt.DockWidgetArea.RightDockWidgetArea
        )
        shell.addDockWidget(trailing, self)

    def show_beside(self, shown: bool) -> None:
        """Come up in a good width, or go away."""
        self.setVisible(shown)
        if shown:
            width = min(max(_NARROWEST, round(self._shell.width() * _SHARE)), _WIDEST)
            self._shell.resizeDocks([self], [width], Qt.Orientation.Horizontal)
        self._shell.setFocus()

    def take_out(self) -> None:
        """Go for good."""
        self.hide()
        self._shell.removeDockWidget(self)
        self.deleteLater()
