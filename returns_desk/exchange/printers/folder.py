"""Keeps every paper as a file: the printer of a station that chose none."""

import errno
from dataclasses import dataclass
from pathlib import Path

from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.printer import PDF, PrinterRefused, PrintOut
from returns_desk.exchange.whole_file import safe_name, save_whole

_TROUBLES = {
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EACCES: Trouble.NO_RIGHT,
    errno.EPERM: Trouble.NO_RIGHT,
    errno.EROFS: Trouble.NO_RIGHT,
}


@dataclass(frozen=True)
class FolderPrinter:
    """The same job again takes the place of the first."""

    folder: Path
    speaks: str = PDF
    address: str = "folder"

    def send(self, out: PrintOut) -> str:
        """Write one file, whole or not at all; gives its name."""
        file = self.folder / safe_name(out.name, f".{self.speaks}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            save_whole(file, out.content)
        except OSError as error:
            raise PrinterRefused(trouble_of(error), error.strerror or type(error).__name__) from error
        return file.name

    def status(self) -> PrinterStatus:
        """Try whether the folder takes a file."""
        probe = self.folder / ".probe"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            save_whole(probe, b"")
            probe.unlink()
        except OSError as error:
            return PrinterStatus((trouble_of(error),), said=error.strerror or type(error).__name__)
        return PrinterStatus()


def trouble_of(error: OSError) -> Trouble:
    """Why a file or device could not be written."""
    return _TROUBLES.get(error.errno or 0, Trouble.NOT_THERE)
