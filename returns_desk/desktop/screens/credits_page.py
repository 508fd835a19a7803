"""The page of a batch's credits: line by line what was to come and what came, and each credit note with a way back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.claims import Share, claims_of
from returns_desk.domain.snapshots import BatchLineSnapshot, BatchSnapshot, CreditSnapshot
from returns_desk.wording import Words

_MOST_CREDITS = 4
_TALL = 320  # pixels
_Row = tuple[BatchLineSnapshot, Share]


class CreditsPage(QWidget):
    """``reverse_wanted`` tells the batch's number and that of the credit to take back."""

    reverse_wanted = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("credits_page")
        self._words = words
        self._batch: BatchSnapshot | None = None
        self._reversed: set[str] = set()
        self.summary = label("", "strong", wraps=True)
        self.summary.setObjectName("credit_summary")
        self.claims = Table(self._claim_columns(), "claims")
        self.claims.setAccessibleName(words("Expected against received"))
        self.credits = Table(self._credit_columns(), "credit_notes")
        self.credits.setAccessibleName(words("Credits"))
        self.credits.chosen.connect(lambda _: self._show_button())
        self._reverse = push_button(words("Take this credit back"), "reverse_credit")
        self._reverse.clicked.connect(self._on_reverse)
        self._lay_out()

    def _claim_columns(self) -> tuple[Column, ...]:
        words = self._words
        return (
            Column(words("Item"), lambda row: row[0].item.number),
            Column(words("Product"), lambda row: product_name(words, row[0].item.product), stretch=True),
            Column(words("Expected"), lambda row: words.money(row[1].expected), at_end=True),
            Column(words("Received"), lambda row: words.money(row[1].received), at_end=True),
            Column(words("Missing"), self._say_open, at_end=True, strong=lambda row: row[1].open.minor > 0),
            Column(words("Reason"), lambda row: words.name(row[1].reason) if row[1].reason else ""),
        )

    def _credit_columns(self) -> tuple[Column, ...]:
        words = self._words
        quiet = self._is_void
        return (
            Column("", lambda credit: credit.number, stretch=True, quiet=quiet),
            Column("", lambda credit: words.date(credit.at), quiet=quiet),
            Column("", lambda credit: words.money(credit.amount), at_end=True, quiet=quiet),
            Column("", self._say_credit, quiet=quiet),
        )

    def _say_open(self, row: _Row) -> str:
        return self._words.money(row[1].open) if row[1].open.minor else ""

    def _is_void(self, credit: CreditSnapshot) -> bool:
        return bool(credit.reverses) or credit.number in self._reversed

    def _say_credit(self, credit: CreditSnapshot) -> str:
        words = self._words
        if credit.reverses:
            return words("takes {credit} back", credit=credit.reverses)
        if credit.number in self._reversed:
            return words("taken back")
        if credit.short_reason:
            return words.name(credit.short_reason)
        return words("Lines: {count}", count=len(credit.lines)) if credit.lines else words("The whole batch")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        row.addWidget(self._reverse)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 2)
        column.setSpacing(6)
        column.addWidget(self.claims, 1)
        column.addLayout(row)
        column.addWidget(self.credits)

    def show_batch(self, batch: BatchSnapshot) -> None:
        """Show what came for a batch."""
        words, self._batch = self._words, batch
        self._reversed = {credit.reverses for credit in batch.credits if credit.reverses}
        self.claims.show_rows(claims_of(batch))
        self._show_credits()
        self.credits.setVisible(bool(batch.credits))
        expected, came = batch.totals.expected, batch.credited
        said = words(
            "Expected {expected}, received {received}, open {open}",
            expected=words.money(expected),
            received=words.money(came),
            open=words.money(expected - came),
        )
        if batch.written_off is not None:
            said = f"{said} · {words('written off {money}', money=words.money(batch.written_off))}"
        self.summary.setText(said if batch.credits else words("No credit came yet. {said}", said=said))
        self._show_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is short, the lines have the room; the credits are scrolled."""
        super().resizeEvent(event)
        self._show_credits()

    def _show_credits(self) -> None:
        if self._batch is not None:
            self.credits.show_up_to(self._batch.credits, _MOST_CREDITS if self.height() > _TALL else 1)

    def _chosen(self) -> CreditSnapshot | None:
        place = self.credits.currentIndex().row()
        found = self._batch.credits if self._batch else ()
        return found[place] if 0 <= place < len(found) else None

    def _show_button(self) -> None:
        chosen = self._chosen()
        self._reverse.setVisible(self.credits.isVisibleTo(self))
        self._reverse.setEnabled(chosen is not None and not self._is_void(chosen))

    def _on_reverse(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._batch is not None:
            self.reverse_wanted.emit(self._batch.row.number, chosen.number)
