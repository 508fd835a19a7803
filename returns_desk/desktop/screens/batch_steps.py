"""The steps a person can take with a batch: asks what is needed, then gives the step to the store thread."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.entry import EntryDialog, ask_facts
from returns_desk.desktop.preview import open_preview
from returns_desk.desktop.preview.outlets import Outlets
from returns_desk.desktop.preview.shown import KeptPaper
from returns_desk.desktop.screens import batch_jobs as jobs
from returns_desk.desktop.screens import packing_jobs
from returns_desk.desktop.screens.batch_acts import permission_for
from returns_desk.desktop.screens.batch_forms import form_for
from returns_desk.desktop.screens.batch_jobs import Answers, Outcome
from returns_desk.desktop.screens.batch_words import say_items
from returns_desk.desktop.screens.board_jobs import BOARD_STEPS
from returns_desk.desktop.screens.credit_steps import STEPS, CreditSteps
from returns_desk.desktop.screens.giving_forms import lacks_registration
from returns_desk.desktop.screens.giving_jobs import GIVING_STEPS
from returns_desk.desktop.screens.packing_forms import again_form
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.packing_refusals import AuthorizationUsed
from returns_desk.domain.people import NEEDS_PIN, Signature
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BatchSnapshot

if TYPE_CHECKING:
    from returns_desk.desk import Desk

Decide = Callable[["Desk", Signature, str], Outcome]
_PLAIN: dict[str, Callable[["Desk", str, Answers], Outcome]] = {
    "submit": jobs.submit,
    "withdraw": jobs.withdraw,
    "cancel": jobs.cancel,
    **packing_jobs.PLAIN,
    **BOARD_STEPS,
    **GIVING_STEPS,
}


class BatchSteps(QObject):
    """``done`` tells an ``Outcome``, ``refused`` a ``DeskError``, ``said`` how a print went."""

    done = Signal(object)
    refused = Signal(object)
    said = Signal(str, str)

    def __init__(self, room: Room, owner: QWidget) -> None:
        super().__init__(owner)
        self._room, self._owner = room, owner
        self._printing = Outlets(room, self)
        self._printing.said.connect(self.said)
        self._printing.refused.connect(self.refused)
        self.crediting = CreditSteps(room, owner)
        self.crediting.done.connect(self.done)
        self.crediting.refused.connect(self.refused)
        self.crediting.said.connect(self.said)

    def take(self, name: str, batch: BatchSnapshot, unchecked: tuple[str, ...] = ()) -> None:
        """Begin a step; what it needs is asked in dialogs that leave the window alive."""
        match name:
            case "preview_slip":
                open_preview(self._room, PaperKind.SLIP, batch.row.number, parent=self._owner)
            case "tote_label":
                open_preview(self._room, PaperKind.TOTE_LABEL, batch.row.number, parent=self._owner)
            case "print_slip":
                self._printing.print_paper(KeptPaper(PaperKind.SLIP, batch.row.number), {})
            case _ if name in STEPS:
                self.crediting.take(name, batch)
            case "approve":
                self._approve(batch, unchecked)
            case _:
                self._ask(name, batch, unchecked)

    def give(self, name: str, number: str, facts: Answers) -> None:
        """Do a step whose facts a page has asked for already."""
        self._do(lambda desk: _PLAIN[name](desk, number, facts))

    def approve_all(self, numbers: tuple[str, ...]) -> None:
        """Approve several waiting batches whole, with one badge and PIN."""
        ask = while_alive(self, self._ask_for_all)
        self._room.runner.do(lambda desk: jobs.seen_now(desk, numbers), ask, while_alive(self, self.refused.emit))

    def _ask_for_all(self, batches: tuple[BatchSnapshot, ...]) -> None:
        numbers = tuple(batch.row.number for batch in batches)
        title = self._room.words("Approve batches: {numbers}", numbers=", ".join(numbers))
        self._prove(title, numbers, jobs.approve(seen={batch.row.number: batch.seen for batch in batches}))

    def _approve(self, batch: BatchSnapshot, unchecked: tuple[str, ...]) -> None:
        if len(unchecked) == len(batch.lines):
            self._ask("send_back", batch, unchecked)
        elif unchecked:
            self._ask("approve_with_rest", batch, unchecked)
        elif lacks_registration(batch):
            self._ask("approve_unregistered", batch, unchecked)
        else:
            seen = {batch.row.number: batch.seen}
            self._prove(self._approval_title(batch, len(batch.lines)), tuple(seen), jobs.approve(seen=seen))

    def _approval_title(self, batch: BatchSnapshot, count: int) -> str:
        return self._room.words("Approve {number}: {items}", number=batch.row.number, items=self._items(count))

    def _items(self, count: int) -> str:
        return say_items(self._room.words, count)

    def _ask(self, name: str, batch: BatchSnapshot, unchecked: tuple[str, ...]) -> None:
        form = form_for(self._room.words, name, batch, len(unchecked), self._room.clock().date())
        if form is None:
            self._go_on(name, batch, unchecked, {})
            return
        dialog = EntryDialog(self._room.words, form.title, form.fields, form.go_on, self._owner)
        ask_facts(dialog, partial(self._go_on, name, batch, unchecked))

    def _go_on(self, name: str, batch: BatchSnapshot, unchecked: tuple[str, ...], facts: Answers) -> None:
        """All is known: a step that a supervisor signs asks for badge and PIN, any other is done."""
        number, note = batch.row.number, facts.get("note", "")
        some = unchecked if len(unchecked) < len(batch.lines) else ()
        title = self._room.words("Badge and PIN for {number}", number=number)
        match name:
            case "approve_with_rest" | "approve_unregistered":
                title = self._approval_title(batch, len(batch.lines) - len(unchecked))
                self._prove(title, (number,), jobs.approve(unchecked, note, {number: batch.seen}))
            case "send_back":
                self._prove(title, (number,), jobs.send_back(note, some, batch.seen))
            case "reject":
                self._prove(title, (number,), jobs.reject(note, batch.seen))
            case "cancel" if permission_for(name, batch) in NEEDS_PIN:
                self._prove(title, (number,), jobs.cancel_approved(note))
            case "second_original":
                self._room.ask_approval(title, lambda *proof: self._printing.print_second_original(proof, number, note))
            case _:
                ask = partial(self._ask_again, name, batch, facts)
                self._do(lambda desk: _PLAIN[name](desk, number, facts), ask)

    def _ask_again(self, name: str, batch: BatchSnapshot, facts: Answers, refusal: DeskError) -> None:
        """A supplier's number that is on another batch is used again only if the person says so."""
        if not isinstance(refusal, AuthorizationUsed):
            self.refused.emit(refusal)
            return
        form = again_form(self._room.words, refusal.authorization, refusal.batch)
        dialog = EntryDialog(self._room.words, form.title, form.fields, form.go_on, self._owner)
        ask_facts(dialog, lambda more: self._go_on(name, batch, (), facts | more))

    def _prove(self, title: str, numbers: tuple[str, ...], decide: Decide) -> None:
        self._room.ask_approval(
            title,
            lambda badge, pin: self._do(lambda desk: jobs.decide_batches(desk, (badge, pin), numbers, decide)),
        )

    def _do(self, job: "Callable[[Desk], Outcome]", refused: "Callable[[DeskError], None] | None" = None) -> None:
        runner = self._room.runner

        def hear(outcome: Outcome) -> None:
            while_alive(self, self.done.emit)(outcome)
            runner.tell(outcome.events)

        runner.do(job, hear, while_alive(self, refused or self.refused.emit), counted=True)
