"""Beside the form: an item or a product, and what these very terms say to it, anew with every key."""

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QSizePolicy

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.deciding.cells import Cell, PickCell, TextCell
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.supplying.board import Board
from returns_desk.desktop.screens.supplying.jobs import look_at_thing
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.terms_said import TermsExample, terms_say
from returns_desk.wording.refusals import refusal_line
from returns_desk.wording.terms import say_said, say_verdict_of_terms


class TryCard(Card):
    """What is typed here changes nothing: it only asks the terms."""

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        super().__init__(words("What would these terms say to this item?"))
        self.heading.setWordWrap(True)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setObjectName("terms_try")
        self._room, self._board = room, board
        self._asked_for = ""
        self.example: TermsExample | None = None
        self._code = TextCell("try_code", words("SKU, barcode or item"), self)
        self._code.show_hint(words("then Enter"))
        self._grade = PickCell(
            "try_grade", words("Grade"), [(g.value, f"{g.value} · {words.name(g)}") for g in Grade], self
        )
        findings = [("", words("none")), *((each.value, words.name(each)) for each in Finding)]
        self._finding = PickCell("try_finding", words("Finding"), findings, self)
        reasons = [("", words("not said")), *((each.value, words.name(each)) for each in StatedReason)]
        self._reason = PickCell("try_reason", words("Customer's reason"), reasons, self)
        self._name = label("", "small", wraps=True)
        self._verdict = label("", "strong", wraps=True)
        self._verdict.setObjectName("try_verdict")
        self._lines = label("", wraps=True)
        self._lines.setObjectName("try_lines")
        self._otherwise = label("", "small", wraps=True)
        self._otherwise.setObjectName("try_otherwise")
        self._lay_out()
        self._code.line.returnPressed.connect(lambda: self._ask(self._code.line.text().strip()))
        for cell in (self._grade, self._finding, self._reason):
            cell.edited.connect(self._show)
        board.edited.connect(self._show)
        board.shown.connect(self._on_shown)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        cells: tuple[tuple[Cell, Cell], ...] = ((self._code, self._grade), (self._finding, self._reason))
        for row, line in enumerate(cells):
            for column, cell in enumerate(line):
                cell.put_into(grid, 3 * row, column)
                grid.setColumnStretch(column, 1)
        last = push_button(self._room.words("The last item"), "try_last", "quiet")
        last.clicked.connect(lambda: self._ask(""))
        self.body.addLayout(grid)
        self.body.addWidget(last)
        for part in (self._name, self._verdict, self._lines, self._otherwise):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _on_shown(self) -> None:
        """Another supplier is asked about the same thing."""
        if self._board.supplier is not None and self._asked_for != self._board.code:
            self._ask(self.example.code if self.example else "")
        self._show()

    def _ask(self, code: str) -> None:
        supplier = self._board.code
        self._asked_for = supplier
        self._room.runner.do(
            lambda desk: look_at_thing(desk, supplier, code),
            while_alive(self, self._on_example),
            while_alive(self, self._on_refused),
        )

    def _on_example(self, example: TermsExample | None) -> None:
        self._code.show_wrong("")
        new = example is not None and (self.example is None or self.example.code != example.code)
        self.example = example
        if example is not None and new:
            case = example.case
            self._code.show_text(example.code)
            self._grade.show_text(case.grade.value)
            self._finding.show_text(case.findings[0].value if case.findings else "")
            self._reason.show_text(case.stated.value if case.stated else "")
        self._show()

    def _on_refused(self, refusal: DeskError) -> None:
        self._code.show_wrong(refusal_line(self._room.words, refusal))

    def _typed(self, example: TermsExample) -> TermsExample:
        """What is picked over it; of several findings all count until another is picked."""
        finding, reason, found = self._finding.pick.value, self._reason.pick.value, example.case.findings
        picked = (Finding(finding),) if finding else ()
        case = replace(
            example.case,
            grade=Grade(self._grade.pick.value),
            findings=found if picked == found[:1] else picked,
            stated=StatedReason(reason) if reason else None,
        )
        return replace(example, case=case)

    def _show(self) -> None:
        board, words = self._board, self._room.words
        if self.example is None or board.supplier is None:
            self._name.setText(words("Type an example, or choose one"))
            return
        example = self._typed(self.example)
        said = terms_say(example, board.terms)
        verdict = say_verdict_of_terms(words, said)
        self._name.setText(example.name_in(words.language))
        self._verdict.setText(verdict)
        self._lines.setText("\n".join(say_said(words, said)))
        in_force = board.supplier.in_force
        now = say_verdict_of_terms(words, terms_say(example, in_force.terms)) if in_force else verdict
        other = words("By the terms in force: {verdict}", verdict=now) if now != verdict else ""
        self._otherwise.setText(other)
        self._otherwise.setVisible(bool(other))
