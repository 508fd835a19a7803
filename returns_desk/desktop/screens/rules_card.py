"""Settings, the second page: the policies towards customers in their versions, and the limits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.entry import EntryDialog, ask_facts
from returns_desk.desktop.screens.asked_form import Form
from returns_desk.desktop.screens.rules_forms import limits_form, policy_form, prefix_form
from returns_desk.desktop.screens.rules_jobs import (
    Answers,
    RulesLook,
    lay_down_limits,
    lay_down_policy,
    lay_down_prefix,
    look_at_rules,
    wanted_limits,
)
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, clear, label, rule
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.domain.events import Event
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.policies import Limits, Policy
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.events import say_event
from returns_desk.wording.policies import say_counsel, say_policy
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.rights import say_why_not

if TYPE_CHECKING:
    from returns_desk.desk import Desk


class RulesCard(Card):
    """``said`` tells how a change went: tone, text."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__(room.words("Policies and limits"))
        self._room = room
        self.setObjectName("rules_card")
        emphasise(self)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("rules_why_not")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addWidget(label(say_counsel(room.words), "small", wraps=True))
        self.body.addWidget(self._why_not)
        self.body.addLayout(self._rows)

    def show_settings(self) -> None:
        """Read the rules anew."""
        self._room.runner.do(look_at_rules, while_alive(self, self.show_rules))

    def show_rules(self, look: RulesLook) -> None:
        """Show the policies in force, what follows them, and the limits."""
        why_not = say_why_not(self._room.words, look.person, Permission.SET_RULES)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        clear(self._rows)
        for policy in look.shown.in_force:
            self._add_policy(look, policy, why_not)
            self._rows.addWidget(rule())
        self._add_limits(look, why_not)
        self._rows.addWidget(rule())
        self._add_prefix(look, why_not)

    def _add_policy(self, look: RulesLook, policy: Policy, why_not: str) -> None:
        words = self._room.words
        versions = [each for each in look.shown.versions if each.code is policy.code]
        title = words("{policy}, version {version}", policy=words.name(policy.code), version=policy.version)
        lines = [" · ".join(say_policy(words, policy))]
        if policy.version > 1:
            lines.insert(0, words("For what is bought from {day}", day=words.date(policy.valid_from)))
        lines += [
            words("Version {version} counts from {day}", version=each.version, day=words.date(each.valid_from))
            for each in versions
            if each.valid_from > look.shown.today
        ]
        newest = versions[-1]
        self._add_row(
            title, lines, self._change(f"policy_{policy.code.value}", why_not, lambda: self._ask_policy(look, newest))
        )

    def _add_limits(self, look: RulesLook, why_not: str) -> None:
        words, limits, currency = self._room.words, look.shown.limits, look.shown.currency
        said = [
            words("One signature up to {amount}", amount=words.money(Money(limits.clerk_amount, currency))),
            words("photographed above {amount}", amount=words.money(Money(limits.photo_value, currency))),
        ]
        if limits.second_look_value:
            value = words.money(Money(limits.second_look_value, currency))
            said.append(words("looked at twice above {amount}", amount=value))
        if limits.supervisor_batch:
            value = words.money(Money(limits.supervisor_batch, currency))
            said.append(words("batches above {amount}: an administrator approves", amount=value))
        said.append(words("weight off by {share}", share=words.percent(limits.weight_off_bp)))
        said.append(words("boxes with a wrong item: {count}", count=limits.wrong_items))
        self._add_row(
            words("Limits"), [" · ".join(said)], self._change("limits", why_not, lambda: self._ask_limits(look))
        )

    def _add_prefix(self, look: RulesLook, why_not: str) -> None:
        words = self._room.words
        said = words("None: cartons get our own numbers")
        if look.prefix:
            said = words("Cartons get SSCC numbers that begin with {prefix}", prefix=look.prefix)
        change = self._change("gs1_prefix", why_not, lambda: self._ask_prefix(look))
        self._add_row(words("GS1 company prefix"), [said], change)

    def _ask_prefix(self, look: RulesLook) -> None:
        form = prefix_form(self._room.words, look.prefix)
        self._ask(form, lambda answers: lambda desk: lay_down_prefix(desk, answers))

    def _add_row(self, title: str, lines: list[str], button: QPushButton) -> None:
        """A title with its lines, and the button at the trailing edge; one widget, so that it goes as a whole."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(title, "heading"))
        for line in lines:
            texts.addWidget(label(line, "small", wraps=True))
        row.addLayout(texts, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(holder)

    def _change(self, name: str, why_not: str, act: Callable[[], None]) -> QPushButton:
        button = push_button(self._room.words("Change"), f"{name}_change")
        button.setEnabled(not why_not)
        button.setToolTip(why_not)
        button.setAccessibleDescription(why_not)
        button.clicked.connect(act)
        return button

    def _ask_policy(self, look: RulesLook, newest: Policy) -> None:
        form = policy_form(self._room.words, newest, look.shown.today)
        self._ask(form, lambda answers: lambda desk: lay_down_policy(desk, newest, answers))

    def _ask_limits(self, look: RulesLook) -> None:
        shown = look.shown
        form = limits_form(self._room.words, shown.limits, shown.currency)
        dialog = EntryDialog(self._room.words, form.title, form.fields, form.go_on, self.window())
        ask_facts(
            dialog,
            lambda answers: self._lay_down_limits(wanted_limits(shown.limits, shown.currency, answers), shown.limits),
        )

    def _lay_down_limits(self, wanted: Limits, before: Limits) -> None:
        """What an admin signs asks for badge and PIN first."""
        if wanted.supervisor_batch == before.supervisor_batch:
            self._do(lambda desk: lay_down_limits(desk, wanted))
            return
        title = self._room.words("An administrator signs the new limit for batches")
        self._room.ask_approval(
            title, lambda badge, pin: self._do(lambda desk: lay_down_limits(desk, wanted, (badge, pin)))
        )

    def _ask(self, form: Form, job: "Callable[[Answers], Callable[[Desk], tuple[Event, ...]]]") -> None:
        dialog = EntryDialog(self._room.words, form.title, form.fields, form.go_on, self.window())
        ask_facts(dialog, lambda answers: self._do(job(answers)))

    def _do(self, job: "Callable[[Desk], tuple[Event, ...]]") -> None:
        self._room.runner.do(job, self._on_done, self._on_refused)

    def _on_done(self, events: tuple[Event, ...]) -> None:
        self.said.emit("ok", " · ".join(say_event(self._room.words, event) for event in events))
        self._room.runner.tell(events)

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))
