"""HTTP to the system's print service, over a socket of this computer or over the network."""

import socket
from http.client import HTTPConnection, HTTPException

from returns_desk.exchange.printers.ipp import BadAnswer

_PORT = 631
_SECONDS = 5.0
_LONGEST = 8 * 1024 * 1024


class _LocalConnection(HTTPConnection):
    """HTTP over a socket of this computer."""

    def __init__(self, place: str) -> None:
        super().__init__("localhost", timeout=_SECONDS)
        self._place = place

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(_SECONDS)
        self.sock.connect(self._place)


def post(server: str, content: bytes) -> bytes:
    """What a server answers. Refuses ``BadAnswer`` and ``OSError``; ``ValueError`` for a name that none can have."""
    line = _connection(server)
    try:
        line.request("POST", "/", content, {"Content-Type": "application/ipp"})
        return line.getresponse().read(_LONGEST)
    except HTTPException as error:
        raise BadAnswer(type(error).__name__) from error
    finally:
        line.close()


def _connection(server: str) -> HTTPConnection:
    if server.startswith("/"):
        return _LocalConnection(server)
    named = server.partition("/")[0]  # "/version=1.1" may follow
    host, _, port = named.rpartition(":") if named.rpartition(":")[2].isdigit() else (named, "", "")
    return HTTPConnection(host, int(port or _PORT), timeout=_SECONDS)
