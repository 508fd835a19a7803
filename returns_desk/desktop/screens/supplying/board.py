"""What the page of suppliers has before it: the supplier, the version that is shown, and the draft that is typed.

Each supplier has a draft of its own, which begins with the first change. It lies in the window's drafts, so that
leaving the page, another language or another theme lose nothing of it; it goes when it is dropped or saved, and with
the program.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.supplying.jobs import SuppliersLook
from returns_desk.desktop.screens.supplying.typed import Texts, read_typed, type_terms
from returns_desk.domain.check_terms import term_faults
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots.supplier_terms import SupplierVersions, TermsVersion
from returns_desk.domain.term_faults import TermFault
from returns_desk.domain.terms import SupplierTerms
from returns_desk.wording.rights import say_why_not

_DRAFTS, _CHOSEN = "supplier_terms", "supplier_chosen"


@dataclass
class Draft:
    """What is typed, and on which version it rests (0: there was none)."""

    base: int
    texts: Texts


class Board(QObject):
    """``shown``: another supplier or version is before us; ``edited``: one text of it changed."""

    shown = Signal()
    edited = Signal()

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._drafts: dict[str, Draft] = room.station.drafts.setdefault(_DRAFTS, {})
        self.look: SuppliersLook | None = None
        self.code: str = room.station.drafts.get(_CHOSEN, "")
        self.version = 0  # that is shown; 0: the draft, or the usual where there is nothing yet
        self.texts: Texts = {}
        self.terms = SupplierTerms()
        self.faults: tuple[TermFault, ...] = ()
        self.why_not = ""

    @property
    def supplier(self) -> SupplierVersions | None:
        """The supplier that is chosen."""
        suppliers = self.look.suppliers if self.look else ()
        return next((each for each in suppliers if each.partner.code == self.code), None)

    @property
    def draft(self) -> Draft | None:
        """What is typed for this supplier and not saved."""
        return self._drafts.get(self.code)

    def has_draft(self, code: str) -> bool:
        """Whether something is typed for a supplier."""
        return code in self._drafts

    @property
    def shown_version(self) -> TermsVersion | None:
        """The version that is shown; none: the draft, or nothing is known yet."""
        return self.supplier.version(self.version) if self.supplier else None

    @property
    def locked(self) -> bool:
        """Whether what is shown may not be changed: for want of the right, or since there is a draft beside it."""
        return bool(self.why_not) or self.supplier is None or (self.version != 0 and self.draft is not None)

    def take(self, look: SuppliersLook) -> None:
        """Show what the store has now; drafts stay as they are typed."""
        self.look = look
        self.why_not = say_why_not(self._room.words, look.person, Permission.SET_RULES)
        if self.supplier is None and look.suppliers:
            self.code = look.suppliers[0].partner.code
        known = self.supplier is not None and self.supplier.version(self.version) is not None
        self._show(self.version if known else self._first_shown())

    def choose(self, code: str) -> None:
        """Show another supplier: its draft, else what is in force."""
        if code != self.code:
            self.code = code
            self._room.station.drafts[_CHOSEN] = code
            self._show(self._first_shown())

    def show_version(self, version: int) -> None:
        """Show one version; 0 is the draft."""
        self._show(version)

    def write(self, name: str, text: str) -> None:
        """A field has another text."""
        assert self.look is not None
        if self.draft is None:
            begins = max(self.look.today, self.terms.valid_from)
            texts = {**self.texts, "valid_from": self._room.words.date(begins)}
            self._drafts[self.code] = Draft(self.version, texts)
            self.version = 0
        draft = self.draft
        assert draft is not None
        draft.texts[name] = text
        self.texts = draft.texts
        self._read()
        self.edited.emit()

    def take_terms(self, terms: SupplierTerms) -> None:
        """Make terms from elsewhere (a file) the draft."""
        in_force = self.supplier.in_force if self.supplier else None
        base = in_force.terms.version if in_force else 0
        self._drafts[self.code] = Draft(base, self._type(terms))
        self._show(0)

    def drop(self) -> None:
        """Forget the draft and show what is in force."""
        self.forget_draft(self.code)
        self._show(self._first_shown())

    def forget_draft(self, code: str) -> None:
        """It was saved: the next look shows it as a version."""
        self._drafts.pop(code, None)

    def show_newest(self) -> None:
        """Show the version that was written down last."""
        versions = self.supplier.versions if self.supplier else ()
        self._show(versions[0].terms.version if versions else 0)

    def fault_at(self, name: str, inside: str = "") -> TermFault | None:
        """The first fault of a field."""
        return next((each for each in self.faults if (each.name, each.inside) == (name, inside)), None)

    def _first_shown(self) -> int:
        if self.supplier is None or self.draft is not None or not self.supplier.versions:
            return 0
        return (self.supplier.in_force or self.supplier.versions[0]).terms.version

    def _show(self, version: int) -> None:
        self.version = version
        shown = self.shown_version
        if shown is not None:
            self.texts = self._type(shown.terms)
        elif self.draft is not None:
            self.texts = self.draft.texts
        elif self.look is not None:
            self.texts = self._type(replace(SupplierTerms(), valid_from=self.look.today))
        self._read()
        self.shown.emit()

    def _type(self, terms: SupplierTerms) -> Texts:
        assert self.look is not None
        return type_terms(self._room.words, terms, self.look.currency)

    def _read(self) -> None:
        if self.look is None or self.supplier is None:
            return
        today = self.look.today
        self.terms, unread = read_typed(self.texts, self.version, self.look.currency, today)
        checked = term_faults(self.terms, self.supplier.before(today)) if self.draft and not self.version else ()
        self.faults = (*unread, *checked)
