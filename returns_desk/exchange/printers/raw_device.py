"""A printer plugged into this computer, written to as a device: ``/dev/usb/lp0``, a serial port, a named pipe."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from returns_desk.domain.printer_address import RAW
from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.manners import PATIENCE, give, look_at, with_copies
from returns_desk.exchange.printers.printer import ZPL, PrinterRefused, PrintOut
from returns_desk.exchange.printers.wires import DeviceWire, plug


@dataclass(frozen=True)
class DevicePrinter:
    """Speaks ZPL as a rule; a device that can be read is asked how it is, as a printer on the network is."""

    device: str
    speaks: str = ZPL
    patience: float = PATIENCE

    @property
    def address(self) -> str:
        """As in a route."""
        return f"{RAW}:{self.device}"

    def send(self, out: PrintOut) -> str:
        """Write one job."""
        if self.speaks == ZPL:
            give(self.address, self._dial, with_copies(out.content, out.copies), self.patience)
            return ""
        for _ in range(max(1, out.copies)):
            with self._dial() as wire:
                wire.put(out.content)
                if not wire.farewell(self.patience):
                    raise PrinterRefused(Trouble.SILENT, perhaps=True)
        return ""

    def status(self) -> PrinterStatus:
        """What the printer says of itself, else whether the device can be written."""
        try:
            if self.speaks == ZPL:
                return look_at(self.address, self._dial, self.patience)
            with self._dial():
                return PrinterStatus()
        except PrinterRefused as refused:
            return PrinterStatus((refused.trouble,), said=refused.said)

    def knows(self, name: str) -> bool | None:
        """A device keeps no names."""
        return None

    def _dial(self) -> AbstractContextManager[DeviceWire]:
        return plug(self.device, self.patience)
