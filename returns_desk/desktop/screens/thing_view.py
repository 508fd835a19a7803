"""One thing whole: what it is, its numbers and facts, what can be done with it, and its way from parcel to credit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.screens.item_jobs import ThingLook
from returns_desk.desktop.screens.panels.facts import Facts
from returns_desk.desktop.screens.thing_facts import describe
from returns_desk.desktop.screens.thing_labels import labels_of
from returns_desk.desktop.screens.thing_words import ICONS
from returns_desk.desktop.screens.timeline_view import TimelineView
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, code_label, label, rule
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.photo_strip import PhotoStrip
from returns_desk.domain.items import NO_PIECE, ItemState
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.wording import Words

_ICON_PIXELS = 44


class ThingView(Card):
    """``label_wanted`` asks for an item's label again, ``thing_wanted`` for another thing (kind, number).

    ``preview_wanted`` asks to see a label of the thing (kind of label, number).

    ``story_wanted`` asks for the whole way of the thing on a page of its own (kind, number).

    ``desk_wanted`` and ``inspection_wanted`` give the number of a piece that is to be taken in hand,
    ``place_wanted`` of one that goes into another bin.
    """

    label_wanted = Signal(str)
    desk_wanted = Signal(str)
    inspection_wanted = Signal(str)
    place_wanted = Signal(str)
    preview_wanted = Signal(str, str)
    thing_wanted = Signal(str, str)
    story_wanted = Signal(str, str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self.heading.hide()
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON_PIXELS, _ICON_PIXELS)
        self._title = label("", "title", wraps=True)
        self._numbers = code_label("", "quiet")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._says = label("", "strong", wraps=True)
        self._left, self._right, self._wide = Facts(), Facts(), Facts()
        self._steps = QWidget()
        self._buttons = FlowLayout(self._steps, gap=8)
        self.photos = PhotoStrip(words, theme)
        self._story = label("", "heading")
        self.timeline = TimelineView(words, theme)
        self._lay_out()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._numbers)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._icon)
        top.addLayout(names, 1)
        facts = QHBoxLayout()
        facts.setSpacing(24)
        facts.addWidget(self._left, 1, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._right, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        for part in (self._chips, self._says):
            self.body.addWidget(part)
        self.body.addLayout(facts)
        self.body.addWidget(self._wide)
        self.body.addWidget(self._steps)
        self.body.addWidget(self.photos)
        self.body.addWidget(rule())
        self.body.addWidget(self._story)
        self.body.addWidget(self.timeline, 1)

    def show_thing(self, look: ThingLook) -> None:
        """Show a thing."""
        shown = describe(self._words, look)
        self._icon.setPixmap(draw_icon(ICONS[look.kind], self._theme["brand"], _ICON_PIXELS))
        self._title.setText(shown.title)
        self._numbers.setText(shown.numbers)
        self.setAccessibleName(f"{shown.title} {shown.numbers}")
        self._show_chips(shown.chips)
        words = self._words
        of_stock = look.kind == "product"
        self._story.setText(words("Last stock movements") if of_stock else words("From the parcel to the credit"))
        self._says.setText(shown.says)
        self._says.setVisible(bool(shown.says))
        there = tuple(fact for fact in shown.facts if fact[1])
        half = (len(there) + 1) // 2
        for facts, part in ((self._left, there[:half]), (self._right, there[half:]), (self._wide, shown.wide)):
            facts.clear()
            for name, value, code in part:
                facts.add(name, value, code=code)
        self._wide.setVisible(any(value for _, value, _ in shown.wide))
        self._show_buttons(look, shown.things)
        self.photos.show_photos(look.photos)
        self.timeline.show_entries(look.timeline, shown.waits, look.taken_back)

    def _show_chips(self, chips: tuple[tuple[str, str], ...]) -> None:
        _empty(self._flow)
        for word, tone in chips:
            self._flow.addWidget(Chip(word, tone))
        self._chips.setVisible(bool(chips))

    def _show_buttons(self, look: ThingLook, things: tuple[tuple[str, str, str], ...]) -> None:
        _empty(self._buttons)
        if look.kind == "item":
            again = push_button(self._words("Print the label again"), "label_again", "primary")
            again.clicked.connect(lambda: self.label_wanted.emit(look.number))
            self._buttons.addWidget(again)
            self._show_acts(look)
        for kind, title in labels_of(self._words, look):
            name = "show_label" if kind == look.kind else f"show_{kind}_label"
            show = push_button(title, name)
            show.clicked.connect(lambda _=False, kind=kind: self.preview_wanted.emit(kind, look.number))
            self._buttons.addWidget(show)
        if look.kind != "product":
            whole = push_button(self._words("The whole story"), "go_story")
            whole.clicked.connect(lambda: self.story_wanted.emit(look.kind, look.number))
            self._buttons.addWidget(whole)
        for kind, number, title in things:
            button = push_button(title, f"go_{kind}")
            button.clicked.connect(lambda _=False, kind=kind, number=number: self.thing_wanted.emit(kind, number))
            self._buttons.addWidget(button)

    def _show_acts(self, look: ThingLook) -> None:
        """What can be done with a piece that is here: to take it in hand, to move it, to inspect it once more."""
        item = look.thing
        if not isinstance(item, ItemSnapshot) or item.state in (*NO_PIECE, ItemState.GONE):
            return
        if item.disposition is None:
            to_desk = push_button(self._words("Open at the desk"), "open_at_desk")
            to_desk.clicked.connect(lambda: self.desk_wanted.emit(look.number))
            self._buttons.addWidget(to_desk)
        if item.disposition is not None:
            place = push_button(self._words("Move") if item.place else self._words("Say which place"), "put_in_place")
            place.clicked.connect(lambda: self.place_wanted.emit(look.number))
            self._buttons.addWidget(place)
        if item.grade is not None:
            anew = push_button(self._words("Inspect again"), "inspect_again")
            anew.clicked.connect(lambda: self.inspection_wanted.emit(look.number))
            self._buttons.addWidget(anew)


def _empty(flow: FlowLayout) -> None:
    """Take everything out of a flow, for good."""
    while (item := flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
