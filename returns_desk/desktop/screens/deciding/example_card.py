"""Beside the form: an example, chosen or typed, and what the rules say of it, anew with every key."""

from PySide6.QtWidgets import QGridLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.screens.deciding.cells import Cell, PickCell, TextCell
from returns_desk.desktop.screens.deciding.jobs import look_at_example
from returns_desk.desktop.screens.deciding.row_form import category_choices, say_scope, supplier_choices
from returns_desk.desktop.screens.deciding.trial import Trial, try_book
from returns_desk.desktop.screens.deciding.verdict import VerdictView
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.flow_layout import FlowLayout
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.recommendation import Case, Recommendation
from returns_desk.domain.refusals import DeskError
from returns_desk.usecases.look_example import Example, RuleScopes
from returns_desk.wording.options import say_recommendation
from returns_desk.wording.refusals import refusal_line

_NAME = "decision_example"


class ExampleCard(Card):
    """What is typed here changes nothing: it only asks the rules."""

    def __init__(self, room: Room, board: Board) -> None:
        words = room.words
        super().__init__(words("An example, decided by these rules"))
        self.setObjectName("rule_example")
        self._room, self._board = room, board
        self.trial: Trial = room.station.drafts.setdefault(_NAME, Trial())
        self._asked = bool(self.trial.example)
        self._name = label("", "small", wraps=True)
        self._code = TextCell("example_code", words("SKU, barcode or item"), self)
        self._code.show_hint(words("then Enter"))
        self._category = PickCell("example_category", words("Category"), (), self)
        self._supplier = PickCell("example_supplier", words("Supplier"), (), self)
        self._cost = TextCell("example_cost", words("Cost"), self)
        self._price = TextCell("example_price", words("Price"), self)
        self._days = TextCell("example_days", words("Days since delivery"), self)
        grades = [(grade.value, f"{grade.value} · {words.name(grade)}") for grade in Grade]
        self._grade = PickCell("example_grade", words("Grade"), grades, self)
        self._more = PickCell("example_finding", words("Findings"), (), self, in_list=True)
        self._found = QWidget()
        self._shown: tuple[Finding, ...] | None = None
        self._findings = FlowLayout(self._found)
        self._rule = label("", "small", wraps=True)
        self._rule.setObjectName("example_rule")
        self._verdict = VerdictView(words)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        words = self._room.words
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        cells: tuple[tuple[Cell, ...], ...] = (
            (self._code, self._category, self._supplier),
            (self._cost, self._price, self._days),
        )
        for row, line in enumerate(cells):
            for column, cell in enumerate(line):
                cell.put_into(grid, 3 * row, column)
                grid.setColumnStretch(column, 1)
        self._grade.put_into(grid, 6, 0)
        self._more.put_into(grid, 6, 1)
        grid.addWidget(self._found, 9, 0, 1, 3)
        last = push_button(words("The last item"), "example_last", "quiet")
        last.clicked.connect(lambda: self._ask(""))
        self.head.addWidget(last)
        self.body.addWidget(self._name)
        self.body.addLayout(grid)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._verdict)
        self.body.addStretch(1)

    def _listen(self) -> None:
        trial = self.trial
        self._code.line.returnPressed.connect(lambda: self._ask(self._code.line.text().strip()))
        self._code.edited.connect(lambda text: setattr(trial, "code", text))
        for name, cell in (
            ("category", self._category),
            ("supplier", self._supplier),
            ("cost", self._cost),
            ("price", self._price),
            ("days", self._days),
        ):
            cell.edited.connect(lambda text, name=name: self._change(name, text))
        self._grade.edited.connect(lambda value: self._change("grade", Grade(value)))
        self._more.edited.connect(self._add_finding)
        self._board.shown.connect(self._decide)
        self._board.edited.connect(self._decide)

    def show_settings(self) -> None:
        """Once the store answered: the last item, unless something was tried already."""
        if not self._asked:
            self._asked = True
            self._ask("")
        self._show_trial()

    def offer_scopes(self, scopes: RuleScopes) -> None:
        """Offer what the catalogue has."""
        words = self._room.words
        self._category.pick.offer(category_choices(words("no category"), scopes))
        self._supplier.pick.offer(supplier_choices(words, words("no supplier"), scopes))

    def _ask(self, code: str) -> None:
        self._room.runner.do(
            lambda desk: look_at_example(desk, code),
            while_alive(self, self._on_example),
            while_alive(self, self._on_refused),
        )

    def _on_example(self, example: Example | None) -> None:
        self._code.show_wrong("")
        if example is not None:
            self.trial.show(example)
        self._show_trial()

    def _on_refused(self, refusal: DeskError) -> None:
        self._code.show_wrong(refusal_line(self._room.words, refusal))

    def _change(self, name: str, value: object) -> None:
        setattr(self.trial, name, value)
        self._decide()

    def _add_finding(self, code: str) -> None:
        if code and Finding(code) not in self.trial.findings:
            self.trial.findings = (*self.trial.findings, Finding(code))
        self._show_trial()

    def _drop_finding(self, finding: Finding) -> None:
        self.trial.findings = tuple(each for each in self.trial.findings if each is not finding)
        self._show_trial()
        self._more.editor.setFocus()

    def _show_trial(self) -> None:
        trial, words = self.trial, self._room.words
        example = trial.example
        self._name.setText(example.name_in(words.language) if example else words("Type an example, or choose one"))
        for cell, text in (
            (self._code, trial.code),
            (self._category, trial.category),
            (self._supplier, trial.supplier),
            (self._cost, trial.cost),
            (self._price, trial.price),
            (self._days, trial.days),
        ):
            cell.show_text(text)
        self._grade.show_text(trial.grade.value)
        self._show_findings()
        self._decide()

    def _show_findings(self) -> None:
        words = self._room.words
        if self.trial.findings == self._shown:
            return
        self._shown = self.trial.findings
        left = [(each.value, words.name(each)) for each in Finding if each not in self.trial.findings]
        self._more.pick.offer([("", words("Add a finding")), *left])
        self._more.show_text("")
        while (item := self._findings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before: QWidget = self._more.editor
        for finding in self.trial.findings:
            button = push_button(f"{words.name(finding)} ×", f"example_finding_{finding.value}", "chip")
            button.setAccessibleName(words("Remove {finding}", finding=words.name(finding)))
            button.clicked.connect(lambda _=False, finding=finding: self._drop_finding(finding))
            self._findings.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        self._found.setVisible(bool(self.trial.findings))

    def _decide(self) -> None:
        look = self._board.look
        if look is None:
            return
        case = self.trial.case(look.scopes)
        said = try_book(self._board.book, case)
        self._verdict.show_verdict(said)
        self._rule.setText(self._say_rule(case, said, try_book(self._board.in_force, case)))

    def _say_rule(self, case: Case, said: Recommendation, now: Recommendation) -> str:
        """By which row, and what the rules in force say where that is another way."""
        words = self._room.words
        rows = [number for number, rule in enumerate(self._board.book.rules, 1) if rule.key == said.rule.key]
        lines = []
        if rows:
            category, supplier, _ = said.rule.key.split("/", 2)
            what = say_scope(words, category, supplier)
            lines.append(words("By row {number}: {what}", number=rows[0], what=what))
        chosen = self._board.row
        if chosen is not None and not chosen.fits(case.category, case.supplier, case.today):
            lines.append(words("The row in the form does not count for this example"))
        if said.advised is None:
            lines.append(words("Every way is blocked"))
        if now.advised and (said.advised is None or said.advised.becomes is not now.advised.becomes):
            lines.append(words("By the rules in force: {verdict}", verdict=say_recommendation(words, now.advised)))
        return "\n".join(lines)
