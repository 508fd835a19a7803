"""The Batches screen: what waits for somebody at the leading edge, the chosen batch beside it with its lines and steps.

A supervisor's day in two keys: A approves what is checked, R sends back; both are signed with badge and PIN. Each next
step on a batch's way has its key too, on its button.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.batch_acts import acts_for, say_standing
from returns_desk.desktop.screens.batch_bar import BatchBar
from returns_desk.desktop.screens.batch_head import BatchHead
from returns_desk.desktop.screens.batch_jobs import BatchesLook, Outcome, look_at_batches
from returns_desk.desktop.screens.batch_layout import GAP, BatchParts, lay_out_batches, lay_out_top
from returns_desk.desktop.screens.batch_lines import BatchLines
from returns_desk.desktop.screens.batch_list import BatchList
from returns_desk.desktop.screens.batch_outcome import say_outcome
from returns_desk.desktop.screens.batch_pages import BatchPage, BatchPages, brings_credit, is_sent
from returns_desk.desktop.screens.batch_steps import BatchSteps
from returns_desk.desktop.screens.batch_words import say_total
from returns_desk.desktop.screens.cartons_page import CartonsPage
from returns_desk.desktop.screens.credit_tail import CreditTailView
from returns_desk.desktop.screens.credits_page import CreditsPage
from returns_desk.desktop.screens.giving_page import GivingPage, giving_tab
from returns_desk.desktop.screens.landfill_line import landfill_line, show_landfill
from returns_desk.desktop.screens.no_batches import empty_page, say_partners
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.papers.page import papers_tab
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.screens.story.view import StoryView
from returns_desk.desktop.screens.timeline_view import TimelineView
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BatchRow, BatchSnapshot
from returns_desk.scanning.recogniser import recognise
from returns_desk.scanning.scan import ScanKind
from returns_desk.wording.rights import say_why_not

_HEBREW_KEYS = dict(zip("שרפדמגב", "ARPSNDC", strict=True))  # the letters of steps, where a Hebrew keyboard has them
_KEYS = {Qt.Key.Key_F11: "F11", Qt.Key.Key_F12: "F12"}
_SHOWN = (ScanKind.BATCH, ScanKind.DOCUMENT, ScanKind.CARTON)
_ALL_KEYS = {*_HEBREW_KEYS.values(), *_KEYS.values()}


class BatchesScreen(Screen):
    """Lists of suppliers, charities and recyclers; one batch whole."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("batches_screen")
        self._room = room
        self._kind = PartnerKind.SUPPLIER
        self._number = ""
        self._asked = 0
        self._look: BatchesLook | None = None
        self._tabs = {kind: self._make_tab(kind) for kind in PartnerKind}
        self.notice = Notice(room.words, room.theme)
        self._list = BatchList(room.words)
        self._head = BatchHead(room.words, room.theme)
        self._lines = BatchLines(room.words)
        self._credits = CreditsPage(room.words)
        self._tail = CreditTailView(room)
        self._cartons = CartonsPage(room)
        self._story = StoryView(room)
        self._landfill = landfill_line()
        self._giving = GivingPage(room)
        self._holds = BatchPages(
            (
                BatchPage("page_lines", room.words("Lines"), self._lines),
                giving_tab(room.words, self._giving),
                BatchPage("page_credits", room.words("Credits"), self._credits, self._credits, brings_credit),
                BatchPage("page_cartons", room.words("Cartons"), self._cartons, self._cartons, is_sent),
                papers_tab(room),
                BatchPage("page_story", room.words("Story"), self._story, self._story),
            )
        )
        self._bar = BatchBar(room.words)
        self._timeline = TimelineView(room.words, room.theme)
        self._steps = BatchSteps(room, self)
        self._empty = {kind: empty_page(room, kind) for kind in PartnerKind}
        self._pages = QStackedWidget()
        self._whole = self._batches_page()
        for page in (self._whole, *self._empty.values(), self._tail):
            self._pages.addWidget(page)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._list.chosen.connect(self._on_chosen)
        self._story.thing_wanted.connect(self._go_to_thing)
        self._story.papers_wanted.connect(lambda _number: self._holds.show_page("page_papers"))
        self._giving.wanted.connect(self._give)
        self._credits.reverse_wanted.connect(self._steps.crediting.reverse)
        self._tail.said.connect(self.notice.tell)
        self._tail.batch_wanted.connect(self.show_number)
        self._tail.tab.clicked.connect(self.look_again)
        self._list.approve_wanted.connect(self._steps.approve_all)
        self._lines.checks.toggled.connect(self._show_acts)
        self._bar.wanted.connect(self._take)
        self._steps.done.connect(self._on_done)
        self._steps.refused.connect(self._on_refused)
        self._steps.said.connect(self.notice.tell)

    def _make_tab(self, kind: PartnerKind) -> QPushButton:
        tab = push_button("", f"tab_{kind.value}", "chip")
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self._choose_kind(kind))
        return tab

    def _lay_out(self) -> None:
        words = self._room.words
        find = push_button(words("Find anything (Ctrl+K)"), "go_find")
        find.clicked.connect(lambda: self._room.go_to("items", ""))
        top = lay_out_top(label(words("Batches"), "screen"), (*self._tabs.values(), self._tail.tab), find)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)

    def _batches_page(self) -> QWidget:
        parts = BatchParts(self._list, self._landfill, self._timeline, self._head, self._holds, self._bar)
        return lay_out_batches(parts, self._room.words("What happened"))

    @property
    def batch(self) -> BatchSnapshot | None:
        """The batch that is shown."""
        return self._look.chosen if self._look else None

    def look_again(self) -> None:
        """Read lists and chosen batch anew; of several answers only the last is shown."""
        self._asked += 1
        asked, kind, number = self._asked, self._kind, self._number
        self._room.runner.do(
            lambda desk: look_at_batches(desk, kind, number),
            while_alive(self, lambda look: self._show(look) if asked == self._asked else None),
        )

    def show_number(self, number: str) -> None:
        """Show one batch, whatever its kind."""
        self._tail.tab.setChecked(False)
        self._number = number
        self.look_again()

    def take_scan(self, text: str) -> bool:
        """The number of a batch, its paper or its carton shows it; what is packed just now takes scans first."""
        self.notice.hide()
        if self._cartons.take_scan(text):
            return True
        if self._giving.take_scan(text):
            return True
        scan = recognise(text)
        if scan.kind not in _SHOWN:
            return False
        self.show_number(scan.value)
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """The key on a button takes its step, up and down choose a batch; any key takes the notice away."""
        self.notice.hide()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        key = _KEYS.get(Qt.Key(event.key())) or _HEBREW_KEYS.get(event.text(), event.text().upper())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or key not in _ALL_KEYS:
            return False
        name = self._bar.step_of(key)
        if name and not event.isAutoRepeat():
            self._take(name)
        return True

    def _go_to_thing(self, kind: str, number: str) -> None:
        if kind == "batch":
            self.show_number(number)
        else:
            self._room.go_to("items", number)

    def _choose_kind(self, kind: PartnerKind) -> None:
        self._kind, self._number = kind, ""
        self._tail.tab.setChecked(False)
        self.look_again()

    def _on_chosen(self, row: BatchRow) -> None:
        if row.number != self._number:
            self._number = row.number
            self.look_again()

    def _show(self, look: BatchesLook) -> None:
        words, self._look, self._kind = self._room.words, look, look.kind
        names = {kind: say_partners(words, kind) for kind in PartnerKind}
        for kind, tab in self._tabs.items():
            tab.setText(f"{names[kind]} · {look.count_open(kind)}")
            tab.setAccessibleName(names[kind])
            tab.setChecked(kind is look.kind and not self._tail.tab.isChecked())
        self._list.may_approve = not say_why_not(words, look.person, Permission.APPROVE_BATCH)
        if look.chosen is None:
            self._show_page(self._empty[look.kind])
            return
        self._show_page(self._whole)
        show_landfill(self._landfill, words, look.kind, look.landfill)
        self._number = look.chosen.row.number
        self._list.show_rows(look.rows[look.kind], self._number)
        self._head.show_batch(look.chosen)
        self._timeline.show_entries(look.timeline[::-1])
        self._lines.show_batch(look.chosen, may_check=self._list.may_approve)
        self._holds.show_batch(look.chosen)
        self._show_acts()

    def _show_page(self, page: QWidget) -> None:
        """Bring a page to the front, unless it is looked at what all suppliers owe."""
        if self._tail.tab.isChecked():
            self._tail.look_again()
            page = self._tail
        self._pages.setCurrentWidget(page)

    def _show_acts(self) -> None:
        if self._look is None or self.batch is None:
            return
        words, person = self._room.words, self._look.person
        self._bar.show_total(say_total(words, self.batch, self._lines.going()))
        self._bar.show_acts(acts_for(words, self.batch, person), say_standing(words, self.batch, person))

    def _take(self, name: str) -> None:
        self.notice.hide()
        if self.batch is not None:
            self._steps.take(name, self.batch, self._lines.unchecked())

    def _give(self, name: str, facts: dict[str, str]) -> None:
        if self.batch is not None:
            self._steps.give(name, self.batch.row.number, facts)

    def _on_done(self, outcome: Outcome) -> None:
        if outcome.refusals or outcome.events:
            self.notice.tell(*say_outcome(self._room.words, outcome))
        if outcome.refusals or not outcome.events:
            self.look_again()

    def _on_refused(self, refusal: DeskError) -> None:
        self.notice.refuse(refusal)
        self.look_again()
