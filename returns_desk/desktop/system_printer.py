"""A printer of the system, drawn by Qt: the way of Windows, where no program hands a PDF over as it is.

Touches no widget, so that it runs in the pool.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from returns_desk.domain.printer_address import WINDOWS, read_address
from returns_desk.domain.printing import LABELS, PrinterStatus, Route, Trouble
from returns_desk.domain.refusals import BadValue
from returns_desk.exchange.printers import FoundPrinter, Printer, PrinterRefused, PrintOut, printer_of
from returns_desk.exchange.printers import find_printers as find_queues

_MOST_DOTS = 5_000 * 3_600  # of one page's picture: an A4 sheet at 425 dpi, 72 MB
_NO_TRAYS = ("CustomSource", "LastPaperSource", "OnlyOne")


@dataclass(frozen=True)
class SystemPrinter:
    """A printer by its name in the system. ``tray`` of a job is a name of ``QPrinter.PaperSource``."""

    name: str
    speaks: str = "pdf"

    @property
    def address(self) -> str:
        """As in a route."""
        return f"{WINDOWS}://{self.name}"

    def send(self, out: PrintOut) -> str:
        """Draw every page on the printer; the system gives no receipt. Refuses ``PrinterRefused``."""
        known = QPrinterInfo.printerInfo(self.name)
        if known.isNull():
            raise PrinterRefused(Trouble.NO_SUCH_QUEUE, self.name)
        printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(out.name)
        printer.setCopyCount(max(1, out.copies))
        source = getattr(QPrinter.PaperSource, out.tray, None) if out.tray in tray_names() else None
        if source is not None:
            printer.setPaperSource(source)
        draw_pages(out.content, printer)
        return ""

    def status(self) -> PrinterStatus:
        """What the system says of it."""
        known = QPrinterInfo.printerInfo(self.name)
        if known.isNull():
            return PrinterStatus((Trouble.NO_SUCH_QUEUE,), said=self.name)
        bad = known.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        return PrinterStatus((Trouble.STOPPED,) if bad else ())

    def knows(self, name: str) -> bool | None:
        """The system keeps no names of what was printed."""
        return None


def station_printer(route: Route, home: Path, family: str = LABELS) -> Printer:
    """The printer of a route, those that only Qt can draw on among them."""
    try:
        at = read_address(route.printer)
    except BadValue:
        return printer_of(route, home, family)
    return SystemPrinter(at.place) if at.kind == WINDOWS else printer_of(route, home, family)


def find_printers() -> tuple[FoundPrinter, ...]:
    """The system's printers: the queues of CUPS, and where there is no such thing those that Qt knows."""
    return find_queues() or tuple(
        FoundPrinter(f"{WINDOWS}://{known.printerName()}", known.description() or known.printerName(), tray_names())
        for known in QPrinterInfo.availablePrinters()
    )


def tray_names() -> tuple[str, ...]:
    """What a tray may be called where Qt draws."""
    return tuple(name for name in QPrinter.PaperSource.__members__ if name not in _NO_TRAYS)


def draw_pages(
    drawn: bytes,
    printer: QPrinter,
    report: Callable[[int, int], None] | None = None,
    chosen: tuple[int, int] | None = None,
) -> None:
    """Draw the pages of a PDF, each on a sheet of its very size, edge to edge. Refuses ``PrinterRefused``.

    ``chosen``: only from this page to that, counted from 1.
    """
    document, buffer = open_pdf(drawn)
    first, last = chosen or (1, document.pageCount())
    pages = range(max(1, first) - 1, min(last, document.pageCount()))
    if not pages:
        raise PrinterRefused(Trouble.NOT_DRAWN)
    painter = QPainter()
    try:
        for page in pages:
            if report:
                report(page, len(pages))
            _begin_page(painter, printer, document.pagePointSize(page), first=page == pages[0])
            _draw_page(painter, printer, document, page)
        if not painter.end():
            raise PrinterRefused(Trouble.REFUSED, perhaps=True)
    finally:
        if painter.isActive():
            printer.abort()
            painter.end()
        buffer.close()


def _begin_page(painter: QPainter, printer: QPrinter, size: QSizeF, *, first: bool) -> None:
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setFullPage(True)
    if first:
        if not painter.begin(printer):
            raise PrinterRefused(Trouble.REFUSED)
    elif not printer.newPage():
        raise PrinterRefused(Trouble.REFUSED, perhaps=True)


def _draw_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """The page at the printer's own dots, or at every second, third ... of them: bars stay whole dots.

    It keeps its own measures, dot for dot: a sheet that the printer takes for a little smaller cuts its white edge.
    """
    size = document.pagePointSize(page)
    width, height = size.width() * printer.logicalDpiX() / 72, size.height() * printer.logicalDpiY() / 72
    every = 1
    while width * height > _MOST_DOTS * every * every:
        every += 1
    dots = QSize(round(width / every), round(height / every))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    sheet = QRectF(0, 0, dots.width() * every, dots.height() * every)
    painter.drawImage(sheet, _on_white(document.render(page, dots)))


def _on_white(picture: QImage) -> QImage:
    """The picture without what is seen through, in its own memory: printers are slow at mixing."""
    ground = QPainter(picture)
    ground.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    ground.fillRect(picture.rect(), QColor("white"))
    ground.end()
    picture.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return picture


def open_pdf(drawn: bytes) -> tuple[QPdfDocument, QBuffer]:
    """A PDF from memory; the buffer must live as long as the document."""
    buffer = QBuffer()
    buffer.setData(QByteArray(drawn))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document, buffer
