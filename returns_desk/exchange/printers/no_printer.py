"""What stands in a route where no printer of this program can be: it takes nothing, and says why."""

from dataclasses import dataclass

from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.printer import PDF, PrinterRefused, PrintOut


@dataclass(frozen=True)
class NoPrinter:
    """Nothing is lost by it: what should be printed waits until the route is mended."""

    address: str
    trouble: Trouble
    speaks: str = PDF

    def send(self, out: PrintOut) -> str:
        """Take nothing."""
        raise PrinterRefused(self.trouble, self.address)

    def status(self) -> PrinterStatus:
        """Say why."""
        return PrinterStatus((self.trouble,), said=self.address)

    def knows(self, name: str) -> bool | None:
        """Whoever stood in the route before may have taken it."""
        return None
