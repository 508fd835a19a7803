"""What the page of papers has before it: what is in force, and the draft that is typed.

The draft begins with the first change. It lies in the window's drafts, so that leaving the page, another language or
another theme lose nothing of it; it goes when it is dropped or saved, and with the program.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.screens.papering.jobs import PaperingLook
from returns_desk.desktop.screens.papering.typed import Texts, read_company, read_look, say_faults, type_paper
from returns_desk.desktop.screens.screen import Room
from returns_desk.documents.kit.dress import Dress
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots import Company
from returns_desk.wording.rights import say_why_not

_DRAFT = "paper_look"


@dataclass
class Draft:
    """What is typed; ``logo``: a picture that was chosen, empty for one taken away, ``None``: the one in force."""

    texts: Texts
    logo: bytes | None = None


class Board(QObject):
    """``shown``: something else is before us; ``edited``: one part of it changed."""

    shown = Signal()
    edited = Signal()

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._look: PaperingLook | None = None
        self.why_not = ""
        self.faults: dict[str, str] = {}

    @property
    def draft(self) -> Draft | None:
        """What is typed and not saved."""
        draft: Draft | None = self._room.station.drafts.get(_DRAFT)
        return draft

    @property
    def known(self) -> bool:
        """Whether the store has answered yet."""
        return self._look is not None

    @property
    def texts(self) -> Texts:
        """What the fields show."""
        return self.draft.texts if self.draft else type_paper(self._company)

    @property
    def company(self) -> Company:
        """The shop as it is typed."""
        return read_company(self.texts, self._company)

    @property
    def look(self) -> PaperLook:
        """The look as it is typed; a logo that was chosen has no name until it is kept."""
        taken_away = self.draft is not None and self.draft.logo == b""
        return read_look(self.texts, "" if taken_away else self._company.look.logo)

    @property
    def logo(self) -> bytes:
        """The picture that is shown."""
        if self.draft is not None and self.draft.logo is not None:
            return self.draft.logo
        return self._look.paper.dress.logo if self._look else b""

    @property
    def new_logo(self) -> bytes | None:
        """A picture that is to be kept."""
        return (self.draft.logo or None) if self.draft else None

    @property
    def dress(self) -> Dress:
        """What a paper would wear."""
        return Dress(self.look, self.logo)

    @property
    def _company(self) -> Company:
        assert self._look is not None
        return self._look.paper.company

    def take(self, look: PaperingLook) -> None:
        """Show what the store has now; a draft stays as it is typed."""
        self._look = look
        self.why_not = say_why_not(self._room.words, look.person, Permission.SET_PAPER)
        self._read()
        self.shown.emit()

    def write(self, name: str, text: str) -> None:
        """A field has another text; what is typed before the store has answered is left aside."""
        if not self.known:
            return
        self._begin().texts[name] = text
        self._read()
        self.edited.emit()

    def show_logo(self, png: bytes) -> None:
        """Show a picture that was chosen; nothing: the logo is taken away."""
        self._begin().logo = png
        self._read()
        self.shown.emit()

    def forget_draft(self) -> None:
        """It was saved: the next look shows it as what is in force."""
        self._room.station.drafts.pop(_DRAFT, None)

    def drop(self) -> None:
        """Forget the draft and show what is in force."""
        self.forget_draft()
        self._read()
        self.shown.emit()

    def _begin(self) -> Draft:
        if self.draft is None:
            self._room.station.drafts[_DRAFT] = Draft(self.texts)
        draft = self.draft
        assert draft is not None
        return draft

    def _read(self) -> None:
        self.faults = say_faults(self._room.words, self.company, self.look) if self.draft else {}
