"""The customer's side of the piece in hand: what the policy says of it, what was asked and what is agreed.

The program warns, people decide: every outcome can be pressed, whatever the policy says.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from returns_desk.desktop.screens.panels.choosing import DISPUTE
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.chip import Chip, KeyCap
from returns_desk.desktop.widgets.choice import width_when_chosen
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.desktop.widgets.tips import plain_tip
from returns_desk.domain.grades import WITH_MONEY, WantedOutcome
from returns_desk.domain.policies import PolicyVerdict, Verdict
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, RmaSnapshot
from returns_desk.wording import Words
from returns_desk.wording.policies import short_verdict, verdict_line

AMOUNT = "amount"
OUTCOME_CODES = {
    WantedOutcome.REFUND: "DO-C-REFUND",
    WantedOutcome.EXCHANGE: "DO-C-EXCHANGE",
    WantedOutcome.STORE_CREDIT: "DO-C-CREDIT",
    WantedOutcome.REPAIR: "DO-C-REPAIR",
    WantedOutcome.NONE: "DO-C-NONE",
}
_TONES = {Verdict.ALLOWED: "ok", Verdict.NO_FEE: "ok", Verdict.WARN: "bad", Verdict.UNKNOWN: "ask"}


class CustomerCard(Card):
    """Five outcomes; ``wanted`` asks for a note of dispute. One line high in a short window."""

    submitted = Signal(str)
    wanted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("Customer"))
        self._words = words
        self._is_short = False
        self._agreed: WantedOutcome | None = None
        self._judged: PolicyVerdict | None = None
        self._vip = Chip(words("VIP"), "ask")
        self._verdict = Chip()
        self.head.insertWidget(1, self._vip)
        self.head.insertWidget(2, self._verdict)
        self._grounds = label("", "verdict", wraps=True)
        self._grounds.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = label("", "small", wraps=True)
        self._outcomes: dict[WantedOutcome, QPushButton] = {}
        self._acts: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._grounds, 1)
        row.addWidget(self._make_outcomes())
        self.body.addLayout(row)
        self.body.addWidget(self._more)

    def _make_outcomes(self) -> QWidget:
        words, holder = self._words, QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, (outcome, code) in enumerate(OUTCOME_CODES.items(), start=1):
            button = push_button(words.name(outcome), f"outcome_{outcome.value}", "chip")
            button.setCheckable(True)
            button.setToolTip(f"{words.name(outcome)} (Ctrl+{place})")
            button.toggled.connect(lambda _=False, one=outcome: self._on_toggled(one))
            button.clicked.connect(lambda _=False, code=code: self.submitted.emit(code))
            row.addWidget(button)
            self._outcomes[outcome] = button
        for act, name in ((AMOUNT, words("Amount")), (DISPUTE, words("Dispute"))):
            button = push_button(name, f"customer_{act}", "small")
            button.clicked.connect(lambda _=False, act=act: self._on_act(act))
            self.head.addWidget(button)
            self._acts[act] = button
        self._keys = KeyCap("Ctrl+1…5")
        self.head.addWidget(self._keys)
        return holder

    def make_room(self, *, is_short: bool) -> None:
        """In a short window only the line with the outcomes is shown."""
        if self._is_short != is_short:
            self._is_short = is_short
            self._show_verdict(self._judged)
        self.tighten(is_short)
        for shown in (self.heading, self._vip, self._verdict, *self._acts.values(), self._keys):
            shown.setVisible(not is_short)
        self._more.setVisible(bool(self._more.text()) and not is_short)

    def _on_act(self, act: str) -> None:
        """Another amount is asked for by agreeing the same once more."""
        if act == AMOUNT and self._agreed is not None:
            self.submitted.emit(OUTCOME_CODES[self._agreed])
        else:
            self.wanted.emit(act)

    def _on_toggled(self, outcome: WantedOutcome) -> None:
        """Pressing agrees nothing by itself: the store's answer does."""
        button = self._outcomes[outcome]
        button.setChecked(bool(button.property("agreed")))

    def take_key(self, event: QKeyEvent, bench: BenchSnapshot) -> bool:
        """Ctrl and 1 to 5 agree on an outcome for the piece in hand."""
        place = event.key() - Qt.Key.Key_0
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if bench.item is None or bench.item.grade is None or not control or not 1 <= place <= len(OUTCOME_CODES):
            return False
        if not event.isAutoRepeat():
            self.submitted.emit(tuple(OUTCOME_CODES.values())[place - 1])
        return True

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the customer's side of the piece in hand."""
        item = bench.item
        if item is None:
            return
        words = self._words
        rma = next((one for one in bench.parcel.rmas if one.number == item.rma), None) if bench.parcel else None
        self.say_heading(words("Customer: {name}", name=item.customer) if item.customer else words("Customer"))
        self._show_verdict(bench.verdict)
        self._show_outcomes(item, rma)
        self._more.setText(" · ".join(self._say_more(item, rma)))
        self._acts[AMOUNT].setEnabled(item.agreed in WITH_MONEY)
        self._agreed = item.agreed
        self.make_room(is_short=self._is_short)
        self._vip.setVisible(rma is not None and rma.vip and not self._is_short)
        self._verdict.setVisible(bench.verdict is not None and not self._is_short)

    def _show_verdict(self, verdict: PolicyVerdict | None) -> None:
        words, self._judged = self._words, verdict
        tone = _TONES[verdict.verdict] if verdict else ""
        if verdict is not None:
            self._verdict.show_word(words.name(verdict.verdict), tone)
        few = 1 if self._is_short else None
        self._grounds.setText(short_verdict(words, verdict, few) if verdict else words("No policy applies."))
        self._grounds.setToolTip(plain_tip(verdict_line(words, verdict)) if verdict else "")
        restyle(self._grounds, tone=tone)

    def _show_outcomes(self, item: ItemSnapshot, rma: RmaSnapshot | None) -> None:
        words = self._words
        for outcome, button in self._outcomes.items():
            agreed = item.agreed is outcome
            name = words.name(outcome)
            if agreed and item.agreed_amount is not None and item.agreed_amount.minor:
                name = f"{name} {words.money(item.agreed_amount)}"
            button.setText(name)
            button.setMinimumWidth(width_when_chosen(button, name))
            button.setAccessibleName(name)
            button.setEnabled(item.grade is not None)
            button.setProperty("agreed", agreed)
            button.setChecked(agreed)
            asked = rma is not None and rma.wanted is outcome and item.agreed is None
            restyle(button, asked="true" if asked else "false")

    def _say_more(self, item: ItemSnapshot, rma: RmaSnapshot | None) -> list[str]:
        words, said = self._words, []
        if rma is not None:
            said.append(words("Asked for: {outcome}", outcome=words.name(rma.wanted)))
        if item.agreed_fee is not None and item.agreed_fee.minor:
            said.append(words("Fee kept: {amount}", amount=words.money(item.agreed_fee)))
        if item.dispute:
            said.append(words("Dispute: {text}", text=item.dispute))
        return said
