"""Where the system's print service (CUPS) listens, and asking it: over its own socket, or over the network."""

import getpass
import os
import re
from pathlib import Path

from returns_desk.domain.printing import Trouble
from returns_desk.exchange.printers.ipp import Answer, BadAnswer, Facts, question, read_answer
from returns_desk.exchange.printers.printer import PrinterRefused

_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd")
_NAMED_SERVER = re.compile(r"^\s*ServerName\s+(\S+)", re.MULTILINE | re.IGNORECASE)


def ask_service(operation: int, facts: Facts) -> Answer:
    """Ask the print service. Refuses ``PrinterRefused``: it does not run, it does not answer, it says nonsense."""
    from returns_desk.exchange.printers.service_line import post  # noqa: PLC0415  HTTP: most stations never need it

    if os.name == "nt" and "CUPS_SERVER" not in os.environ:  # there it takes seconds to hear that nobody listens
        raise PrinterRefused(Trouble.NO_SERVICE)
    try:
        return read_answer(post(server_named(), question(operation, facts)))
    except BadAnswer as error:
        raise PrinterRefused(Trouble.REFUSED, f"CUPS: {error}") from error
    except TimeoutError as error:
        raise PrinterRefused(Trouble.SILENT, "CUPS") from error
    except (OSError, ValueError, AttributeError) as error:  # no socket of this kind, a server's name that is none
        raise PrinterRefused(Trouble.NO_SERVICE, _said(error)) from error


def server_named() -> str:
    """What the commands of CUPS would ask: by the environment, a ``client.conf``, else the socket of this computer."""
    if named := os.environ.get("CUPS_SERVER"):
        return named
    for file in (Path.home() / ".cups" / "client.conf", Path("/etc/cups/client.conf")):
        try:
            found = _NAMED_SERVER.search(file.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
        if found:
            return found[1]
    return next((place for place in _SOCKETS if os.path.exists(place)), "localhost")


def person() -> str:
    """Who prints, by the system's name: CUPS tells only them what their jobs are called."""
    try:
        return os.environ.get("CUPS_USER") or getpass.getuser()
    except (OSError, KeyError):  # a user number without a name
        return "anonymous"


def _said(error: Exception) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else ""
