"""What stands where no batch is yet: how batches come about, for each kind of partner."""

from PySide6.QtWidgets import QWidget

from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.card import Card
from returns_desk.desktop.widgets.empty_state import EmptyState
from returns_desk.domain.batches import PartnerKind
from returns_desk.wording import Words

_ICONS = {PartnerKind.SUPPLIER: "truck", PartnerKind.CHARITY: "heart-handshake", PartnerKind.RECYCLER: "recycle"}


def say_partners(words: Words, kind: PartnerKind) -> str:
    """All partners of a kind."""
    return {
        PartnerKind.SUPPLIER: words("Suppliers"),
        PartnerKind.CHARITY: words("Charities"),
        PartnerKind.RECYCLER: words("Recyclers"),
    }[kind]


def empty_page(room: Room, kind: PartnerKind) -> QWidget:
    """A picture and two sentences."""
    words = room.words
    title, detail = {
        PartnerKind.SUPPLIER: (
            words("No batch for a supplier yet"),
            words("Pieces that are decided for a supplier gather here by themselves, one batch for each supplier."),
        ),
        PartnerKind.CHARITY: (
            words("No batch for a charity yet"),
            words("Pieces that are donated gather here by themselves, with a donation note."),
        ),
        PartnerKind.RECYCLER: (
            words("No batch for a recycler yet"),
            words("Pieces that are recycled gather here by themselves, with a transfer note."),
        ),
    }[kind]
    card = Card()
    card.body.addWidget(EmptyState(room.theme, _ICONS[kind], title, detail), 1)
    return card
