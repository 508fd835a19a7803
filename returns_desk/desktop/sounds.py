"""The two sounds of the desk: a high beep for done, a low buzz for refused.

Qt's multimedia part is loaded with the first sound, after the window stands; a station without it or without a sound
card stays silent, and the band says the same in colour and words.
"""

from typing import TYPE_CHECKING

from returns_desk.resources import resource

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class Sounds:
    """Says yes and no aloud, if the station wants sounds and can make them."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._effects: dict[str, QSoundEffect] = {}

    def want(self, wanted: bool) -> None:
        """Be heard from now on, or no more."""
        self._wanted = wanted

    def say_yes(self) -> None:
        """Done, and on the disk."""
        self._play("yes")

    def say_no(self) -> None:
        """Not understood, or refused."""
        self._play("no")

    def _play(self, name: str) -> None:
        effect = self._effect(name) if self._wanted else None
        if effect is not None:
            effect.play()

    def _effect(self, name: str) -> "QSoundEffect | None":
        if name in self._effects:
            return self._effects[name]
        try:
            # after the first paint, and only where the platform's sound library is there
            from PySide6.QtCore import QUrl  # noqa: PLC0415
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415
        except ImportError:
            self._wanted = False
            return None
        if QMediaDevices.defaultAudioOutput().isNull():
            self._wanted = False
            return None
        effect = QSoundEffect()
        effect.setSource(QUrl.fromLocalFile(str(resource("sounds", f"{name}.wav"))))
        self._effects[name] = effect
        return effect
