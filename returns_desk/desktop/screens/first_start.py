"""The first start: what a new user meets where no shop was begun. It stays in front until one is, and then goes.

What was typed outlives the screen (``drafts``), so that another language or a refusal loses nothing.
"""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.first_start_jobs import Begun, begin_empty, begin_sample, save_badges_shown
from returns_desk.desktop.screens.first_start_choices import WAYS, ChoicesPage
from returns_desk.desktop.screens.first_start_ready import ReadyPage
from returns_desk.desktop.screens.form_page import FormPage
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.desktop.screens.server_form import ServerForm
from returns_desk.desktop.screens.settings_changes import change_settings
from returns_desk.desktop.screens.shop_form import ShopForm
from returns_desk.desktop.server_attempt import ServerAttempt
from returns_desk.desktop.sheet_jobs import Paper
from returns_desk.domain.beginnings import NewShop
from returns_desk.domain.refusals import DeskError, StoreRefused
from returns_desk.resources import resource
from returns_desk.wording.refusals import say_refusal

NAME = "first_start"


class FirstStartScreen(Screen):
    """Pages: the three ways, the form of each, and the badges to sign in with."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("first_start_screen")
        self._room = room
        self._draft: dict[str, Any] = room.station.drafts.setdefault(NAME, {})
        self.notice = Notice(room.words, room.theme)
        self._pages = QStackedWidget()
        self._shown: dict[str, QWidget] = {}
        self._busy = False
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 18)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)

    def look_again(self) -> None:
        """Take up where it was left, until a shop is begun."""
        self._draft = self._room.station.drafts.setdefault(NAME, {})
        page = self._draft.get("page", "choices")
        if self._pages.currentWidget() is not self._shown.get(page, self):
            self._show_page(page)
        refusal = self._draft.pop("refusal", None)
        if refusal is not None:
            self._on_not_joined(refusal)

    def _show_page(self, name: str) -> None:
        self._draft["page"] = name
        self.stays = True
        if name not in self._shown:
            self._shown[name] = self._build_page(name)
            self._pages.addWidget(self._shown[name])
        page = self._shown[name]
        self._pages.setCurrentWidget(page)
        self.notice.hide()
        if isinstance(page, FormPage | ReadyPage):
            page.begin()
        else:
            self.window().setFocus()

    def _build_page(self, name: str) -> QWidget:
        builders: dict[str, Callable[[], QWidget]] = {
            "choices": self._build_choices,
            "empty": self._build_shop_form,
            "server": self._build_server_form,
            "ready": self._build_ready,
        }
        return builders[name]()

    def _build_choices(self) -> QWidget:
        page = ChoicesPage(self._room.words, self._room.theme)
        page.chosen.connect(self._on_chosen)
        return page

    def _build_shop_form(self) -> QWidget:
        page = ShopForm(self._room, self._draft.setdefault("shop", {}))
        page.wanted.connect(self._begin_empty)
        page.left.connect(lambda: self._show_page("choices"))
        return page

    def _build_server_form(self) -> QWidget:
        page = ServerForm(self._room, self._draft.setdefault("server", {}))
        page.wanted.connect(self._join_server)
        page.left.connect(lambda: self._show_page("choices"))
        page.back.setVisible(self._room.runner.is_open)
        return page

    def _build_ready(self) -> QWidget:
        page = ReadyPage(self._room.words, self._draft["badges"], sample=self._draft["sample"])
        page.sheet_wanted.connect(self._open_sheet)
        page.done.connect(self._finish)
        return page

    def take_scan(self, text: str) -> bool:
        """A form takes it as a badge or an address; the badges' page lets it through: it signs somebody in."""
        page = self._pages.currentWidget()
        if isinstance(page, ReadyPage):
            self._forget()
            return False
        if isinstance(page, FormPage) and not self._busy:
            page.take_scan(text)
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """1, 2 and 3 choose a way."""
        number = event.key() - Qt.Key.Key_1
        on_choices = self._pages.currentWidget() is self._shown.get("choices")
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if on_choices and plain and 0 <= number < len(WAYS) and not event.isAutoRepeat():
            self._on_chosen(WAYS[number])
            return True
        return False

    def _on_chosen(self, way: str) -> None:
        if self._busy:
            return
        if way != "sample":
            self._show_page(way)
            return
        self._wait(self._room.words("Filling the sample shop…"))
        self._run(begin_sample, sample=True)

    def _begin_empty(self, shop: NewShop, made: bool) -> None:
        if self._busy:
            return
        self._wait(self._room.words("Beginning the shop…"))
        self._run(lambda desk: begin_empty(desk, shop, made=made), sample=False)

    def _run(self, work: Callable[[Any], Begun], *, sample: bool) -> None:
        def hear(begun: Begun) -> None:
            self._on_begun(begun, sample=sample)

        self._room.runner.do(work, while_alive(self, hear), while_alive(self, self._on_refused), counted=True)

    def _on_begun(self, begun: Begun, *, sample: bool) -> None:
        self._rest(False)
        if begun.badges:
            self._draft.clear()
            self._draft.update(badges=begun.badges, sample=sample)
            self._show_page("ready")
            if not sample:
                self._make_sheet(then_open=False)
        else:
            self._finish()
        self._room.runner.tell(begun.events)

    def _on_refused(self, refusal: DeskError) -> None:
        self._rest(False)
        self.notice.refuse(refusal)

    def _join_server(self, address: str, password: str, keep: bool) -> None:
        if self._busy:
            return
        self._wait(self._room.words("Asking the server…"))
        attempt = ServerAttempt(self._room, self)
        attempt.joined.connect(self._on_joined)
        attempt.refused.connect(self._on_not_joined)
        attempt.begin(address, password, keep=keep)

    def _on_joined(self, address: str) -> None:
        """The runner works on the server already; whether a shop was begun there is looked at next."""
        self._rest(False)
        change_settings(self._room.station, database=address)
        self._finish()

    def _on_not_joined(self, refusal: StoreRefused) -> None:
        self._rest(False)
        self.notice.refuse(refusal)
        fact, _ = say_refusal(self._room.words, refusal)
        cast(ServerForm, self._shown["server"]).refuse(refusal.fact, fact)

    def _open_sheet(self) -> None:
        if self._draft.get("sample"):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(resource("sample", "scan-me.pdf"))))
        else:
            self._make_sheet(then_open=True)

    def _make_sheet(self, *, then_open: bool) -> None:
        home, language, badges = self._room.home, self._room.words.language, self._draft["badges"]

        def hear(paper: Paper) -> None:
            self._on_sheet(paper, then_open=then_open)

        self._room.pool.begin(lambda _: save_badges_shown(badges, home, language), while_alive(self, hear))

    def _on_sheet(self, paper: Paper, *, then_open: bool) -> None:
        words = self._room.words
        if paper.file is None:
            self.notice.tell("bad", words("The sheet was not made: {why}", why=paper.trouble))
            return
        self.notice.tell("ok", words("The sheet is in {file}", file=str(paper.file)))
        if then_open:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(paper.file)))

    def _wait(self, text: str) -> None:
        self._rest(True)
        self.notice.tell("ask", text)

    def _rest(self, resting: bool) -> None:
        self._busy = resting
        self.notice.hide()
        for page in self._shown.values():
            if isinstance(page, FormPage):
                page.rest(resting)

    def _forget(self) -> None:
        """Nothing of what was typed is needed any more, least of all PINs and passwords."""
        self.stays = False
        self._draft.clear()
        for page in self._shown.values():
            self._pages.removeWidget(page)
            page.deleteLater()
        self._shown.clear()

    def _finish(self) -> None:
        self._forget()
        self._room.go_to("desk", "")
