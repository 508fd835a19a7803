"""The lines of a batch: what each piece is, what was found, what it brings; unchecked ones are sent back."""

from returns_desk.desktop.screens.batch_words import days_tone
from returns_desk.desktop.screens.check_table import CheckTable
from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.screens.two_lines import show_two_lines
from returns_desk.desktop.widgets.table import Column
from returns_desk.domain.batches import BatchState, LineState
from returns_desk.domain.snapshots import BatchLineSnapshot, BatchSnapshot, ItemSnapshot
from returns_desk.wording import Words

_DECIDED = (LineState.SENT_BACK, LineState.PULLED)
_ITEM, _PRODUCT, _FINDING, _CREDIT, _VALUE = 1, 2, 4, 6, 7


class BatchLines(CheckTable):
    """``batch_lines``: a box a line while the batch waits for a supervisor."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._batch: BatchSnapshot | None = None
        self._may_check = False
        super().__init__(self._columns(), "batch_lines", lambda line: str(line.item.number), lambda _: self._may_check)
        self.setAccessibleName(words("Lines of the batch"))
        show_two_lines(self, _ITEM, _PRODUCT, _FINDING)

    def _columns(self) -> tuple[Column, ...]:
        words = self._words
        return (
            Column(words("Item"), lambda line: line.item.number),
            Column(words("Product"), self._say_product, stretch=True),
            Column(words("Grade"), _grade, tone=lambda line: "bad" if line.state in _DECIDED else "brand"),
            Column(words("Finding"), self._say_finding, stretch=True),
            Column(words("Days"), _days, tone=lambda line: days_tone(line.days_left)),
            Column(words("Credit"), lambda line: words.money(line.credit), at_end=True, strong=_stays),
            Column(words("Value"), lambda line: words.money(line.gross), at_end=True, strong=_stays),
        )

    def _say_product(self, line: BatchLineSnapshot) -> str:
        item = line.item
        times = f" × {item.quantity}" if item.quantity > 1 else ""
        return f"{product_name(self._words, item.product)}{times}\n{say_marks(self._words, item)}"

    def _say_finding(self, line: BatchLineSnapshot) -> str:
        words = self._words
        found = ", ".join(words.name(finding) for finding in line.item.findings)
        reason = words.name(line.reason)
        if line.state in _DECIDED:
            return f"{words.name(line.state)}\n{line.note or found or reason}"
        return f"{found}\n{reason}" if found else reason

    def show_batch(self, batch: BatchSnapshot, *, may_check: bool) -> None:
        """Show a batch's lines; boxes that were changed stay so while it is the same batch in the same state."""
        if self._batch is None or _face(self._batch) != _face(batch):
            self.checks.check_all({line.item.number for line in batch.lines})
        self._batch = batch
        self._may_check = may_check and batch.row.state is BatchState.SUBMITTED
        self.show_rows(batch.lines)
        self.setColumnHidden(0, not self._may_check)
        self.setColumnHidden(5, all(line.days_left is None for line in batch.lines))
        has_terms = batch.row.partner.terms is not None
        self.setColumnHidden(_CREDIT, not has_terms)
        self.setColumnHidden(_VALUE, has_terms)

    def going(self) -> tuple[BatchLineSnapshot, ...]:
        """The lines that go out as they are checked now."""
        lines = self._batch.lines if self._batch else ()
        staying = [line for line in lines if line.state not in _DECIDED]
        return tuple(line for line in staying if not self._may_check or line.item.number in self.checks.checked)

    def unchecked(self) -> tuple[str, ...]:
        """Numbers of the pieces that would be sent back."""
        lines = self._batch.lines if self._batch and self._may_check else ()
        return tuple(line.item.number for line in lines if line.item.number not in self.checks.checked)


def _stays(line: BatchLineSnapshot) -> bool:
    return line.state not in _DECIDED


def _face(batch: BatchSnapshot) -> tuple[object, ...]:
    """What must be the same for the boxes to mean the same."""
    return batch.row.number, batch.row.state, batch.submitted_at, [line.item.number for line in batch.lines]


def say_marks(words: Words, item: ItemSnapshot) -> str:
    """Serial and lot of a piece, else its SKU; and how it was wiped."""
    serial = words("Serial {serial}", serial=item.serial) if item.serial else ""
    lot = words("Lot {lot}", lot=item.lot) if item.lot else ""
    marks = joined(words, serial, lot) or words("SKU {sku}", sku=item.product.sku)
    return joined(words, marks, words("wiped: {how}", how=words.name(item.wiped)) if item.wiped else "")


def _grade(line: BatchLineSnapshot) -> str:
    return line.item.grade.value if line.item.grade else ""


def _days(line: BatchLineSnapshot) -> str:
    return "" if line.days_left is None else str(line.days_left)
