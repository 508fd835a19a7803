"""What a gift or a recycling needs besides its lines: weights by material, the certificate, devices that are wiped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from returns_desk.desktop.screens.batch_pages import BatchPage
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.stream_fields import StreamFields
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import label
from returns_desk.desktop.widgets.pick import Pick
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.desktop.widgets.tall_scroll import AsTallAsInside
from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.snapshots import BatchLineSnapshot, BatchSnapshot
from returns_desk.scanning.recogniser import recognise
from returns_desk.wording import Words
from returns_desk.wording.events_giving import say_streams

_S = BatchState
_LEAST = 120  # pixels of height
_WEIGHED = (_S.APPROVED, _S.AUTHORIZED, _S.PACKED, _S.SHIPPED, _S.PENDING_CREDIT)
_LEFT = (_S.SHIPPED, _S.PENDING_CREDIT, _S.CLOSED)


class GivingPage(QWidget):
    """``wanted`` tells a step with what it needs: ``weigh`` with kilograms, ``wipe`` with a piece and how."""

    wanted = Signal(str, dict)

    def __init__(self, room: Room) -> None:
        super().__init__()
        words = room.words
        self.setObjectName("giving")
        self._words = words
        self._batch: BatchSnapshot | None = None
        self.papers = label("", wraps=True)
        self.papers.setObjectName("giving_papers")
        self.fields = StreamFields(words)
        self._weigh = push_button(words("Weigh by material"), "weigh")
        self._weigh.clicked.connect(self.weigh)
        self.devices = DeviceTable(words)
        ways = [(how.value, words.name(how)) for how in WipeHow]
        self.how = Pick("wipe_how", words("How it is wiped"), ways)
        self._wipe = push_button(words("Mark as wiped"), "wipe")
        self._wipe.clicked.connect(self._on_wipe)
        self._wiping, self._weights = QWidget(), QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        words = self._words
        self.how.setMinimumContentsLength(18)
        above = QHBoxLayout()
        above.addWidget(label(words("What it weighs, in kilograms"), "heading"))
        above.addStretch(1)
        above.addWidget(self._weigh)
        weights = QVBoxLayout(self._weights)
        weights.setContentsMargins(0, 0, 0, 0)
        weights.setSpacing(6)
        weights.addLayout(above)
        weights.addWidget(self.fields)
        how = QHBoxLayout()
        how.setSpacing(8)
        how.addWidget(label(words("Devices to wipe"), "heading"))
        how.addStretch(1)
        how.addWidget(self.how)
        how.addWidget(self._wipe)
        wiping = QVBoxLayout(self._wiping)
        wiping.setContentsMargins(0, 4, 0, 0)
        wiping.setSpacing(4)
        wiping.addLayout(how)
        wiping.addWidget(label(words("Scan a device to note that it was wiped, or choose it"), "quiet", wraps=True))
        wiping.addWidget(self.devices, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 2)
        column.setSpacing(6)
        column.addWidget(self.papers)
        column.addWidget(self._weights)
        column.addWidget(self._wiping, 1)
        column.addStretch(0)

    def show_batch(self, batch: BatchSnapshot) -> None:
        """Show what is known of a charity's or recycler's batch."""
        self._batch = batch
        if batch.given is None:
            return
        may = batch.row.state in _WEIGHED and not (batch.certificate and batch.row.state in _LEFT)
        self.papers.setText("\n".join(say_papers(self._words, batch)))
        self.fields.show_batch(batch, may=may)
        self._weigh.setEnabled(may)
        self._weights.setVisible(may or bool(batch.streams))
        here = batch.row.state not in (*_LEFT, _S.CANCELLED, _S.REJECTED)
        devices = [line for line in batch.lines if line.item.number in _to_show(batch)]
        self.devices.show_rows(devices)
        self._wiping.setVisible(bool(devices))
        self.how.setEnabled(here)
        self._wipe.setEnabled(here and bool(batch.given.unwiped))

    def take_scan(self, text: str) -> bool:
        """A piece of this batch is noted as wiped, the way that is chosen; all else is for others."""
        scan = recognise(text)
        number = (scan.value or scan.trimmed).upper()
        if self._batch is None or not self.isVisible() or number not in _to_show(self._batch):
            return False
        self.wanted.emit("wipe", {"item": number, "how": self.how.value})
        return True

    def weigh(self) -> None:
        """Note what was entered."""
        answers = self.fields.answers()
        if answers is not None:
            self.wanted.emit("weigh", answers)

    def _on_wipe(self) -> None:
        row = self.devices.currentIndex().row()
        lines = self.devices.rows_model.rows
        if 0 <= row < len(lines):
            self.wanted.emit("wipe", {"item": lines[row].item.number, "how": self.how.value})


class DeviceTable(Table):
    """``device_table``: what a customer may have left something on."""

    def __init__(self, words: Words) -> None:
        self._words = words
        columns = (
            Column(words("Item"), lambda line: line.item.number),
            Column(words("Product"), lambda line: product_name(words, line.item.product), stretch=True),
            Column(words("Wiped"), self._say_wiped, tone=lambda line: "ok" if line.item.wiped else "ask"),
        )
        super().__init__(columns, "device_table")
        self.setAccessibleName(words("Devices to wipe"))

    def _say_wiped(self, line: BatchLineSnapshot) -> str:
        words, item = self._words, line.item
        return words.name(item.wiped) if item.wiped else words("not wiped yet")


def say_papers(words: Words, batch: BatchSnapshot) -> list[str]:
    """The recipient's registration number and certificate, and what no weight is known of."""
    number, given = batch.row.partner.company_number, batch.given
    said = [words("Recipient's registration number: {number}", number=number)] if number else []
    if not number and batch.row.kind is PartnerKind.CHARITY:
        said = [words("The recipient's registration number is not known")]
    if batch.certificate and batch.certificate_at:
        day = words.date(batch.certificate_at)
        said.append(words("Certificate {certificate}, {day}", certificate=batch.certificate, day=day))
    elif batch.row.state in _LEFT:
        said.append(words("No certificate yet"))
    if given is not None and given.by_products and not batch.streams:
        said.append(words("By the products: {streams}", streams=say_streams(words, given.by_products)))
    if given is not None and given.without_weight and not batch.streams:
        said.append(words("Pieces without a known weight: {count}", count=given.without_weight))
    return said


def _to_show(batch: BatchSnapshot) -> set[str]:
    return {*batch.given.devices, *batch.given.unwiped} if batch.given else set()


def giving_tab(words: Words, page: GivingPage) -> BatchPage:
    """The page among those of a batch; suppliers' batches have none. It scrolls where the window is short."""
    scroll = AsTallAsInside(page, _LEAST)
    scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    title = words("Weights and certificate")
    return BatchPage("page_giving", title, scroll, page, lambda batch: batch.given is not None)
