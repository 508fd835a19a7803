"""The pages of a paper on the screen: as wide as there is room, whole, or as large as one wants; page after page."""

from PySide6.QtCore import QBuffer, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from returns_desk.desktop.system_printer import open_pdf
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import code_label
from returns_desk.wording import Words

_STEP = 1.25
_LEAST, _MOST = 0.2, 5.0
_POINTS = 72
_Zoom = QPdfView.ZoomMode


class PaperView(QWidget):
    """``turned`` tells which page is in front (from 1), of how many."""

    turned = Signal(int, int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._opened: tuple[QPdfDocument, QBuffer] | None = None
        self.pages = self._new_pages()
        self.which = code_label("", "quiet")
        self.which.setObjectName("paper_page")
        self._wide = self._fit_button(words("Fit width"), "paper_fit_width", _Zoom.FitToWidth)
        self._whole = self._fit_button(words("Whole page"), "paper_fit_page", _Zoom.FitInView)
        self._lay_out()
        self._show_fit()

    def _new_pages(self) -> QPdfView:
        pages = QPdfView(self)
        pages.setPageMode(QPdfView.PageMode.MultiPage)
        pages.setZoomMode(_Zoom.FitToWidth)
        pages.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys are those of the whole dialog
        pages.setAccessibleName(self._words("The paper"))
        pages.pageNavigator().currentPageChanged.connect(lambda _page: self._say_page())
        return pages

    def _fit_button(self, title: str, name: str, mode: _Zoom) -> QPushButton:
        button = push_button(title, name, "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.fit(mode))
        return button

    def _lay_out(self) -> None:
        words = self._words
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, sign, title, act in (
            ("paper_back", "‹", words("Page before"), lambda: self.turn(-1)),
            ("paper_on", "›", words("Next page"), lambda: self.turn(1)),
        ):
            row.addWidget(_small(sign, name, title, act))
        row.addWidget(self.which)
        row.addStretch(1)
        row.addWidget(self._wide)
        row.addWidget(self._whole)
        row.addWidget(_small("−", "paper_smaller", words("Smaller (-)"), lambda: self.zoom(1 / _STEP)))
        row.addWidget(_small("+", "paper_larger", words("Larger (+)"), lambda: self.zoom(_STEP)))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pages, 1)
        column.addLayout(row)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._opened[0].pageCount() if self._opened else 0

    @property
    def page(self) -> int:
        """The page in front, from 1."""
        return self.pages.pageNavigator().currentPage() + 1

    def show_pages(self, drawn: bytes) -> None:
        """Show another paper, or the same as it is by now: what is in front stays in front."""
        before, page, scrolled = self._opened, self.page, self.pages.verticalScrollBar().value()
        self._opened = open_pdf(drawn)
        if before is not None:
            self._renew()
        self.pages.setDocument(self._opened[0])
        if before is not None:
            before[0].close()
            self._go_to(min(page, self.page_count))
            self.pages.verticalScrollBar().setValue(scrolled)
        self._say_page()

    def _renew(self) -> None:
        """WORKAROUND(QPdfView): given another paper of the same size, it goes on showing the pages of the first."""
        old, fresh = self.pages, self._new_pages()
        fresh.setZoomMode(old.zoomMode())
        fresh.setZoomFactor(old.zoomFactor())
        fresh.setMinimumHeight(old.minimumHeight())
        self._column.replaceWidget(old, fresh)
        old.hide()
        fresh.show()
        self._column.activate()  # it has its size at once, so that it can be scrolled at once
        old.deleteLater()
        self.pages = fresh

    def let_go(self) -> None:
        """Close the paper."""
        self.pages.setDocument(QPdfDocument(self.pages))
        if self._opened is not None:
            self._opened[0].close()
            self._opened = None

    def turn(self, pages: int) -> None:
        """Go on by so many pages, or back."""
        self._go_to(self.page + pages)

    def fit(self, mode: _Zoom) -> None:
        """Show it as wide as there is room, or whole."""
        self.pages.setZoomMode(mode)
        self._show_fit()

    def zoom(self, by: float) -> None:
        """Show it larger or smaller."""
        factor = min(_MOST, max(_LEAST, self.factor * by))
        self.pages.setZoomMode(_Zoom.Custom)
        self.pages.setZoomFactor(factor)
        self._show_fit()

    @property
    def factor(self) -> float:
        """How large it is shown now; 1 is its size on paper."""
        if self._opened is None or self.pages.zoomMode() == _Zoom.Custom:
            return self.pages.zoomFactor()
        size, room, edges = self._opened[0].pagePointSize(self.page - 1), self.pages.viewport(), _edges(self.pages)
        dots = room.logicalDpiX() / _POINTS
        wide = (room.width() - edges[0]) / max(1.0, size.width() * dots)
        if self.pages.zoomMode() == _Zoom.FitToWidth:
            return wide
        return min(wide, (room.height() - edges[1]) / max(1.0, size.height() * dots))

    def take_key(self, event: QKeyEvent) -> bool:
        """Page and zoom keys; say whether it was one."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._go_to(1 if event.key() == Qt.Key.Key_Home else self.page_count)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Minus:
                self.zoom(1 / _STEP if event.key() == Qt.Key.Key_Minus else _STEP)
            case Qt.Key.Key_0:
                self.fit(_Zoom.FitToWidth)
            case _:
                return False
        return True

    def _go_to(self, page: int) -> None:
        if 1 <= page <= self.page_count:
            self.pages.pageNavigator().jump(page - 1, QPointF())

    def _say_page(self) -> None:
        self.which.setText(self._words("Page {page} of {pages}", page=self.page, pages=self.page_count))
        self.turned.emit(self.page, self.page_count)

    def _show_fit(self) -> None:
        self._wide.setChecked(self.pages.zoomMode() == _Zoom.FitToWidth)
        self._whole.setChecked(self.pages.zoomMode() == _Zoom.FitInView)


def _edges(view: QPdfView) -> tuple[int, int]:
    margins = view.documentMargins()
    return margins.left() + margins.right(), margins.top() + margins.bottom()


def _small(sign: str, name: str, title: str, act: object) -> QPushButton:
    button = push_button(sign, name, "chip")
    button.setAccessibleName(title)
    button.setToolTip(title)
    button.clicked.connect(act)
    return button
