"""A printer on the network, on its raw port: as a rule a label printer that understands ZPL."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from returns_desk.domain.printer_address import ZPL_PORT, PrinterAddress
from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.manners import PATIENCE, give, look_at, with_copies
from returns_desk.exchange.printers.printer import ZPL, PrinterRefused, PrintOut
from returns_desk.exchange.printers.wires import SocketWire, call

_PAGES = 6  # times the patience: one that reads PDF closes the line late


@dataclass(frozen=True)
class NetworkPrinter:
    """Sends ZPL to a label printer; what is to be printed as PDF is sent as it is, and nothing is asked.

    ``answers`` is false for one that says nothing at all: what the network took counts as printed.
    """

    host: str
    port: int = ZPL_PORT
    speaks: str = ZPL
    answers: bool = True
    patience: float = PATIENCE

    @property
    def address(self) -> str:
        """As in a route."""
        return str(PrinterAddress("zpl", self.host, self.port, self.answers))

    def send(self, out: PrintOut) -> str:
        """Send one job over one line; it has no name of its own there."""
        if self.speaks == ZPL and self.answers:
            give(self.address, self._dial, with_copies(out.content, out.copies), self.patience)
        else:
            self._send_unasked(out)
        return ""

    def status(self) -> PrinterStatus:
        """What the printer says of itself, else whether anybody is there."""
        try:
            if self.speaks == ZPL and self.answers:
                return look_at(self.address, self._dial, self.patience)
            with self._dial():
                return PrinterStatus()
        except PrinterRefused as refused:
            return PrinterStatus((refused.trouble,), said=refused.said)

    def knows(self, name: str) -> bool | None:
        """Such a printer keeps no names."""
        return None

    def _send_unasked(self, out: PrintOut) -> None:
        zpl = self.speaks == ZPL
        content = with_copies(out.content, out.copies) if zpl else out.content
        for _ in range(1 if zpl else max(1, out.copies)):
            with self._dial() as wire:
                wire.put(content)
                noted = wire.farewell(self.patience / 5 if not self.answers else self.patience * _PAGES)
                if not noted and self.answers:
                    raise PrinterRefused(Trouble.SILENT, perhaps=True)

    def _dial(self) -> AbstractContextManager[SocketWire]:
        return call(self.host, self.port, self.patience)
