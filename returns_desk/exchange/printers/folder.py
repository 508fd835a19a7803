"""Keeps every paper as a file: the printer of a station that chose none."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.printer import PDF, PrinterRefused, PrintOut
from returns_desk.exchange.whole_file import safe_name, save_whole

_TROUBLES = {
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EFBIG: Trouble.DISK_FULL,
    errno.EACCES: Trouble.NO_RIGHT,
    errno.EPERM: Trouble.NO_RIGHT,
    errno.EROFS: Trouble.NO_RIGHT,
}


@dataclass(frozen=True)
class FolderPrinter:
    """The same job again takes the place of the first. ``made``: the folder is ours to make, not a person's own."""

    folder: Path
    speaks: str = PDF
    address: str = "folder"
    made: bool = True

    def send(self, out: PrintOut) -> str:
        """Write one file, whole or not at all; gives its name."""
        file = self._file(out.name)
        try:
            self._prepare()
            save_whole(file, out.content)
        except OSError as error:
            raise PrinterRefused(trouble_of(error), error.strerror or type(error).__name__) from error
        return file.name

    def status(self) -> PrinterStatus:
        """Try whether the folder takes a file."""
        probe = self.folder / f".probe-{os.getpid()}"
        try:
            self._prepare()
            save_whole(probe, b"0" * 4096)
            probe.unlink()
        except OSError as error:
            return PrinterStatus((trouble_of(error),), said=error.strerror or type(error).__name__)
        return PrinterStatus()

    def knows(self, name: str) -> bool | None:
        """Whether the file is there."""
        try:
            return self._file(name).is_file()
        except OSError:
            return None

    def _file(self, name: str) -> Path:
        return self.folder / safe_name(name, f".{self.speaks}")

    def _prepare(self) -> None:
        """A folder that a person chose and that is gone (a stick, a share) is not made anew beside its old place."""
        if self.made:
            self.folder.mkdir(parents=True, exist_ok=True)


def trouble_of(error: OSError) -> Trouble:
    """Why a file or device could not be written."""
    return _TROUBLES.get(error.errno or 0, Trouble.NOT_THERE)
