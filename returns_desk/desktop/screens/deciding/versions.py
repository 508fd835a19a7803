"""The head of the page: the versions in a line, what is shown of them, and what can be done with the draft."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from returns_desk.desktop.screens.deciding.board import Board
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.domain.snapshots.rule_books import BookState, RuleBookSnapshot
from returns_desk.wording import Words

_BUTTONS_SHOWN = 4  # versions as buttons; older ones are in the list


class VersionsCard(Card):
    """``wanted`` tells what a person asks for: replay, switch_on, import, export."""

    wanted = Signal(str)

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("Decision rules"))
        self.setObjectName("rule_versions")
        emphasise(self)
        self._words, self._board = words, board
        self._resting = False
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("deciding_why_not")
        self._choice = Choice("rule_version", words("Version"))
        self._choice.chosen.connect(lambda value: board.show_version(int(value)))
        self._older = Pick("rule_older", words("Older versions"))
        self._older.picked.connect(lambda value: board.show_version(int(value)) if value else None)
        self._older.setMinimumWidth(220)
        self._said = label("", wraps=True)
        self._said.setObjectName("rule_version_said")
        self._buttons = {name: self._make_button(name, text, part) for name, text, part in self._acts()}
        self._lay_out()
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def _acts(self) -> tuple[tuple[str, str, str], ...]:
        words = self._words
        return (
            ("switch_on", words("Switch on"), "primary"),
            ("replay", words("Replay"), ""),
            ("drop", words("Drop the draft"), ""),
            ("import", words("Import TOML…"), ""),
            ("export", words("Export TOML…"), ""),
        )

    def _make_button(self, name: str, text: str, part: str) -> QPushButton:
        button = push_button(text, f"rules_{name}", part)
        button.clicked.connect(self._board.drop if name == "drop" else lambda: self.wanted.emit(name))
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._choice, 1)
        line.addWidget(self._older, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in self._buttons.values():
            self.head.addWidget(button)
        self.body.addWidget(self._why_not)
        self.body.addLayout(line)
        self.body.addWidget(self._said)

    def rest(self, resting: bool) -> None:
        """While something runs, nothing else can be begun."""
        self._resting = resting
        self.show_board()

    def show_board(self) -> None:
        """Show which versions there are and what can be done."""
        board, words = self._board, self._words
        if board.look is None:
            return
        self._why_not.setText(board.why_not)
        self._why_not.setVisible(bool(board.why_not))
        self._show_versions(board.look.versions)
        version = board.shown_version
        self._said.setText(say_version(words, version) if version else self._say_draft())
        whys = {
            "switch_on": board.why_not or self._why_not_switched_on(),
            "replay": board.why_not or (words("Something does not fit yet") if board.faults else ""),
            "drop": board.why_not or ("" if board.draft else words("There is no draft")),
            "import": board.why_not or (words("First switch the draft on, or drop it") if board.draft else ""),
            "export": "",
        }
        for name, why in whys.items():
            button = self._buttons[name]
            button.setEnabled(not why and not self._resting)
            button.setToolTip(why)
            button.setAccessibleDescription(why)

    def _why_not_switched_on(self) -> str:
        words, board = self._words, self._board
        if not board.drafting:
            return words("There is no draft") if board.draft is None else words("The draft is not shown")
        return words("Something does not fit yet") if board.faults else ""

    def _show_versions(self, versions: tuple[RuleBookSnapshot, ...]) -> None:
        words, board = self._words, self._board
        offered = [("0", words("Draft"))] if board.draft else []
        offered += [(str(each.book.version), _title(words, each)) for each in versions[:_BUTTONS_SHOWN]]
        self._choice.offer(offered) if offered != self._choice.offered else None
        self._choice.show_value(str(board.version))
        older = [(str(each.book.version), _title(words, each)) for each in versions[_BUTTONS_SHOWN:]]
        self._older.setVisible(bool(older))
        self._older.offer([("", words("Older versions")), *older])
        self._older.show_value(str(board.version) if str(board.version) in dict(older) else "")

    def _say_draft(self) -> str:
        words, draft = self._words, self._board.draft
        base = draft.base if draft else 1
        kept = words("It is kept until the program closes, also when you leave this page")
        return f"{words('A draft on version {version}, not in force', version=base)}. {kept}."


def say_version(words: Words, version: RuleBookSnapshot) -> str:
    """Who laid a version down and when, and from when to when it counts."""
    lines = []
    if version.made_at is None:
        lines.append(words("Comes with the program"))
    else:
        who = version.person_in(words.language)
        lines.append(words("laid down by {who}, {moment}", who=who, moment=words.moment(version.made_at)))
        lines.append(words("counts from {day}", day=words.date(version.book.valid_from)))
    if version.ends is not None and version.state is not BookState.REPLACED:
        lines.append(words("until another version counts, from {day}", day=words.date(version.ends)))
    return " · ".join(lines)


def _title(words: Words, version: RuleBookSnapshot) -> str:
    return f"{words('Version {version}', version=version.book.version)} · {words.name(version.state)}"
