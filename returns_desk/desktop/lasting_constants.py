"""Keeps None, True and False alive on Python 3.11 and older.

WORKAROUND(PySide6 6.12 wheels): they are built against headers in which these never die (true from Python 3.12 on), so
each ``setVisible()``, ``setChecked()`` or ``emit(True)`` takes one reference too many. Measured: 1,000 calls, 1,000
references; after some thousand the interpreter stops with "deallocating None" or "bool_dealloc", in the middle of the
work. A count that no day's work can use up does what Python 3.12 does.
"""

import ctypes
import sys

_PLENTY = 1 << 40


def keep_constants_alive() -> None:
    """Give the interpreter's constants more references than can ever be lost."""
    if sys.version_info < (3, 12):
        for constant in (None, True, False, NotImplemented, Ellipsis):
            # the count is the first field of every object (CPython, not a debug build of its references)
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
