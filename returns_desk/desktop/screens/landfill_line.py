"""One quiet line below the batches of charities or recyclers: what was kept from landfill."""

from PySide6.QtWidgets import QLabel

from returns_desk.desktop.widgets.card import label
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.snapshots.giving import Landfill
from returns_desk.wording import Words
from returns_desk.wording.events_giving import say_weight


def landfill_line() -> QLabel:
    """The line, empty."""
    line = label("", "quiet", wraps=True)
    line.setObjectName("landfill")
    line.hide()
    return line


def show_landfill(line: QLabel, words: Words, kind: PartnerKind, kept: Landfill | None) -> None:
    """Say this month and twelve months of one kind of partner; of suppliers nothing."""
    line.setVisible(kept is not None)
    if kept is not None:
        month, year = kept.grams(kind, kept.this_month), kept.grams(kind)
        text = words(
            "Kept from landfill: this month {month}, in twelve months {year}",
            month=say_weight(words, month),
            year=say_weight(words, year),
        )
        line.setText(text)
