"""What the page has before it: the versions, the one that is shown, and the draft that is typed.

A draft begins with the first change and lies in the window's drafts, so that leaving the page, another language or
another theme lose nothing of it; it goes when it is dropped or switched on, and with the program.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.screens.deciding.jobs import DecidingLook
from returns_desk.desktop.screens.deciding.typed import Texts, TypedBook, read_book, type_book, type_rule
from returns_desk.desktop.screens.screen import Room
from returns_desk.domain.check_rules import rule_faults
from returns_desk.domain.people import Permission
from returns_desk.domain.rule_faults import RuleFault, Section
from returns_desk.domain.rules import BUILT_IN, Rule, RuleBook
from returns_desk.domain.snapshots.rule_books import BookState, RuleBookSnapshot
from returns_desk.wording.rights import say_why_not

_NAME = "decision_rules"


@dataclass
class Draft:
    """What is typed, and on which version it rests."""

    base: int
    typed: TypedBook


class Board(QObject):
    """``shown``: another book or row is before us; ``edited``: one text of it changed."""

    shown = Signal()
    edited = Signal()

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._drafts: dict[str, Any] = room.station.drafts
        self.look: DecidingLook | None = None
        self.version = 0  # that is shown; 0: the draft
        self.number = 0  # of the row in the form
        self.typed = TypedBook()
        self.book = RuleBook(rules=())
        self.faults: tuple[RuleFault, ...] = ()
        self.why_not = ""

    @property
    def draft(self) -> Draft | None:
        """What is typed and not switched on."""
        return self._drafts.get(_NAME)

    @property
    def drafting(self) -> bool:
        """Whether the draft is what is shown."""
        return self.version == 0

    @property
    def locked(self) -> bool:
        """Whether what is shown may not be changed: for want of the right, or since there is a draft beside it."""
        return bool(self.why_not) or (not self.drafting and self.draft is not None)

    @property
    def shown_version(self) -> RuleBookSnapshot | None:
        """The version that is shown; none: the draft."""
        versions = self.look.versions if self.look else ()
        return next((each for each in versions if each.book.version == self.version), None)

    @property
    def in_force(self) -> RuleBook:
        """The book by which the desk decides today."""
        versions = self.look.versions if self.look else ()
        return next((each.book for each in versions if each.state is BookState.IN_FORCE), BUILT_IN)

    def take(self, look: DecidingLook) -> None:
        """Show what the store has now; a draft stays as it is typed."""
        newest, first = look.versions[0].book.version, self.look is None
        self.look = look
        self.why_not = say_why_not(self._room.words, look.person, Permission.SET_DECISIONS)
        known = {each.book.version for each in look.versions}
        if self.drafting and self.draft is None:
            self.version = _in_force(look) if first else newest  # that was switched on just now
        elif self.version not in known | {0}:
            self.version = 0 if self.draft else _in_force(look)
        self._fill()

    def show_version(self, version: int) -> None:
        """Show one version; 0 is the draft."""
        self.version = version
        self._fill()

    def choose_row(self, number: int) -> None:
        """Put another row into the form."""
        if number != self.number:
            self.number = number
            self.shown.emit()

    def write(self, name: str, text: str) -> None:
        """A field of the chosen row has another text."""
        self._begin().typed.rows[self.number][name] = text
        self._read()
        self.edited.emit()

    def write_book(self, name: str, text: str) -> None:
        """A field of the book has another text."""
        self._begin().typed.book[name] = text
        self._read()
        self.edited.emit()

    def add_row(self) -> None:
        """Begin another row: for everything until a category or a supplier is chosen for it."""
        rows = self._begin().typed.rows
        rows.append(type_rule(self._room.words, Rule()))
        self.number = len(rows) - 1
        self._fill()

    def remove_row(self) -> None:
        """Take the chosen row out."""
        rows = self._begin().typed.rows
        if self.number < len(rows):
            del rows[self.number]
        self.number = max(0, min(self.number, len(rows) - 1))
        self._fill()

    def take_book(self, book: RuleBook) -> None:
        """Make a book from elsewhere (a file) the draft."""
        assert self.look is not None
        self._drafts[_NAME] = Draft(_in_force(self.look), self._type(book))
        self.version = self.number = 0
        self._fill()

    def drop(self) -> None:
        """Forget the draft and show what is in force."""
        self._drafts.pop(_NAME, None)
        assert self.look is not None
        self.version = _in_force(self.look)
        self._fill()

    def forget_draft(self) -> None:
        """It was switched on: the next look shows it as a version."""
        self._drafts.pop(_NAME, None)

    def texts(self) -> Texts:
        """The texts of the chosen row."""
        return self.typed.rows[self.number] if self.number < len(self.typed.rows) else {}

    @property
    def row(self) -> Rule | None:
        """The chosen row as it reads now."""
        return self.book.rules[self.number] if self.number < len(self.book.rules) else None

    def faults_at(self, section: Section, place: int) -> dict[str, RuleFault]:
        """The first fault of each field of one row (or fee, or the book), by the field's name."""
        found: dict[str, RuleFault] = {}
        for fault in self.faults:
            if fault.section is section and fault.place == place:
                found.setdefault(fault.name, fault)
        return found

    def _begin(self) -> Draft:
        """The draft; begun from what is shown, and from today on, where there is none."""
        assert self.look is not None
        if self.draft is None:
            draft = Draft(self.version, self.typed.copy())
            today = max(self.look.scopes.today, self.book.valid_from)
            draft.typed.book["valid_from"] = self._room.words.date(today)
            self._drafts[_NAME] = draft
            self.version = 0
            self.typed = draft.typed
        found = self.draft
        assert found is not None
        return found

    def _fill(self) -> None:
        version, draft = self.shown_version, self.draft
        if version is not None:
            self.typed = self._type(version.book)
        elif draft is not None:
            self.typed = draft.typed
        self.number = max(0, min(self.number, len(self.typed.rows) - 1))
        self._read()
        self.shown.emit()

    def _type(self, book: RuleBook) -> TypedBook:
        assert self.look is not None
        return type_book(self._room.words, book, self.look.scopes.currency)

    def _read(self) -> None:
        assert self.look is not None
        scopes = self.look.scopes
        self.book, unread = read_book(self.typed, self.version, scopes.currency, scopes.today)
        self.faults = (*unread, *rule_faults(self.book, scopes.known)) if self.drafting else ()


def _in_force(look: DecidingLook) -> int:
    return next((each.book.version for each in look.versions if each.state is BookState.IN_FORCE), 1)
