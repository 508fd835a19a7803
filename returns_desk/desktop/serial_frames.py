"""Cuts a serial scanner's bytes into scans: CR, LF or Tab ends one, else silence does. Pure: nothing waits here."""

MOST_BYTES = 5_000  # far above any code; what is longer is cut here and refused as too long later
_ENDS = b"\r\n\t"


class Frames:
    """Collects bytes as they come, in pieces of any size."""

    def __init__(self) -> None:
        self._begun = bytearray()

    @property
    def is_begun(self) -> bool:
        """Whether bytes wait for their end."""
        return bool(self._begun)

    def take(self, piece: bytes) -> list[str]:
        """Take the next bytes; gives the scans that they end, in order."""
        ended = []
        for byte in piece:
            if byte in _ENDS:
                ended += self.end()
            elif len(self._begun) < MOST_BYTES:
                self._begun.append(byte)
        return ended

    def end(self) -> list[str]:
        """Nothing more comes: what was begun is a scan, nothing is none. Group separators are kept.

        Bytes that are no UTF-8 become U+FFFD: such a scan is refused in words, never read as something else.
        """
        text = self._begun.decode("utf-8", "replace")
        self._begun.clear()
        return [text] if text.strip(" \0") else []
