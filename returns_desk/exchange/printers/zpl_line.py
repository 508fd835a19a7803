"""A label printer on the network that understands ZPL, on its raw port."""

import socket
from dataclasses import dataclass

from returns_desk.domain.printer_address import ZPL_PORT
from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.printer import ZPL, PrinterRefused, PrintOut

SECONDS = 5.0  # a printer that does not take a label within this is taken for switched off


@dataclass(frozen=True)
class NetworkPrinter:
    """Sends ZPL to a printer on the network."""

    host: str
    port: int = ZPL_PORT
    speaks: str = ZPL

    @property
    def address(self) -> str:
        """As in a route."""
        return f"zpl://{self.host}:{self.port}"

    def send(self, out: PrintOut) -> str:
        """Send one job, with a deadline; it has no name of its own."""
        try:
            with socket.create_connection((self.host, self.port), timeout=SECONDS) as line:
                line.settimeout(SECONDS)
                line.sendall(out.content)
        except OSError as error:
            raise PrinterRefused(_trouble(error), str(error) or type(error).__name__) from error
        return ""

    def status(self) -> PrinterStatus:
        """Try whether anybody answers there."""
        try:
            socket.create_connection((self.host, self.port), timeout=SECONDS).close()
        except OSError as error:
            return PrinterStatus((_trouble(error),), said=str(error) or type(error).__name__)
        return PrinterStatus()

    def knows(self, name: str) -> bool | None:
        """Such a printer keeps no names."""
        return None


def _trouble(error: OSError) -> Trouble:
    if isinstance(error, socket.gaierror):
        return Trouble.NO_SUCH_HOST
    return Trouble.SILENT if isinstance(error, TimeoutError) else Trouble.OFF
