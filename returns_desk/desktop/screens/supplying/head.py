"""The head of the page: the chosen supplier's versions in a line, and what can be done with the draft."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from returns_desk.desktop.screens.supplying.board import Board
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.titled import emphasise
from returns_desk.domain.snapshots.supplier_terms import TermsVersion
from returns_desk.wording import Words
from returns_desk.wording.terms import say_terms_version

_SHOWN = 6  # versions as buttons; older ones are told by the command line


class TermsHead(Card):
    """``wanted`` tells what a person asks for: save, import, export."""

    wanted = Signal(str)

    def __init__(self, words: Words, board: Board) -> None:
        super().__init__(words("Terms of suppliers"))
        self.setObjectName("terms_head")
        emphasise(self)
        self._words, self._board = words, board
        self._resting = False
        self._why_not = label("", "small", wraps=True)
        self._why_not.setObjectName("terms_why_not")
        self._choice = Choice("terms_version", words("Version"))
        self._choice.chosen.connect(lambda value: board.show_version(int(value)))
        self._said = label("", wraps=True)
        self._said.setObjectName("terms_said")
        self._buttons = {
            name: self._make_button(name, text, part)
            for name, text, part in (
                ("save", words("Save as the next version"), "primary"),
                ("drop", words("Drop the draft"), ""),
                ("import", words("Import TOML…"), ""),
                ("export", words("Export TOML…"), ""),
            )
        }
        self.body.addWidget(self._why_not)
        self.body.addWidget(self._choice)
        self.body.addWidget(self._said)
        board.shown.connect(self.show_board)
        board.edited.connect(self.show_board)

    def _make_button(self, name: str, text: str, part: str) -> QPushButton:
        button = push_button(text, f"terms_{name}", part)
        button.clicked.connect(self._board.drop if name == "drop" else lambda: self.wanted.emit(name))
        self.head.addWidget(button)
        return button

    def rest(self, resting: bool) -> None:
        """While something runs, nothing else can be begun."""
        self._resting = resting
        self.show_board()

    def show_board(self) -> None:
        """Show which versions there are and what can be done."""
        board = self._board
        if board.look is None:
            return
        self._why_not.setText(board.why_not)
        self._why_not.setVisible(bool(board.why_not))
        versions = board.supplier.versions if board.supplier else ()
        self._show_versions(versions)
        self._said.setText(self._say())
        for name, why in self._whys().items():
            button = self._buttons[name]
            button.setEnabled(not why and not self._resting)
            button.setToolTip(why)
            button.setAccessibleDescription(why)

    def _whys(self) -> dict[str, str]:
        """Why something cannot be done."""
        board, words = self._board, self._words
        nobody = "" if board.supplier else words("Choose a supplier")
        draft = "" if board.draft else words("There is no draft")
        hidden = words("The draft is not shown") if board.version else ""
        wrong = words("Something does not fit yet") if board.faults else ""
        return {
            "save": board.why_not or nobody or draft or hidden or wrong,
            "drop": board.why_not or nobody or draft,
            "import": board.why_not or nobody or (words("First save the draft, or drop it") if board.draft else ""),
            "export": nobody,
        }

    def _show_versions(self, versions: tuple[TermsVersion, ...]) -> None:
        words, board = self._words, self._board
        offered = [("0", words("Draft"))] if board.draft else []
        offered += [(str(each.terms.version), self._title(each)) for each in versions[:_SHOWN]]
        if offered != self._choice.offered:
            self._choice.offer(offered)
        self._choice.setVisible(bool(offered))
        self._choice.show_value(str(board.version))

    def _title(self, each: TermsVersion) -> str:
        words = self._words
        return f"{words('Version {version}', version=each.terms.version)} · {words.name(each.state)}"

    def _say(self) -> str:
        words, board = self._words, self._board
        if board.supplier is None:
            return words("Choose a supplier")
        version = board.shown_version
        if version is not None:
            return say_terms_version(words, version)
        if board.draft is None:
            return words("Nothing is known of its terms yet; what is shown is as usual")
        kept = words("It is kept until the program closes, also when you leave this page")
        return f"{words('A draft on version {version}, not in force', version=board.draft.base)}. {kept}."
