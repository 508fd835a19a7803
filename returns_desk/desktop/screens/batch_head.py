"""The head of a batch: number and partner, how far it is, who prepared it, the supplier's terms and numbers."""

from textwrap import shorten

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from returns_desk.desktop.screens.batch_words import (
    STATE_TONES,
    days_tone,
    partner_name,
    say_fee,
    say_proposed,
    say_terms,
    say_window,
)
from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.screens.packing_acts import say_clock
from returns_desk.desktop.screens.panels.facts import Facts
from returns_desk.desktop.screens.panels.names import person_name
from returns_desk.desktop.screens.progress_line import ProgressLine
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.card import Card, code_label, label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.snapshots import BatchRow, BatchSnapshot, PersonSnapshot
from returns_desk.domain.terms import AuthorizationNeed
from returns_desk.wording import Words
from returns_desk.wording.approval import say_giver
from returns_desk.wording.proposals import say_unproved, say_why

_LONGEST_NOTE = 160  # two lines; the timeline has it whole


class BatchHead(Card):
    """Shows a ``BatchSnapshot`` but for its lines."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self.heading.hide()
        self._title = code_label("", "title")
        self._state, self._window, self._clock = Chip(), Chip(), Chip()
        self._progress = ProgressLine(words, theme)
        self._left, self._right = Facts(), Facts()
        for place, part in enumerate((self._title, self._state, self._window, self._clock), start=0):
            self.head.insertWidget(place, part)
        self.body.addWidget(self._progress)
        facts = QHBoxLayout()
        facts.setSpacing(24)
        facts.addWidget(self._left, 1, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._right, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addSpacing(2)
        self.body.addLayout(facts)
        self._proposal = label("", "", wraps=True)
        self._proposal.setObjectName("proposal")
        self.body.addWidget(self._proposal)
        self._note = label("", "quiet", wraps=True)
        self.body.addWidget(self._note)

    def show_batch(self, batch: BatchSnapshot) -> None:
        """Show the batch."""
        words, row = self._words, batch.row
        self._title.setText(joined(words, row.number, partner_name(words, row)))
        self._state.show_word(words.name(row.state), STATE_TONES[row.state])
        days = row.days_left
        self._window.show_word(say_window(words, days), days_tone(days))
        self._window.setVisible(days is not None)
        lasts = row.authorization_days
        self._clock.show_word(say_clock(words, lasts), days_tone(lasts))
        self._clock.setVisible(lasts is not None)
        self._progress.show_state(row.state, row.kind)
        self.setAccessibleName(f"{row.number} {partner_name(words, row)}, {words.name(row.state)}")
        self._show_proposal(row)
        self._show_left(batch)
        self._show_right(batch)
        note = shorten(batch.decision_note, _LONGEST_NOTE, placeholder="…")
        self._note.setText(words("Note: {note}", note=note))
        self._note.setVisible(bool(note))

    def _show_proposal(self, row: BatchRow) -> None:
        """What to do now and why; and what the supplier wants to see before it is sent."""
        words, said = self._words, ""
        if row.proposal is not None:
            said = joined(words, say_proposed(words, row), say_why(words, row.proposal))
        if row.evidence:
            missing = words("Evidence missing: {pieces}", pieces=say_unproved(words, row.evidence))
            said = f"{said}\n{missing}" if said else missing
        self._proposal.setText(said)
        self._proposal.setVisible(bool(said))

    def _show_left(self, batch: BatchSnapshot) -> None:
        words, facts = self._words, self._left
        facts.clear()
        facts.add(words("Prepared by"), self._signed(batch.prepared_by, batch, approved=False))
        facts.add(words("Approved by"), self._signed(batch.approved_by, batch, approved=True))
        facts.add(words("Slip"), batch.slip, code=True)
        if batch.row.kind is PartnerKind.SUPPLIER:
            facts.add(words("Supplier's number"), self._say_authorization(batch))

    def _signed(self, person: PersonSnapshot | None, batch: BatchSnapshot, *, approved: bool) -> str:
        at = batch.approved_at if approved else batch.submitted_at
        if person is None:
            return "" if approved else self._words("not submitted yet")
        name = person_name(self._words, person)
        giver = say_giver(self._words, batch.approved_for) if approved else ""
        if giver:
            name = self._words("{name} for {giver}", name=name, giver=giver)
        return joined(self._words, name, self._words.date(at.astimezone().date())) if at else name

    def _say_authorization(self, batch: BatchSnapshot) -> str:
        words, terms = self._words, batch.row.partner.terms
        if batch.authorization:
            until = batch.authorization_until
            if until is None:
                return batch.authorization
            return words("{number}, valid until {day}", number=batch.authorization, day=words.date(until))
        if terms is None or terms.authorization is AuthorizationNeed.NO:
            return words("not needed")
        return words("not given yet")

    def _show_right(self, batch: BatchSnapshot) -> None:
        words, facts, row = self._words, self._right, batch.row
        facts.clear()
        facts.add(words("Terms"), say_terms(words, batch))
        facts.add(words("Fee"), say_fee(words, row.partner.terms))
        if row.missing_to_minimum is not None:
            missing = Chip(words("{money} missing", money=words.money(row.missing_to_minimum)), "ask")
            facts.add(words("To the minimum"), words.money(row.gross), beside=missing)
        facts.add(words("Shipped"), self._say_shipping(batch))
        if batch.credits or row.state in (BatchState.SHORT_CREDIT, BatchState.PARTLY_CREDITED):
            came = words.money(batch.credited)
            facts.add(words("Credited"), words("{came} of {expected}", came=came, expected=words.money(row.expected)))
        terms = row.partner.terms
        if terms is not None:
            facts.add(words("Where it goes"), joined(words, terms.contact, terms.return_address))
        if row.kind is not PartnerKind.SUPPLIER:
            facts.add(words("Contact"), joined(words, row.partner.contact, row.partner.phone))

    def _say_shipping(self, batch: BatchSnapshot) -> str:
        words = self._words
        packages = words("packages: {count}", count=batch.packages) if batch.packages else ""
        at = words.date(batch.shipped_at.astimezone().date()) if batch.shipped_at is not None else ""
        return joined(words, batch.carrier, batch.waybill, batch.driver, batch.plate, packages, at)
