"""The parts of a route's form: each says what was chosen by hand, and shows what does not fit below itself."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from returns_desk.desktop.screens.deciding.cells import Cell, PickCell, TextCell
from returns_desk.domain.printer_address import RAW, ZPL
from returns_desk.domain.printing import FOLDER, USUAL_LABEL
from returns_desk.wording import Words

COLUMNS = 2
_LONGEST_ADDRESS = 300
LABEL_SIZES = ("62", "100x150", "100x50", "50x25")
SHEET_SIZES = ("A4", "Letter")
FREE = "free"
HINTS = {ZPL: "192.168.1.40:9100", RAW: "/dev/usb/lp0"}


class Grid:
    """Puts cells beside each other, row after row."""

    def __init__(self) -> None:
        self.layout = QGridLayout()
        self.layout.setHorizontalSpacing(10)
        self.layout.setVerticalSpacing(2)
        for column in range(COLUMNS):
            self.layout.setColumnStretch(column, 1)
        self._at = 0
        self._headings: dict[Cell, QLabel] = {}

    def put(self, *cells: Cell) -> None:
        """Begin a row with these cells."""
        self._at += 3
        for column, cell in enumerate(cells):
            self._headings[cell] = cell.put_into(self.layout, self._at, column)

    def put_over(self, cell: Cell) -> None:
        """Put a cell where the last one of this row stands: one of the two is shown."""
        self._headings[cell] = cell.put_into(self.layout, self._at, COLUMNS - 1)

    def show(self, cell: Cell, visible: bool) -> None:
        """Show or hide a cell with its heading; hidden, it says nothing."""
        self._headings[cell].setVisible(visible)
        cell.editor.setVisible(visible)
        if not visible:
            cell.show_wrong("")

    def name(self, cell: Cell, title: str) -> None:
        """Give a cell another heading."""
        self._headings[cell].setText(title)


def latin_cell(name: str, title: str, parent: QObject) -> TextCell:
    """A field for an address: runs left to right in any language."""
    cell = TextCell(name, title, parent)
    cell.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    cell.line.setMaxLength(_LONGEST_ADDRESS)
    return cell


def size_cell(words: Words, parent: QObject) -> PickCell:
    """A label's or a sheet's size; what is offered depends on which."""
    return PickCell("route_size", words("Size"), (("", words("The usual one")),), parent)


def label_sizes(words: Words) -> list[tuple[str, str]]:
    """The sizes that labels are sold in, and a free one."""
    usual = words("The usual one: {size}", size=say_size(words, USUAL_LABEL))
    return [("", usual), *((size, say_size(words, size)) for size in LABEL_SIZES), (FREE, words("Another size…"))]


def sheet_sizes(words: Words) -> list[tuple[str, str]]:
    """The sizes of sheets; the usual one is set with the look of papers."""
    return [("", words("As the shop's papers look")), *((size, size) for size in SHEET_SIZES)]


def say_size(words: Words, size: str) -> str:
    """A label's size: the width of a tape, or width and height."""
    return words("{width} mm tape", width=size) if "x" not in size else words("{size} mm", size=size)


def typed_address(kind: str, text: str) -> str:
    """An address as settings want it, of what was typed for a kind of printer."""
    if kind == FOLDER:
        return f"{FOLDER}:{text}" if text else FOLDER
    if kind == RAW:
        return f"raw:{text.removeprefix('raw:')}"
    return f"zpl://{text.removeprefix('zpl://')}"
