"""Settings, a card over the whole width: what is checked at the things of each category, and what the grades mean."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.checklist_jobs import ChecklistsLook, look_at_checklists
from returns_desk.desktop.screens.file_intake import FileIntake, file_form
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.told_rows import ToldRows
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.titled import emphasise, in_line
from returns_desk.domain.people import Permission
from returns_desk.exchange.read_checklists import COLUMNS, FINDINGS, GUIDE_COLUMNS
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_inspections import CategoryRules
from returns_desk.wording import Words
from returns_desk.wording.rights import say_why_not

_KINDS = ("checklists", "guides")
_ROWS_SHOWN = 7  # more are scrolled


class ChecklistsCard(Card):
    """``said`` tells how an import went: tone, text; the rows that were refused stand below, until the next one."""

    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        words = room.words
        super().__init__(words("Checklists and guides"))
        self._room = room
        self.setObjectName("checklists_card")
        emphasise(self)
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("checklists_why_not")
        self._none = label(words("Nothing is checked yet: every item goes from its grade to its decision."), wraps=True)
        self._table = Table(_columns(words), "checklists_table")
        self._refused = ToldRows(words, words("Rows that were not taken"), "checklists_refused")
        self.files = {kind: self._intake(kind) for kind in _KINDS}
        self._imports = {kind: self._import_button(kind) for kind in _KINDS}
        self._lay_out()

    def _intake(self, kind: str) -> FileIntake:
        files = FileIntake(self._room, kind, self)
        files.begun.connect(self._rest)
        files.taken.connect(self._on_taken)
        files.said.connect(self.said)
        return files

    def _lay_out(self) -> None:
        self._table.show_only()
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        examples = [self._example_button(kind) for kind in _KINDS]
        self.body.addWidget(self._why_not)
        self.body.addWidget(in_line(*self._imports.values(), *examples))
        for part in (self._refused, self._none, self._table):
            self.body.addWidget(part)
        for kind, columns in zip(_KINDS, (COLUMNS, GUIDE_COLUMNS), strict=True):
            title, detail = _say_form(self._room.words, kind)
            for line in file_form(title, columns, detail):
                self.body.addWidget(line)
        self.body.addStretch(1)

    def show_settings(self) -> None:
        """Read what is laid down anew."""
        self._room.runner.do(look_at_checklists, while_alive(self, self.show_rules))

    def show_rules(self, look: ChecklistsLook) -> None:
        """Show the categories; who may not change them is told so."""
        why_not = say_why_not(self._room.words, look.person, Permission.SET_RULES)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        for button in self._imports.values():
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
        self._none.setVisible(not look.rules)
        self._table.setVisible(bool(look.rules))
        self._table.show_up_to(look.rules, _ROWS_SHOWN)

    def _on_taken(self, taken: Taken | None) -> None:
        self._refused.show_rows(taken.refused if taken else ())
        self.show_settings()

    def _rest(self) -> None:
        for button in self._imports.values():
            button.setEnabled(False)

    def _import_button(self, kind: str) -> QPushButton:
        words = self._room.words
        text = words("Import checklists") if kind == "checklists" else words("Import guides")
        button = push_button(text, f"{kind}_import")
        button.clicked.connect(self.files[kind].ask_for_file)
        return button

    def _example_button(self, kind: str) -> QPushButton:
        words = self._room.words
        text = words("Save an example of checklists") if kind == "checklists" else words("Save an example of guides")
        button = push_button(text, f"{kind}_example", "quiet")
        button.clicked.connect(self.files[kind].ask_where)
        return button


def _columns(words: Words) -> tuple[Column, ...]:
    def checks(row: CategoryRules) -> str:
        return "; ".join(check.text_in(words.language) for check in row.checklist.checks) if row.checklist else ""

    def findings(row: CategoryRules) -> str:
        return ", ".join(words.name(finding) for finding in row.checklist.findings) if row.checklist else ""

    def since(row: CategoryRules) -> str:
        return (
            f"{row.checklist.version} · {words.date(row.made_at.astimezone().date())}"
            if row.made_at and row.checklist
            else ""
        )

    return (
        Column(words("Category"), lambda row: row.category or words("All others"), strong=lambda _row: True),
        Column(words("Checks"), checks, stretch=True),
        Column(words("Findings"), findings, stretch=True),
        Column(words("Guides"), lambda row: " ".join(guide.grade.value for guide in row.guides)),
        Column(words("Version"), since),
    )


def _say_form(words: Words, kind: str) -> tuple[str, str]:
    """What a file must look like: a title over its columns, and what stands in them."""
    if kind == "checklists":
        return (
            words("A file of checklists (CSV, XLSX): a row for each check, with these columns"),
            words(
                "Kinds of checks: {yes_no}; {choice}, with 2 to 9 answers parted by semicolons; {measure}, with "
                "{least} and {most}. A row of the kind {findings} names the codes of the findings that matter. The "
                "category {all} counts for all others.",
                yes_no="yes_no",
                choice="choice",
                measure="measure",
                least="least",
                most="most",
                findings=FINDINGS,
                all="*",
            ),
        )
    return (
        words("A file of guides (CSV, XLSX): a row for each category and grade, with these columns"),
        words("A picture is the name of a file in the same folder."),
    )
