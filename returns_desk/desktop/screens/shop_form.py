"""First start, the empty shop: one short form for the company and its first supervisor, checked field by field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.screens.form_page import FormPage
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.form_field import FormField
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.domain.beginnings import FirstPerson, NewShop, misfits
from returns_desk.domain.printer_address import parse_address
from returns_desk.domain.printing import LABELS, Route
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import Company
from returns_desk.scanning.own_codes import read_own_code
from returns_desk.usecases.start_shop import new_badge
from returns_desk.wording import Words
from returns_desk.wording.misfits import say_misfit

CURRENCIES = ("ILS", "EUR", "USD", "GBP")
_PRINTER, _EXAMPLE = "label_printer", "192.168.1.40:9100"
_MADE = "made_badge"  # the badge in the field was made here: nobody holds it yet


class ShopForm(FormPage):
    """``wanted`` tells the shop once every field fits, and whether its badge was made here."""

    wanted = Signal(object, bool)  # NewShop

    def __init__(self, room: Room, values: dict[str, str]) -> None:
        words = room.words
        super().__init__(words, words("Empty shop"), words("Begin this shop"), values)
        self._room = room
        self._fields = {field.line.objectName(): field for field in _make_fields(words)}
        self._currency = Choice("currency", words("Currency"), [(code, code) for code in CURRENCIES])
        self._currency.show_value(values.setdefault("currency", CURRENCIES[0]))
        self._currency.chosen.connect(lambda code: values.update(currency=code))
        self._language = Choice("first_language", words("Language"), (("he", "עברית"), ("en", "English")))
        self._language.show_value(words.language)
        self._language.chosen.connect(lambda language: change_settings(room.station, language=language))
        make = push_button(words("Make one"), "make_badge")
        make.setAccessibleDescription(words("A new badge that nobody can guess; it is printed afterwards."))
        make.clicked.connect(self._make_badge)
        self._fields["badge"].add_beside(make)
        self._fields["badge"].edited.connect(lambda _: values.update({_MADE: ""}))
        self.take_fields(self._fields)
        self.fill(self._lay_out(words))

    def _lay_out(self, words: Words) -> QWidget:
        company, person = Card(words("The company, as papers name it")), Card(words("The first supervisor"))
        emphasise(company)
        emphasise(person)
        for name in ("name", "company_number", "address", "phone"):
            company.body.addWidget(self._fields[name])
        company.body.addWidget(self._currency)
        for name in ("supervisor", "badge"):
            person.body.addWidget(self._fields[name])
        pins = QHBoxLayout()
        pins.setSpacing(10)
        for name in ("pin", "pin_again"):
            pins.addWidget(self._fields[name], 1, Qt.AlignmentFlag.AlignTop)
        person.body.addLayout(pins)
        person.body.addWidget(self._language)
        person.body.addWidget(self._fields[_PRINTER])
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in (company, person):
            side = QVBoxLayout()
            side.addWidget(card)
            side.addStretch(1)
            row.addLayout(side, 1)
        return both

    def take_scan(self, text: str) -> None:
        """A badge was scanned, wherever the cursor was."""
        own = read_own_code(text)
        badge = self._fields["badge"]
        badge.show_text(own.reading.value if own is not None else text.strip().upper()[:40])
        self.values.update({"badge": badge.text, _MADE: ""})
        wrong = misfits(self._shop()).get("badge")
        badge.show_wrong(say_misfit(self._room.words, wrong) if wrong else "")
        (badge if wrong else self._fields["pin"]).line.setFocus()

    def _make_badge(self) -> None:
        self._fields["badge"].show_text(new_badge())
        self.values.update({"badge": self._fields["badge"].text, _MADE: "yes"})
        self._fields["pin"].line.setFocus()

    def _shop(self) -> NewShop:
        texts = {name: " ".join(field.text.split()) for name, field in self._fields.items()}
        company = Company(
            texts["name"],
            texts["company_number"].upper(),
            texts["address"],
            texts["phone"],
            currency=self._currency.value,
        )
        # a PIN with a blank in it is no PIN: it is taken as it was typed
        pin = self._fields["pin"].line.text()
        return NewShop(
            company, FirstPerson(texts["supervisor"], texts["badge"].upper(), pin, self._room.words.language)
        )

    def try_to_go_on(self) -> None:
        """Say at every field what does not fit; when all does, tell the shop."""
        words, shop = self._room.words, self._shop()
        found = {name: say_misfit(words, misfit) for name, misfit in misfits(shop).items()}
        if "pin" not in found and self._fields["pin_again"].line.text() != shop.person.pin:
            found["pin_again"] = words("The two PINs differ")
        printer = self._fields[_PRINTER].text
        if printer and not _label_route(printer):
            found[_PRINTER] = words("Write a name or number with its port, such as {example}", example=_EXAMPLE)
        if not self.point_out(found):
            if printer:
                routes = self._room.station.settings.routes | {LABELS: Route(_label_route(printer))}
                change_settings(self._room.station, routes=routes)
            self.wanted.emit(shop, self.values.get(_MADE) == "yes")


def _label_route(text: str) -> str:
    """The address of a label printer that was typed; empty for what is none."""
    try:
        return parse_address(f"zpl://{text.removeprefix('zpl://')}")
    except BadValue:
        return ""


def _make_fields(words: Words) -> tuple[FormField, ...]:
    """The fields, in the order of the form and of Tab."""
    return (
        FormField("name", words("Name of the shop")),
        FormField("company_number", words("Company number"), latin=True),
        FormField("address", words("Address")),
        FormField("phone", words("Phone"), latin=True),
        FormField("supervisor", words("Name")),
        FormField("badge", words("Badge"), words("Scan the badge"), latin=True),
        FormField("pin", words("PIN, 4 to 12 digits"), secret=True, latin=True),
        FormField("pin_again", words("The same PIN again"), secret=True, latin=True),
        FormField(_PRINTER, words("Label printer on the network; without one labels are files"), _EXAMPLE, latin=True),
    )
