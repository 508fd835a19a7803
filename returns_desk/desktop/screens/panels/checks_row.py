"""What is checked at things of this category, on one line: the check that comes next with its answers, then those done.

Answers are given here without a question of the desk; ``answered`` tells the check's code and the value.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from returns_desk.desktop.icons import icon
from returns_desk.desktop.screens.panels.answers import Answer
from returns_desk.desktop.screens.panels.check_words import (
    answered_checks,
    check_of,
    open_checks,
    say_answered,
    say_limits,
)
from returns_desk.desktop.screens.panels.choosing import Chooser
from returns_desk.desktop.theme import Theme
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import clear, label
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.desktop.widgets.few_lines import FewLines
from returns_desk.desktop.widgets.own_enter import OwnEnterField
from returns_desk.desktop.widgets.tips import plain_tip
from returns_desk.domain.checklists import Check, CheckAnswer, CheckKind
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words

_HEIGHT = 44
_MOST_BUTTONS = 4  # choices that stand on the line; more open a chooser
_LONGEST_NUMBER = 12


class ChecksRow(QWidget):
    """One line of checks; hidden where the category has none."""

    answered = Signal(str, str)  # the check's code, the answer
    chooser_wanted = Signal(object)  # Chooser

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self._again = ""  # the code of a check that is answered once more
        self._bench: BenchSnapshot | None = None
        self._shown: tuple[object, ...] = ()
        self._asks = ElidedLabel("strong")
        self._controls = QHBoxLayout()
        self._controls.setSpacing(6)
        self._more = push_button("…", "more_checks", "answer")
        self._more.setAccessibleName(words("All checks"))
        self._more.clicked.connect(self._offer_all)
        self._done = FewLines(1, _HEIGHT, self._more)
        self._done.setMinimumWidth(60)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._asks, 3)
        row.addLayout(self._controls)
        row.addWidget(self._done, 4)
        self.hide()

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show the checks of the piece in hand."""
        if _piece(self._bench) != _piece(bench):
            self._again = ""
        self._bench = bench
        self.setVisible(bench.checklist is not None and bool(bench.checklist.checks) and bench.item is not None)
        if not self.isHidden():
            self._show_checks(bench)

    def _show_checks(self, bench: BenchSnapshot) -> None:
        shown = (_piece(bench), bench.checklist, bench.item.answers if bench.item else (), self._again)
        if shown == self._shown:
            return  # a grade changes nothing here
        self._shown = shown
        waiting = open_checks(bench)
        current = check_of(bench, self._again) or (waiting[0] if waiting else None)
        clear(self._controls)
        self._asks.setVisible(current is not None)
        if current is not None:
            left = len(waiting) - (0 if self._again else 1)
            limits = say_limits(self._words, current)
            text = current.text_in(self._words.language)
            self._asks.show_text(f"{text} ({limits})" if limits else text)
            self._add_controls(current)
            if left > 0:
                self._controls.addWidget(label(self._words("{count} more", count=left), "small"))
        self._done.show_parts([self._make_done(check, answer) for check, answer in answered_checks(bench)])

    def _add_controls(self, check: Check) -> None:
        match check.kind:
            case CheckKind.YES_NO:
                for value, word in (("yes", self._words("Yes")), ("no", self._words("No"))):
                    self._add_button(check, value, word)
            case CheckKind.CHOICE if len(check.choices) <= _MOST_BUTTONS:
                for value in check.choices:
                    self._add_button(check, value, check.choice_in(value, self._words.language))
            case CheckKind.CHOICE:
                button = push_button(self._words("Choose"), "check_choose", "answer")
                button.setFixedHeight(_HEIGHT)
                button.clicked.connect(lambda: self.chooser_wanted.emit(self._chooser_of(check)))
                self._controls.addWidget(button)
            case CheckKind.MEASURE:
                self._controls.addWidget(self._make_field(check))

    def _add_button(self, check: Check, value: str, word: str) -> None:
        button = push_button(word, f"check_{value}", "answer")
        button.setMinimumWidth(_HEIGHT)
        button.setFixedHeight(_HEIGHT)
        button.setAccessibleDescription(check.text_in(self._words.language))
        button.clicked.connect(lambda: self._answer(check.code, value))
        self._controls.addWidget(button)

    def _make_field(self, check: Check) -> QLineEdit:
        field = OwnEnterField()
        field.setObjectName("check_value")
        field.setMaxLength(_LONGEST_NUMBER)
        field.setFixedSize(96, _HEIGHT)
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setPlaceholderText(check.unit)
        field.setAccessibleName(check.text_in(self._words.language))
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.returnPressed.connect(lambda: self._answer(check.code, field.text().strip()))
        return field

    def _make_done(self, check: Check, answer: CheckAnswer) -> QPushButton:
        said = say_answered(self._words, check, answer)
        button = push_button(f"\N{NO-BREAK SPACE}{said}", f"done_{check.code}", "mark")
        button.setProperty("tone", "ok" if answer.passed else "bad")
        name, colour = ("circle-check", "ok") if answer.passed else ("octagon-x", "bad")
        button.setIcon(icon(name, self._theme[colour], size=16))
        passed = self._words("passed") if answer.passed else self._words("not passed")
        button.setAccessibleName(f"{said}, {passed}")
        button.setToolTip(plain_tip(said))
        button.clicked.connect(lambda: self._ask_again(check.code))
        return button

    def _answer(self, code: str, value: str) -> None:
        self._again = ""
        if value:
            self.window().setFocus()
            self.answered.emit(code, value)

    def _ask_again(self, code: str) -> None:
        """Whoever presses an answer may give another one."""
        self._again = code
        if self._bench is not None:
            self._show_checks(self._bench)

    def _chooser_of(self, check: Check) -> Chooser:
        offered = [(value, check.choice_in(value, self._words.language)) for value in check.choices]
        answers = tuple(Answer(str(number), value, text) for number, (value, text) in enumerate(offered, start=1))
        return Chooser("check", check.text_in(self._words.language), answers, check=check.code)

    def _offer_all(self) -> None:
        """All answers, also those without room on the line; choosing one asks it again."""
        if self._bench is None:
            return
        done = answered_checks(self._bench)
        answers = tuple(
            Answer(str(number) if number < 10 else "", check.code, say_answered(self._words, check, answer))
            for number, (check, answer) in enumerate(done, start=1)
        )
        self.chooser_wanted.emit(Chooser("checks", self._words("Which check is to be answered again?"), answers))

    def ask_again(self, code: str) -> None:
        """Ask a check that was answered once more."""
        self._ask_again(code)


def _piece(bench: BenchSnapshot | None) -> str:
    return bench.item.id if bench is not None and bench.item is not None else ""
