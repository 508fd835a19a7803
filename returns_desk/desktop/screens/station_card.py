"""Settings, first card: this station's name, language, colours and sounds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.desktop.theme import THEMES
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.titled import emphasise, titled
from returns_desk.wording import Words

_LONGEST_NAME = 40


class StationCard(Card):
    """``said`` tells how a change went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("This station"))
        self._room = room
        self.setObjectName("station_card")
        self._name = QLineEdit()
        self._name.setObjectName("station_name")
        self._name.setAccessibleName(words("Name of the station"))
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.editingFinished.connect(self._on_name)
        self._language = Choice("language_choice", words("Language"), (("he", "עברית"), ("en", "English")))
        self._language.chosen.connect(lambda language: change_settings(room.station, language=language))
        self._theme = Choice("theme_choice", words("Colours"), [(name, _say_theme(words, name)) for name in THEMES])
        self._theme.chosen.connect(lambda theme: change_settings(room.station, theme=theme))
        self._sounds = Choice("sounds_choice", words("Sounds"), (("on", words("On")), ("off", words("Off"))))
        self._sounds.chosen.connect(self._on_sounds)
        emphasise(self)
        self.body.addLayout(titled(words("Name"), self._name))
        self.body.addWidget(
            label(words("Counts after the next start; it is part of every item's number."), "small", wraps=True)
        )
        for choice in (self._language, self._theme, self._sounds):
            self.body.addWidget(choice)
        self.show_settings()

    def show_settings(self) -> None:
        """Show how the station is set."""
        settings = self._room.station.settings
        if not self._name.hasFocus():
            self._name.setText(settings.station_name)
        self._language.show_value(settings.language)
        self._theme.show_value(settings.theme)
        self._sounds.show_value("on" if settings.sounds else "off")

    def _on_name(self) -> None:
        name = " ".join(self._name.text().split())
        settings = self._room.station.settings
        if name and name != settings.station_name:
            change_settings(self._room.station, station=name)
            self.said.emit("ok", self._room.words("Saved: the name counts after the next start"))
        self._name.setText(self._room.station.settings.station_name)

    def _on_sounds(self, value: str) -> None:
        change_settings(self._room.station, sounds=value == "on")
        self.said.emit("ok", self._room.words("Saved"))


def _say_theme(words: Words, name: str) -> str:
    return {"light": words("Light"), "dark": words("Dark"), "contrast": words("High contrast")}[name]
