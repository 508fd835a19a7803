"""What can be found at a piece, most likely first; a press notes it, another takes it away. Two lines at most."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from returns_desk.desktop.screens.panels.choosing import more_findings
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.choice import width_when_chosen
from returns_desk.desktop.widgets.few_lines import FewLines
from returns_desk.domain.checklists import findings_for
from returns_desk.domain.grades import Finding
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words

_HEIGHT = 44


class FindingsRow(QWidget):
    """Submits command barcodes; what has no room is behind "more findings"."""

    submitted = Signal(str)
    chooser_wanted = Signal(object)  # Chooser

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._more = more = push_button(words("More findings"), "more_findings", "chip")
        more.clicked.connect(self._offer_more)
        self._lines = FewLines(2, _HEIGHT, more)
        self._buttons = {finding: self._make_button(finding) for finding in Finding}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._lines)

    def _make_button(self, finding: Finding) -> QPushButton:
        name = self._words.name(finding)
        button = push_button(name, f"finding_{finding.name.lower()}", "chip")
        button.setCheckable(True)
        button.setMinimumWidth(width_when_chosen(button, name))
        button.toggled.connect(lambda: self._on_toggled(finding))
        button.clicked.connect(lambda: self.submitted.emit(f"DO-F-{finding.value}"))
        return button

    def _on_toggled(self, finding: Finding) -> None:
        """Pressing does not check a finding: the store's answer does."""
        button = self._buttons[finding]
        button.setChecked(bool(button.property("found")))

    def take_lines(self, lines: int) -> None:
        """Take so many lines."""
        self._lines.take_lines(lines)

    def show_bench(self, bench: BenchSnapshot) -> None:
        """Show what was found at the piece in hand; what was found is never hidden behind "more"."""
        item = bench.item
        found = item.findings if item else ()
        self._more.setEnabled(item is not None)
        for finding, button in self._buttons.items():
            button.setEnabled(item is not None)
            button.setProperty("found", finding in found)
            button.setChecked(bool(button.property("found")))
        self._show_in_order(_in_order(bench))
        hidden = [finding for finding in self._left_out() if finding in found]
        if hidden:
            self._show_in_order((*hidden, *(finding for finding in _in_order(bench) if finding not in hidden)))

    def _show_in_order(self, findings: tuple[Finding, ...]) -> None:
        self._lines.show_parts([self._buttons[finding] for finding in findings])

    def _left_out(self) -> tuple[Finding, ...]:
        return tuple(finding for finding, button in self._buttons.items() if button in self._lines.left_out)

    def _offer_more(self) -> None:
        self.chooser_wanted.emit(more_findings(self._words, self._left_out()))


def _in_order(bench: BenchSnapshot) -> tuple[Finding, ...]:
    """What matters for things of the category, then all the others."""
    first = findings_for(bench.checklist)
    return (*first, *(finding for finding in Finding if finding not in first))
