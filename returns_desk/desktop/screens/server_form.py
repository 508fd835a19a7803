"""First start, the server: its address, and where its password is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from returns_desk.desktop.first_start_jobs import shown_address
from returns_desk.desktop.screens.form_page import FormPage
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.form_field import FormField
from returns_desk.usecases.join_server import PASSWORD_FILE
from returns_desk.wording import Words

EXAMPLE = "postgresql+psycopg://desk@server/returns"
_TARGET_PIXELS = 44
_MOST_WIDTH = 760


class ServerForm(FormPage):
    """``wanted`` tells address, password, and whether the password is to be kept on this computer."""

    wanted = Signal(str, str, bool)

    def __init__(self, room: Room, values: dict[str, str]) -> None:
        words = room.words
        super().__init__(words, words("Connect to a server"), words("Connect"), values)
        self._words = words
        values.setdefault("address", shown_address(room.station.settings.database))
        self._address = FormField("server_address", words("Address of the database"), EXAMPLE, latin=True)
        self._password = FormField(
            "server_password", words("Password"), words("Empty: as PostgreSQL keeps it"), secret=True, latin=True
        )
        self._keep = QCheckBox(words("Keep the password on this computer"))
        self._keep.setObjectName("server_keep")
        self._keep.setMinimumHeight(_TARGET_PIXELS)
        self._keep.setChecked(values.get("keep") == "yes")
        self._keep.toggled.connect(lambda on: values.update(keep="yes" if on else ""))
        self.take_fields({"address": self._address, "password": self._password})
        self.fill(self._lay_out(words, str(room.home / PASSWORD_FILE)))

    def _lay_out(self, words: Words, file: str) -> QWidget:
        card = Card()
        card.setMaximumWidth(_MOST_WIDTH)
        card.heading.hide()
        for part in (self._address, self._password, self._keep):
            card.body.addWidget(part)
        for line in (
            words(
                "Kept, it lies in {file}, which only this computer's user can read; the settings never hold it.",
                file=file,
            ),
            words("Not kept, it is asked for at every start."),
            words(
                "Best: leave it empty here and write it into {pgpass} (or the file named by {passfile}).",
                pgpass=".pgpass",
                passfile="PGPASSFILE",
            ),
        ):
            card.body.addWidget(label(line, "small", wraps=True))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return inside

    def take_scan(self, text: str) -> None:
        """Addresses are sometimes handed out as codes to be scanned."""
        self._address.show_text(text.strip())
        self.values["address"] = text.strip()
        self._password.line.setFocus()

    def try_to_go_on(self) -> None:
        """Tell what was typed; only the server knows whether it fits."""
        if not self.point_out({} if self._address.text else {"address": self._words("This is needed")}):
            self.wanted.emit(self._address.text, self._password.line.text(), self._keep.isChecked())

    def refuse(self, fact: str, why: str) -> None:
        """Say at the field that it concerns why the server was not joined."""
        self.point_out({"password" if fact == "password" else "address": why})
