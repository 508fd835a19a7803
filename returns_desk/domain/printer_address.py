"""Where a printer is, as settings and command lines write it: read in one place, refused in one place."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from returns_desk.domain.printing import FOLDER
from returns_desk.domain.refusals import BadValue

ZPL, RAW, CUPS, WINDOWS = "zpl", "raw", "cups", "windows"
ZPL_PORT = 9100
_DUMB = "?answers=no"
_LONGEST = 1_000
_SIGNS = re.compile(r"[^\x00-\x1f\x7f]+")
_NAMED_HOST = re.compile(r"(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,62}))*\.?")
_HOST = r"(?:\[(?P<six>[0-9A-Fa-f:.]{2,45})\]|(?P<name>[^:\[\]/?#@\s]+))"
_HOST_AND_PORT = re.compile(_HOST + r"(?::(?P<port>[0-9]{1,5}))?/?")
_QUEUE = re.compile(r"[^\s/#?\"'\\]{1,127}")  # what CUPS lets a queue be called
_DEVICE = re.compile(r"/[^/].{0,500}")
_SHARED_NAME = re.compile(r"[^\"<>|*?]{1,220}")


@dataclass(frozen=True)
class PrinterAddress:
    """``place`` is a folder, a host, a device, a queue or a printer's name, as ``kind`` has it.

    ``answers`` is false for a label printer that says neither how it is nor when it has everything.
    """

    kind: str = FOLDER
    place: str = ""
    port: int = 0
    answers: bool = True

    def __str__(self) -> str:
        """As it is written in settings."""
        match self.kind:
            case "zpl":
                host = f"[{self.place}]" if ":" in self.place else self.place
                return f"zpl://{host}:{self.port}{'' if self.answers else _DUMB}"
            case "raw":
                return f"raw:{self.place}"
            case "cups" | "windows":
                return f"{self.kind}://{self.place}"
        return f"{FOLDER}:{self.place}" if self.place else FOLDER


def parse_address(text: str) -> str:
    """The one way to write an address; nothing at all means the folder. Refuses ``BadValue``."""
    return str(read_address(text))


def read_address(text: str) -> PrinterAddress:
    """Read ``folder``, ``folder:/path``, ``zpl://host:port``, ``raw:/device``, ``cups://QUEUE``, ``windows://NAME``.

    Refuses ``BadValue``: a relative path, a port that is none, a name that no queue can have.
    """
    text = text.strip()
    if text in ("", FOLDER):
        return PrinterAddress()
    kind, _, rest = text.partition(":")
    read = _READERS.get(kind.lower())
    found = read(rest) if read and len(text) <= _LONGEST and _SIGNS.fullmatch(text) else None
    if found is None:
        raise BadValue("printer", text[:_LONGEST])
    return found


def _folder(rest: str) -> PrinterAddress | None:
    whole = PurePosixPath(rest).is_absolute() or PureWindowsPath(rest).is_absolute()
    return PrinterAddress(FOLDER, rest) if whole else None


def _zpl(rest: str) -> PrinterAddress | None:
    answers = not rest.endswith(_DUMB)
    found = _HOST_AND_PORT.fullmatch(rest.removesuffix(_DUMB).removeprefix("//")) if rest.startswith("//") else None
    if found is None:
        return None
    host, port = found["six"] or found["name"], int(found["port"] or ZPL_PORT)
    fits = 0 < port < 1 << 16 and (found["six"] or _NAMED_HOST.fullmatch(host))
    return PrinterAddress(ZPL, host.lower(), port, answers) if fits else None


def _raw(rest: str) -> PrinterAddress | None:
    return PrinterAddress(RAW, rest) if _DEVICE.fullmatch(rest) else None


def _cups(rest: str) -> PrinterAddress | None:
    queue = rest.removeprefix("//")
    return PrinterAddress(CUPS, queue) if rest.startswith("//") and _QUEUE.fullmatch(queue) else None


def _windows(rest: str) -> PrinterAddress | None:
    name = rest.removeprefix("//").strip()
    return PrinterAddress(WINDOWS, name) if rest.startswith("//") and _SHARED_NAME.fullmatch(name) else None


_READERS = {FOLDER: _folder, ZPL: _zpl, RAW: _raw, CUPS: _cups, WINDOWS: _windows}
