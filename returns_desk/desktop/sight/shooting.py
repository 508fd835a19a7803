"""Photographing with the camera: F4 takes what the bar below the picture says, and opens the camera where it is off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from returns_desk.desktop.sight.photographs import Photographs

if TYPE_CHECKING:
    from returns_desk.desktop.shell import Shell
    from returns_desk.desktop.sight.sight import Sight


class Shooting(QObject):
    """Joins the camera, the bar of kinds and the photographs of one window."""

    def __init__(self, sight: "Sight", shell: "Shell", photographs: Photographs) -> None:
        super().__init__(sight)
        self._sight, self._shell, self._photographs = sight, shell, photographs
        photographs.said.connect(self._say)
        photographs.wanted.connect(sight.open)
        photographs.changed.connect(self.offer_kinds)

    def photograph(self) -> None:
        """Photograph what lies on the bench; with the camera off it is opened first."""
        self._shell.show_screen("desk")  # where the piece lies, and where it is said how it went
        kind, live = self._photographs.chosen, self._sight.live
        if kind is None:
            words = self._shell.words
            self._show("bad", words("There is nothing to photograph"), words("Scan a parcel or an item first."))
        elif live is None:
            self._sight.open()
        elif live.still().isNull():
            self._say_no_picture()
        else:
            self._photographs.keep(live.still(), kind)

    def offer_kinds(self) -> None:
        """Show below the camera's picture what can be photographed now."""
        if self._sight.beside is not None:
            subject = self._photographs.subject
            kinds = subject.kinds if self._sight.live is not None else ()
            self._sight.beside.stand.panel.photo_bar.offer(kinds, subject.needed, self._photographs.chosen)

    def _say_no_picture(self) -> None:
        """There is nothing to keep a photograph of: why, and what works all the same."""
        from returns_desk.desktop.sight.troubles import CameraTrouble, say_camera_trouble  # noqa: PLC0415  when needed

        words, live = self._shell.words, self._sight.live
        trouble = live.trouble if live is not None else None
        title, way_on = say_camera_trouble(words, trouble or CameraTrouble.NO_PICTURE)
        also = words("A picture can be dropped here, or pasted: Ctrl+V.")
        self._show("bad", title, f"{way_on} {also}")

    def _show(self, tone: str, title: str, detail: str) -> None:
        self._shell.desk.band.show_band(tone, title, detail)

    def _say(self, tone: str, title: str, detail: str) -> None:
        """Say it in the desk's band, whatever screen is in front, and beside the camera."""
        self._show(tone, title, detail)
        if self._sight.beside is not None and self._sight.live is not None and tone == "ok":
            self._sight.beside.stand.panel.tell(title, word=self._shell.words("Kept"), tone=tone)
