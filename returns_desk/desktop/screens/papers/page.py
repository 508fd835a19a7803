"""The page of a batch's papers: numbered ones and files; evidence, an advance copy and a correction are made here.

A file may be chosen or dropped; what is shown is read when the page comes to the front, not with every batch.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.dialogs.entry import EntryDialog, ask_facts
from returns_desk.desktop.documents_folder import documents_folder
from returns_desk.desktop.preview import open_preview
from returns_desk.desktop.preview.shown import PAPER_OF
from returns_desk.desktop.screens.batch_pages import BatchPage
from returns_desk.desktop.screens.papers.acts import may_now
from returns_desk.desktop.screens.papers.forms import correct_form, items_of
from returns_desk.desktop.screens.papers.jobs import PapersLook, look_at_papers
from returns_desk.desktop.screens.papers.steps import PapersSteps
from returns_desk.desktop.screens.papers.tables import FilesTable, NumberedTable
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.chip import Chip
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.tall_scroll import AsTallAsInside
from returns_desk.domain.papers import AttachmentKind
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.snapshots import AttachmentSnapshot, BatchSnapshot, PersonSnapshot
from returns_desk.domain.snapshots.papers import NumberedPaper
from returns_desk.wording.rights import say_why_not

_MOST_ROWS = 4
_PICK_WIDTH = 170
_LEAST_PIXELS = 120


class PapersPage(QWidget):
    """``told`` is the line that says how the last step went."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("papers")
        self.setAcceptDrops(True)
        self._room = room
        self._batch: BatchSnapshot | None = None
        self._person: PersonSnapshot | None = None
        self._paper: NumberedPaper | None = None
        self._file: AttachmentSnapshot | None = None
        self.told = Chip()
        self.told.setObjectName("papers_told")
        self.told.setWordWrap(True)
        self.told.hide()
        self.steps = PapersSteps(room, self)
        self.steps.said.connect(self._tell)
        self.steps.changed.connect(self._read)
        self.numbered, self.files = NumberedTable(room.words), FilesTable(room.words)
        self.numbered.chosen.connect(self._on_paper)
        self.files.chosen.connect(self._on_file)
        self.kind = Pick(
            "attach_kind", room.words("What it is"), [(k.value, room.words.name(k)) for k in AttachmentKind]
        )
        self.kind.setFixedWidth(_PICK_WIDTH)
        self._buttons = {name: self._button(name, title, act) for name, title, act in self._acts()}
        self._lay_out()

    def _acts(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        words = self._room.words
        return (
            ("attach_file", words("Attach a file"), self._ask_for_file),
            ("open_file", words("Open"), self._open_file),
            ("remove_file", words("Take away"), self._remove_file),
            ("evidence", words("Evidence pack"), self._evidence),
            ("advance_copy", words("Advance copy by e-mail"), lambda: self._advance(evidence=False)),
            ("advance_copy_evidence", words("The same with evidence"), lambda: self._advance(evidence=True)),
            ("show_paper", words("Show the paper"), self._show_paper),
            ("correct", words("Correct the slip"), self._ask_correction),
        )

    def _button(self, name: str, title: str, act: Callable[[], None]) -> QPushButton:
        made = push_button(title, name)
        made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        words = self._room.words
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._row("show_paper", "evidence", "advance_copy", "advance_copy_evidence", "correct"))
        column.addWidget(self.numbered)
        column.addLayout(self._row("attach_file", "open_file", "remove_file", before=self.kind))
        self.none = label(words("No file is kept with this batch. One may be dropped here: PDF, JPEG, PNG"), wraps=True)
        column.addWidget(self.none)
        column.addWidget(self.files)
        column.addStretch(1)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 2, 10, 2)
        whole.setSpacing(6)
        whole.addWidget(self.told)
        scroll = AsTallAsInside(inside, _LEAST_PIXELS)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        whole.addWidget(scroll, 1)

    def _row(self, *names: str, before: QWidget | None = None) -> FlowLayout:
        row = FlowLayout()
        if before is not None:
            row.addWidget(before)
        for name in names:
            row.addWidget(self._buttons[name])
        return row

    def show_batch(self, batch: BatchSnapshot) -> None:
        """Show the papers of a batch."""
        if self._batch is None or self._batch.row.number != batch.row.number:
            self._paper = self._file = None
            self.told.hide()
        self._batch = batch
        known = {file.id for file in batch.attachments}
        self._file = self._file if self._file and self._file.id in known else None
        self.files.show_up_to(batch.attachments, _MOST_ROWS)
        self.files.setVisible(bool(batch.attachments))
        self.none.setVisible(not batch.attachments)
        self._show_buttons()
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the numbered papers."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self._batch is not None:
            number = self._batch.row.number
            self._room.runner.do(lambda desk: look_at_papers(desk, number), while_alive(self, self._on_papers))

    def _on_papers(self, look: PapersLook) -> None:
        if self._batch is None or look.number != self._batch.row.number:
            return
        self._person = look.person
        self.numbered.show_up_to(look.papers, _MOST_ROWS)
        self.numbered.setVisible(bool(look.papers))
        newest = look.papers[-1] if look.papers else None
        self._paper = self._paper if self._paper in look.papers else newest
        self._show_buttons()

    def _on_paper(self, paper: NumberedPaper) -> None:
        self._paper = paper
        self._show_buttons()

    def _on_file(self, file: AttachmentSnapshot) -> None:
        self._file = file
        self._show_buttons()

    def _show_buttons(self) -> None:
        words = self._room.words
        for name, (fits, needs) in may_now(self._batch, self._paper, self._file).items():
            why_not = say_why_not(words, self._person, needs) if needs else ""
            self._buttons[name].setEnabled(fits and not why_not)
            self._buttons[name].setToolTip(why_not)
            if name == "correct":  # of few batches
                self._buttons[name].setVisible(fits)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self.window(), self._room.words("Choose the file"), documents_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter("PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png)")
        dialog.fileSelected.connect(lambda chosen: self.attach(Path(chosen)))
        dialog.open()

    def attach(self, path: Path) -> None:
        """Keep a file with the batch that is shown, as the kind that is chosen."""
        if self._batch is not None:
            self.steps.attach(path, self._batch.row.number, AttachmentKind(self.kind.value))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer; nothing is ever fetched from elsewhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()) and self._buttons["attach_file"].isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped, one file after the other."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _open_file(self) -> None:
        if self._file is not None:
            self.steps.open_file(self._file)

    def _remove_file(self) -> None:
        if self._file is not None:
            self.steps.remove(self._file.id)

    def _evidence(self) -> None:
        if self._batch is not None:
            open_preview(self._room, PaperKind.EVIDENCE, self._batch.row.number, parent=self.window())

    def _advance(self, *, evidence: bool) -> None:
        if self._batch is not None:
            self.steps.advance_copy(self._batch.row.number, evidence=evidence)

    def _show_paper(self) -> None:
        if self._paper is not None:
            open_preview(self._room, PAPER_OF[self._paper.kind], self._paper.number, parent=self.window())

    def _ask_correction(self) -> None:
        batch, words = self._batch, self._room.words
        if batch is None:
            return
        form, number = correct_form(words, batch), batch.row.number
        dialog = EntryDialog(words, form.title, form.fields, form.go_on, self.window())

        def sign(facts: dict[str, str]) -> None:
            title = words("Badge and PIN for {number}", number=number)
            items, note = items_of(facts), facts["note"]
            self._room.ask_approval(title, lambda *proof: self.steps.correct(proof, number, items, note))

        ask_facts(dialog, sign)

    def _tell(self, tone: str, text: str) -> None:
        self.told.show_word(text, tone)
        self.told.setAccessibleName(text)
        self.told.show()


def papers_tab(room: Room) -> BatchPage:
    """The page with its button."""
    page = PapersPage(room)
    return BatchPage("page_papers", room.words("Papers"), page, page)
