"""A table of frozen rows: columns say how a row reads; codes are never broken, figures stand under each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from returns_desk.desktop.widgets.chip_cell import TONE_ROLE, ChipCell, current_theme

ROW_PIXELS = 38
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True)
class Column:
    """One column: its title, what a row says in it, and how it stands."""

    title: str
    text: Callable[[Any], str]
    stretch: bool = False  # takes the room that is left; longer text is shortened, whole in the tool tip
    at_end: bool = False  # figures: at the end of the column
    strong: Callable[[Any], bool] | None = None
    tone: Callable[[Any], str] | None = None  # shown as a chip of this tone
    quiet: Callable[[Any], bool] | None = None  # in the ink of what matters less
    picture: Callable[[Any], QIcon] | None = None


class RowsModel(QAbstractTableModel):
    """Rows as they came from the store; a new answer replaces them all."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Any, ...] = ()

    def replace(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What one cell says, in one of Qt's roles."""
        if not index.isValid():
            return None
        return self._cell(self.rows[index.row()], self.columns[index.column()], role)

    def _cell(self, row: Any, column: Column, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole if column.stretch:
                return f"<qt>{escape(column.text(row))}</qt>".replace("\n", "<br>")  # said as text, never as markup
            case Qt.ItemDataRole.TextAlignmentRole:
                across = Qt.AlignmentFlag.AlignRight if column.at_end else Qt.AlignmentFlag.AlignLeft
                return across | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if column.strong is not None and column.strong(row):
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.ForegroundRole if column.quiet is not None and column.quiet(row):
                return QColor(current_theme()["muted"])
            case Qt.ItemDataRole.DecorationRole if column.picture is not None:
                return column.picture(row)
            case _ if role == TONE_ROLE and column.tone is not None:
                return column.tone(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles, at the same end as their text."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            end = self.columns[section].at_end
            across = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
            return across | Qt.AlignmentFlag.AlignVCenter
        return None


class Table(QTableView):
    """A list with columns; ``chosen`` tells the row that a person chose with mouse or keys."""

    chosen = Signal(object)

    def __init__(self, columns: Sequence[Column], object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.rows_model = RowsModel(columns, self)
        self.setModel(self.rows_model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PIXELS)
        self._set_up_header(columns)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def _set_up_header(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setVisible(any(column.title for column in columns))
        for number, column in enumerate(columns):
            if column.tone is not None:
                self.setItemDelegateForColumn(number, ChipCell(self))
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(number, mode)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the row that was current stays current if there still is one in its place."""
        current = self.currentIndex().row()
        self.selectionModel().blockSignals(True)
        self.rows_model.replace(rows)
        if 0 <= current < len(rows):
            self.choose(current)
        self.selectionModel().blockSignals(False)

    def show_up_to(self, rows: Sequence[Any], most: int) -> None:
        """Show other rows, as high as they need; of more than so many the others are scrolled."""
        self.show_rows(rows)
        header = self.horizontalHeader()
        above = 0 if header.isHidden() else header.sizeHint().height()
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(above + min(len(rows), most) * row + 4)

    def show_rows_of(self, pixels: int) -> None:
        """Rows of another height, for two lines of text."""
        self.verticalHeader().setDefaultSectionSize(pixels)

    def show_only(self) -> None:
        """A list to read, not to choose from: no focus, no selection; it takes the room that is left."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def choose(self, number: int) -> None:
        """Make a row the current one, as if a person had chosen it."""
        # selectRow() asks the header for the column at its edge, which a right-to-left one does not have before layout
        shown = (column for column in range(len(self.rows_model.columns)) if not self.isColumnHidden(column))
        self.setCurrentIndex(self.rows_model.index(number, next(shown, 0)))

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.rows_model.rows[now.row()])
