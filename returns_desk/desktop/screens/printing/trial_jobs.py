"""A label or page to try a printer with, drawn and sent; runs in the pool, and needs no database."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from returns_desk.desktop.screens.printing.printer_words import say_trouble
from returns_desk.desktop.system_printer import station_printer
from returns_desk.documents.calibration import render_calibration, render_calibration_label
from returns_desk.documents.kit.dress import Dress
from returns_desk.documents.labels import LabelForm, draw_labels
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.printing import LABELS, USUAL_LABEL, Route
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import ParcelSnapshot
from returns_desk.exchange.printers import PrinterRefused, PrintOut
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

TEST_NUMBER, CALIBRATION = "PA-TEST", "calibration"
_USUAL_DPI = {"zpl": 203}
_FINE_DPI = 300


def send_trial(route: Route, family: str, home: Path, language: str, now: datetime) -> str:
    """Send a label with today's date, or the calibration page; gives why it was not taken, else nothing."""
    if family != LABELS:
        return send_calibration(route, family, home, language)
    words = Words(language)
    thing = ParcelSnapshot("", TEST_NUMBER, ParcelState.ARRIVED, TEST_NUMBER, words("Test label"), now, (), ())

    def draw(speaks: str, dpi: int, size: str) -> bytes:
        return draw_labels((thing,), LabelForm(language, size, dpi, speaks))

    return _send(route, family, home, TEST_NUMBER, words, draw)


def send_calibration(route: Route, family: str, home: Path, language: str) -> str:
    """Send the label or page by which a printer is set right; gives why it was not taken, else nothing."""

    def draw(speaks: str, dpi: int, size: str) -> bytes:
        if family == LABELS:
            return render_calibration_label(language, size, dpi, speaks)
        return render_calibration(language, dress=Dress(PaperLook(size=PaperSize(size))), dpi=dpi)

    return _send(route, family, home, CALIBRATION, Words(language), draw)


def _send(
    route: Route, family: str, home: Path, name: str, words: Words, draw: Callable[[str, int, str], bytes]
) -> str:
    printer = station_printer(route, home, family)
    size = route.size or (USUAL_LABEL if family == LABELS else PaperSize.A4.value)
    try:
        drawn = draw(printer.speaks, route.dpi or _USUAL_DPI.get(printer.speaks, _FINE_DPI), size)
        printer.send(PrintOut(name, drawn, 1, route.tray, size))
    except PrinterRefused as refused:
        return say_trouble(words, refused.trouble, refused.said)
    except DeskError as refusal:
        return refusal_line(words, refusal)
    return ""
