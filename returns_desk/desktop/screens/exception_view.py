"""The chosen exception whole: what it is, why it stands out, what is known of it, and its ways as buttons with keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from returns_desk.desktop.icons import draw_icon, icon
from returns_desk.desktop.screens.exception_acts import Act
from returns_desk.desktop.screens.exception_jobs import WITH_A_LIFE
from returns_desk.desktop.screens.exception_words import TONES, facts_of, title_of
from returns_desk.desktop.screens.panels.facts import Facts
from returns_desk.desktop.screens.timeline_view import TimelineView
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.act_button import ActButton
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, clear, code_label, label, rule
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.exceptions import ExceptionRow, Way
from returns_desk.domain.snapshots import TimelineEntry
from returns_desk.wording import Words
from returns_desk.wording.exceptions import say_why

_ICONS = {
    "item": "package",
    "parcel": "package-open",
    "rma": "package",
    "batch": "boxes",
    "customer": "id-card",
    "scan": "scan-barcode",
}
_ICON_PIXELS = 44
_FEW = 6


class ExceptionView(Card):
    """``wanted`` tells the act that a person chose, ``life_wanted`` the number whose whole life is to be shown."""

    wanted = Signal(object)  # Act
    life_wanted = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self._acts: tuple[Act, ...] = ()
        self._row: ExceptionRow | None = None
        self.heading.hide()
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON_PIXELS, _ICON_PIXELS)
        self._title = code_label("", "title")
        self._kind = Chip()
        self._why = label("", "strong", wraps=True)
        self._facts = Facts()
        self._asks = label("", "heading", wraps=True)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        self._why_not = label("", "quiet", wraps=True)
        self._life = push_button("", "exception_life")
        self._life.setIcon(icon("search", theme["muted"]))
        self._life.setAccessibleName(words("From the parcel to the credit"))
        self._life.setToolTip(words("From the parcel to the credit"))
        self._life.clicked.connect(lambda: self.life_wanted.emit(self._row.number if self._row else ""))
        self._happened = label(words("What happened"), "heading")
        self.timeline = TimelineView(words, theme)
        self._lay_out()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._title)
        names.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeading)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)
        top.addWidget(self._life, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        for part in (self._why, self._facts, rule(), self._asks):
            self.body.addWidget(part)
        self.body.addLayout(self._buttons)
        self.body.addWidget(self._why_not)
        self.body.addWidget(self._happened)
        self.body.addWidget(self.timeline, 1)
        self.body.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_life(self, entries: Sequence[TimelineEntry], *, has_room: bool) -> None:
        """Show what happened to it, newest first, where there is room below the ways."""
        shown = bool(entries) and has_room
        self._happened.setVisible(shown)
        self.timeline.setVisible(shown)
        self.body.setStretch(self.body.count() - 1, 0 if shown else 1)
        if shown:
            self.timeline.show_entries(tuple(entries)[::-1])

    def show_row(self, row: ExceptionRow, acts: Sequence[Act], asking: Way | None) -> None:
        """Show one; while a way asks further, its answers stand where the ways were."""
        words, self._row = self._words, row
        self._icon.setPixmap(draw_icon(_ICONS[row.subject], self._theme["brand"], _ICON_PIXELS))
        self._title.setText(title_of(words, row))
        self._kind.show_word(words.name(row.kind), TONES.get(row.kind, "brand"))
        why = say_why(words, row)
        self._why.setText(why)
        self.setAccessibleName(f"{words.name(row.kind)}, {title_of(words, row)}: {why}")
        self._facts.clear()
        for name, value, code in facts_of(words, row):
            self._facts.add(name, value, code=code)
        self._facts.setVisible(asking is None)  # room for the answers
        self._asks.setText(self._says(asking))
        self._show_acts(tuple(acts))
        self._life.setVisible(row.subject in WITH_A_LIFE)

    def _says(self, asking: Way | None) -> str:
        match asking:
            case Way.OWNER:
                return self._words("Who is to settle it? Esc leaves it")
            case Way.REASON:
                return self._words("Why does it wait? Esc leaves it")
        return self._words("Ways to settle it")

    def _show_acts(self, acts: tuple[Act, ...]) -> None:
        why_not = next((act.why_not for act in acts if act.why_not), "")
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        if acts == self._acts:
            return
        self._acts = acts
        clear(self._buttons)
        self._buttons.setSpacing(8 if len(acts) <= _FEW else 4)
        for number, act in enumerate(acts, start=1):
            self._buttons.addWidget(self._button(number, act))

    def _button(self, number: int, act: Act) -> QPushButton:
        name = f"way_{act.way.value.replace(' ', '_')}" + (f"_{act.answer}" if act.answer else "")
        button = ActButton(act.title, str(number), act.detail, primary=self._acts.index(act) == 0)
        button.setObjectName(name)
        button.setEnabled(not act.why_not)
        button.setToolTip(act.why_not)
        button.clicked.connect(lambda: self.wanted.emit(act))
        return button

    def act(self, number: int) -> Act | None:
        """The button of a key, if it may be pressed."""
        found = self._acts[number - 1] if 0 < number <= len(self._acts) else None
        return found if found is not None and not found.why_not else None
