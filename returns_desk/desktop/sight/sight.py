"""Joins camera and pictures to the window: F9 and its button, F4, drop, paste, and the panel beside the desk.

It watches the window from outside, so that the window knows nothing of cameras; everything dear is imported when it is
first used.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from returns_desk.desktop.icons import icon
from returns_desk.desktop.sight.photographs import Photographs
from returns_desk.desktop.sight.shooting import Shooting
from returns_desk.desktop.slow_work import Pool
from returns_desk.desktop.theme import load_theme
from returns_desk.settings import Settings

if TYPE_CHECKING:
    from returns_desk.desktop.camera import FrameSource
    from returns_desk.desktop.shell import Shell
    from returns_desk.desktop.sight.beside import Beside
    from returns_desk.desktop.sight.brought import Brought
    from returns_desk.desktop.sight.live import Live

_PASTE_KEYS = (Qt.Key.Key_V, 0x5D4)  # V, also while the keyboard is set to Hebrew
_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Sight(QObject):
    """The eyes of one window. ``source`` makes what gives frames; left empty it is the computer's camera."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self.source: Callable[[], FrameSource] | None = None
        self._shell, self._settings = shell, shell.settings
        # a pool of its own: frames never wait behind an import, and paper never waits behind frames
        self._pool = Pool()
        shell.photographs = self.photographs = Photographs(shell, self._pool)
        self.shooting = Shooting(self, shell, self.photographs)
        self._beside: Beside | None = None
        self._live: Live | None = None
        self._brought: Brought | None = None
        shell.setAcceptDrops(True)
        shell.installEventFilter(self)
        shell.settings_changed.connect(self._on_settings)
        shell.runner.happened.connect(self._on_happened)
        shell.closed.connect(self._on_closed)
        self._dress_desk()

    @property
    def live(self) -> "Live | None":
        """The camera, while it is on."""
        return self._live

    @property
    def beside(self) -> "Beside | None":
        """The place beside the desk, once it was needed."""
        return self._beside

    @property
    def is_live(self) -> bool:
        """Whether the camera is on."""
        return self._live is not None

    def still(self) -> QImage:
        """What the camera sees now, for whoever keeps photographs; a null picture while it is off."""
        return self._live.still() if self._live is not None else QImage()

    def open(self) -> None:
        """Show the panel and switch the camera on; says so in words where that cannot be."""
        beside = self._ready()
        beside.show_beside(True)
        if self._live is not None:
            return
        try:
            # Qt's multimedia part, when a camera is first wanted, and only where the platform has what it needs
            from returns_desk.desktop.camera import Camera  # noqa: PLC0415
            from returns_desk.desktop.sight.live import Live  # noqa: PLC0415
        except ImportError:
            self._say_no_software(beside)
            return
        self._live = Live(beside.stand, (self.source or Camera)(), self._settings.camera_again_ms, self)
        self._live.open()
        self.shooting.offer_kinds()

    def close(self) -> None:
        """Switch the camera off and put the panel away, with whatever it asked."""
        if self._brought is not None:
            self._brought.leave()
        if self._live is not None:
            self._live.close()
            self._live.deleteLater()
            self._live = None
        if self._beside is not None:
            self._beside.show_beside(False)

    def turn(self) -> None:
        """F9: open what is closed, close what is open."""
        if self._beside is not None and self._beside.isVisible():
            self.close()
        else:
            self.open()

    def bring(self, content: QMimeData) -> bool:
        """Look at pictures that somebody brought; what holds none is left to whom it was meant for."""
        if not content.hasImage() and not any(url.isLocalFile() for url in content.urls()):
            return False
        if self._brought is None:
            from returns_desk.desktop.sight.brought import Brought  # noqa: PLC0415  the decoders, when first wanted

            self._brought = Brought(self._ready().stand, self.photographs, self)
            self._brought.said.connect(self._say)
            self._brought.asking.connect(self._on_asking)
        return self._brought.bring(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F9, Ctrl+V, the keys of a question, and what is dropped; everything else goes on to the window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event, in_field=isinstance(watched, QLineEdit))
        if event.type() in _DROPS and isinstance(event, QDropEvent):
            return self._take_drop(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent, *, in_field: bool) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _PASTE_KEYS:
            content = QGuiApplication.clipboard().mimeData()
            return not (in_field and content.hasText()) and self.bring(content)
        if in_field:
            return False
        if event.key() in (Qt.Key.Key_F9, Qt.Key.Key_F4):
            if not event.isAutoRepeat():
                self._press(event)
            return True
        return self._beside is not None and self._beside.isVisible() and self._beside.stand.panel.take_key(event)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F9:
            self.turn()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.photographs.choose_next()
        else:
            self.shooting.photograph()

    def _take_drop(self, event: QDropEvent) -> bool:
        content = event.mimeData()
        wanted = content.hasImage() or any(url.isLocalFile() for url in content.urls())
        if not wanted or (event.type() == QEvent.Type.Drop and not self.bring(content)):
            return False
        event.acceptProposedAction()
        return True

    def _ready(self) -> "Beside":
        """The place beside the desk, made when it is first needed."""
        if self._beside is None:
            from returns_desk.desktop.sight.beside import Beside  # noqa: PLC0415  not before it is needed

            self._beside = Beside(self._shell, self._settings, self._pool)
            panel = self._beside.stand.panel
            panel.close_wanted.connect(self.close)
            panel.photo_bar.chosen.connect(self.photographs.choose)
            panel.photo_bar.shot_wanted.connect(self.shooting.photograph)
        return self._beside

    def _say_no_software(self, beside: "Beside") -> None:
        from returns_desk.desktop.sight.troubles import CameraTrouble, say_camera_trouble  # noqa: PLC0415  when needed

        words = self._shell.words
        title, way_on = say_camera_trouble(words, CameraTrouble.NO_SOFTWARE)
        beside.stand.panel.tell(title, way_on, word=words("No picture"), tone="bad")

    def _on_asking(self, asking: bool) -> None:
        """A brought picture needs the panel, or gives it back."""
        if self._live is not None:
            self._live.pause(asking)
        self._ready().show_beside(asking or self._live is not None)

    def _say(self, tone: str, title: str, detail: str) -> None:
        """Say something in the desk's band, where the clerk looks."""
        self._shell.show_screen("desk")
        self._shell.desk.band.show_band(tone, title, detail)

    def _dress_desk(self) -> None:
        """Put the camera's button beside the field for codes; the desk is made anew with every language and theme."""
        self._dressed = self._shell.desk
        words, band = self._shell.words, self._dressed.band
        band.scan_text.installEventFilter(self)
        band.scan_text.setAcceptDrops(False)  # a picture dropped there is dropped on the desk
        button = QToolButton()
        button.setObjectName("camera")
        button.setIcon(icon("camera", load_theme(self._settings.theme)["brand"], 26))
        button.setIconSize(QSize(26, 26))
        button.setText("F9")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setAccessibleName(words("Camera"))
        button.setToolTip(words("Camera: F9. Pictures can be dropped here, or pasted: Ctrl+V"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(56, 56)
        button.clicked.connect(self.turn)
        layout = band.layout()
        if layout is not None:
            layout.addWidget(button)

    def _on_settings(self, settings: Settings) -> None:
        """Another language or theme: what stands beside the desk is made anew, and goes on."""
        was_live, self._settings = self.is_live, settings
        if self._shell.desk is self._dressed:
            return
        self.close()
        if self._brought is not None:
            self._brought.deleteLater()
            self._brought = None
        if self._beside is not None:
            self._beside.take_out()
            self._beside = None
        self._dress_desk()
        if was_live:
            self.open()

    def _on_happened(self, _events: object) -> None:
        if self._beside is not None:
            self._beside.stand.forget()

    def _on_closed(self) -> None:
        self.close()
        self._pool.close()
