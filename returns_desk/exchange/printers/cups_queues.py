"""The queues that the system's print service has, and their trays."""

import re
from urllib.parse import quote

from returns_desk.domain.printer_address import CUPS
from returns_desk.exchange.printers.ipp import GET_DEFAULT, GET_DRIVER, GET_PRINTERS, PRINTER, Facts, Value
from returns_desk.exchange.printers.print_service import ask_service, person
from returns_desk.exchange.printers.printer import FoundPrinter, PrinterRefused

_TRAYS = re.compile(rb"^\*InputSlot ([^\s/:]+)", re.MULTILINE)  # in a PPD


def find_queues() -> tuple[FoundPrinter, ...]:
    """All queues by name; none where no print service runs."""
    asked: Facts = {"requesting-user-name": person(), "requested-attributes": ("printer-name", "printer-info")}
    try:
        rows = ask_service(GET_PRINTERS, asked).of(PRINTER)
        usual = ask_service(GET_DEFAULT, asked).of(PRINTER)
    except PrinterRefused:
        return ()
    default = {_text(row.get("printer-name", ())) for row in usual}
    named = sorted((_text(row.get("printer-name", ())), _text(row.get("printer-info", ()))) for row in rows)
    return tuple(
        FoundPrinter(f"{CUPS}://{queue}", info or queue, trays_of(queue), usual=queue in default)
        for queue, info in named
        if queue
    )


def trays_of(queue: str) -> tuple[str, ...]:
    """The trays of a queue as its driver names them; none of one without a driver."""
    place = f"ipp://localhost/printers/{quote(queue)}"
    try:
        driver = ask_service(GET_DRIVER, {"printer-uri": place, "requesting-user-name": person()}).file
    except PrinterRefused:
        return ()
    return tuple(dict.fromkeys(name.decode("latin-1") for name in _TRAYS.findall(driver)))


def _text(values: tuple[Value, ...]) -> str:
    return str(values[0]) if values else ""
