"""Something that one program at a time may hold, on this machine: let go of by itself when the program ends.

A row of the database cannot say that: the program that wrote it may have been killed. The system knows.
"""

import os
import sys
from hashlib import sha256
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class OneHolder:
    """A lock on a file of its own; two in one program shut each other out like two programs."""

    def __init__(self, folder: Path, name: str) -> None:
        self._file = folder / f"{sha256(name.encode()).hexdigest()[:16]}.lock"
        self._handle = -1

    def take(self) -> bool:
        """Take it if nobody holds it. Where no file can be made, nobody is shut out: nothing there is ours alone."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def let_go(self) -> None:
        """Let others take it; the file stays, or two could hold two files of one name."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
