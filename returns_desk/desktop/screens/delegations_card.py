"""Settings, below policies and limits: who signs for whom until when; a new right is given, one is taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.entry import EntryDialog, Field, FieldKind, ask_facts
from returns_desk.desktop.screens.delegation_jobs import (
    DelegationsLook,
    give_right,
    look_at_delegations,
    take_right_back,
)
from returns_desk.desktop.screens.panels.names import person_name
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.events import Event
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots.delegations import DelegationSnapshot
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rights import say_why_not

if TYPE_CHECKING:
    from collections.abc import Callable

    from returns_desk.desk import Desk

_ROWS_SHOWN = 6  # more are scrolled
_STANDING = (DelegationState.IN_FORCE, DelegationState.AHEAD)


class DelegationsCard(Card):
    """``said`` tells how a change went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Signing for somebody else"))
        self._room = room
        self._why = ""
        self._row: DelegationSnapshot | None = None  # the chosen one
        self.setObjectName("delegations_card")
        emphasise(self)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("delegations_why_not")
        self._none = label(
            words("Nobody signs for anybody else. A supervisor who is away lets somebody approve batches meanwhile."),
            wraps=True,
        )
        self._table = Table(_columns(words), "delegations_table")
        self._table.setAccessibleName(words("Signing for somebody else"))
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._table.chosen.connect(self._on_chosen)
        self._give = push_button(words("Let somebody sign for you"), "delegation_give")
        self._revoke = push_button(words("Take the right back"), "delegation_revoke")
        self._give.clicked.connect(self._ask_whom)
        self._revoke.clicked.connect(self._ask_back)
        for part in (self._why_not, in_line(self._give, self._revoke), self._none, self._table):
            self.body.addWidget(part)

    def show_settings(self) -> None:
        """Read who signs for whom anew."""
        self._room.runner.do(look_at_delegations, while_alive(self, self.show_delegations))

    def show_delegations(self, look: DelegationsLook) -> None:
        """Show them; who may not change them is told so."""
        self._why = say_why_not(self._room.words, look.person, Permission.DELEGATE)
        self._why_not.setText(self._why)
        self._why_not.setVisible(bool(self._why))
        self._none.setVisible(not look.rows)
        self._table.setVisible(bool(look.rows))
        self._table.show_up_to(look.rows, _ROWS_SHOWN)
        place = self._table.currentIndex().row()
        self._on_chosen(look.rows[place] if 0 <= place < len(look.rows) else None)

    def _on_chosen(self, row: DelegationSnapshot | None) -> None:
        self._row = row
        self._give.setEnabled(not self._why)
        self._revoke.setEnabled(not self._why and row is not None and row.stands in _STANDING)
        for button in (self._give, self._revoke):
            button.setToolTip(self._why)
            button.setAccessibleDescription(self._why)

    def _ask_whom(self) -> None:
        words, today = self._room.words, self._room.words.date(self._room.clock().date())
        fields = (
            Field("delegate", words("Badge of whoever signs for you"), needed=True, hint=words("Scan the badge")),
            Field("first", words("First day"), FieldKind.DAY, today, needed=True),
            Field("last", words("Last day"), FieldKind.DAY, needed=True, hint=today),
        )
        title = words("Let somebody approve batches for you")
        dialog = EntryDialog(words, title, fields, words("Go on to badge and PIN"), self.window())
        ask_facts(dialog, self._sign_whom)

    def _sign_whom(self, facts: dict[str, str]) -> None:
        title = self._room.words("Your own badge and PIN: somebody signs for you")
        self._room.ask_approval(title, lambda badge, pin: self._do(lambda desk: give_right(desk, (badge, pin), facts)))

    def _ask_back(self) -> None:
        row = self._row
        if row is None:
            return
        words = self._room.words
        taker, giver = person_name(words, row.taker), person_name(words, row.giver)
        self._room.ask_approval(
            words("{taker} is to sign for {giver} no longer", taker=taker, giver=giver),
            lambda badge, pin: self._do(lambda desk: take_right_back(desk, (badge, pin), row.number)),
        )

    def _do(self, job: "Callable[[Desk], tuple[Event, ...]]") -> None:
        done, refused = while_alive(self, self._on_done), while_alive(self, self._on_refused)
        self._room.runner.do(job, done, refused, counted=True)

    def _on_done(self, events: tuple[Event, ...]) -> None:
        self.said.emit("ok", " · ".join(say_event(self._room.words, event) for event in events))
        self._room.runner.tell(events)
        self.show_settings()

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
        self.show_settings()


def _columns(words: Words) -> tuple[Column, ...]:
    def standing(row: DelegationSnapshot) -> bool:
        return row.stands in _STANDING

    return (
        Column(words("Who signs"), lambda row: person_name(words, row.taker), stretch=True, strong=standing),
        Column(words("Signs for"), lambda row: person_name(words, row.giver), stretch=True),
        Column(words("First day"), lambda row: words.date(row.first)),
        Column(words("Last day"), lambda row: words.date(row.last)),
        Column(words("State"), lambda row: words.name(row.stands), quiet=lambda row: not standing(row)),
    )
