"""What the rules say of the example: every way with its money and what blocks it, the advised one filled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.restyle import restyle
from returns_desk.desktop.widgets.tips import plain_tip
from returns_desk.domain.recommendation import DISPOSITION_OF, Option, Recommendation
from returns_desk.wording import Words
from returns_desk.wording.options import say_option, say_way, say_whole


class VerdictView(QWidget):
    """The ways stay where they are while their figures change."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("example_verdict")
        self._words = words
        self._ways = {status: _Way(words) for status in DISPOSITION_OF}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for status, way in self._ways.items():
            way.setObjectName(f"example_{status.name.lower()}")
            column.addWidget(way)

    def show_verdict(self, recommendation: Recommendation) -> None:
        """Show the ways as they are now."""
        advised = recommendation.advised
        for option in recommendation.options:
            self._ways[option.becomes].show_option(option, advised=option is advised)


class _Way(QFrame):
    """One way: its name and what is left of it in the first line, why in the second; all of it for the mouse."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setProperty("part", "way")
        self._name, self._net, self._advised = (
            label("", "strong"),
            label("", "strong"),
            label(words("Advised"), "small"),
        )
        self._why = label("", "small", wraps=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name)
        top.addWidget(self._advised)
        top.addStretch(1)
        top.addWidget(self._net, 0, Qt.AlignmentFlag.AlignTrailing)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 5)
        column.setSpacing(1)
        column.addLayout(top)
        column.addWidget(self._why)

    def show_option(self, option: Option, *, advised: bool) -> None:
        """Show it; what is blocked is grey, its net in words all the same, since the rule reckons with it."""
        words = self._words
        name, net = say_way(words, option), words.money(option.net)
        stands_above = words("net {net}", net=net)
        why = " · ".join(line for line in say_option(words, option) if line not in ("", stands_above))
        self._name.setText(name)
        self._net.setText(net)
        self._advised.setVisible(advised)
        self._why.setText(why)
        whole = "\n".join(say_whole(words, option))
        self.setToolTip(plain_tip(whole))
        self.setAccessibleName(f"{name}, {words('Advised')}" if advised else name)
        self.setAccessibleDescription(f"{net}. {why}")
        state = "advised" if advised else "open" if option.open else "blocked"
        restyle(self, way=state, role=option.disposition.name.lower())
