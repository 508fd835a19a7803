"""What a batch holds, page by page: its lines, and beside them what else there is to see of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.choice import width_when_chosen
from returns_desk.domain.batches import BatchMode, PartnerKind
from returns_desk.domain.snapshots import BatchSnapshot


class ShowsBatch(Protocol):
    """A page that is told when another batch, or another state of it, is to be shown."""

    def show_batch(self, batch: BatchSnapshot) -> None:
        """Show the batch."""


@dataclass(frozen=True)
class BatchPage:
    """``name`` is the button's object name; ``shows`` is told each batch, if the page does not hear of it otherwise."""

    name: str
    title: str
    widget: QWidget
    shows: ShowsBatch | None = None
    fits: Callable[[BatchSnapshot], bool] | None = None  # not: its button is hidden for this batch


def brings_credit(batch: BatchSnapshot) -> bool:
    """Whether a supplier owes something for it; gifts and recycling have their certificate instead."""
    return batch.row.kind is PartnerKind.SUPPLIER


def is_sent(batch: BatchSnapshot) -> bool:
    """Whether it leaves in cartons; what is destroyed here does not."""
    return batch.row.mode is BatchMode.SEND


class BatchPages(QWidget):
    """One button a page, above the page; a single page needs no button."""

    def __init__(self, pages: Sequence[BatchPage]) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(6)
        for place, page in enumerate(self._pages):
            self._stack.addWidget(page.widget)
            row.addWidget(self._button(place, page))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if len(self._pages) > 1:
            column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _button(self, place: int, page: BatchPage) -> QPushButton:
        button = push_button(page.title, page.name, "chip")
        button.setCheckable(True)
        button.setChecked(place == 0)
        button.setMinimumWidth(width_when_chosen(button, page.title))
        button.clicked.connect(lambda: self._stack.setCurrentIndex(place))
        self._group.addButton(button, place)
        return button

    def show_batch(self, batch: BatchSnapshot) -> None:
        """Tell every page."""
        for page in self._pages:
            if page.shows is not None:
                page.shows.show_batch(batch)
            if page.fits is not None:
                self._offer(page, fits=page.fits(batch))

    def _offer(self, page: BatchPage, *, fits: bool) -> None:
        place = self._pages.index(page)
        self._group.button(place).setVisible(fits)
        if not fits and self._stack.currentIndex() == place:
            self.show_page(self._pages[0].name)

    def show_page(self, name: str) -> None:
        """Bring a page to the front by its button's name."""
        for place, page in enumerate(self._pages):
            if page.name == name:
                self._stack.setCurrentIndex(place)
                self._group.button(place).setChecked(True)
