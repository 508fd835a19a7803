"""Garbage is looked for on the window's thread alone, and not while the window starts.

Python looks for it on whichever thread happens to make the next object. Parts of a window may die on the window's
thread only: found by the store's thread, a dead card would be torn down there while this one paints.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 250
_ENOUGH = 700  # new things since the last round, as Python itself counts them
_OLDER_EVERY = 10  # rounds; older things are looked through less often, as Python does
_ALL_EVERY = 400


class GarbageRounds(QObject):
    """From the end of the start until the window is closed; Python's own rounds are off meanwhile."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._rounds, self._ended = 0, False
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._go_round)

    def begin(self) -> None:
        """What the start made stays for the whole run: it is never looked through again."""
        if not self._ended:  # a window may be closed before its store is open
            gc.freeze()
            self._timer.start()

    def end(self) -> None:
        """Let what the start kept go, so that libraries end as they want to; Python looks by itself again."""
        self._ended = True
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _go_round(self) -> None:
        if gc.get_count()[0] < _ENOUGH:
            return
        self._rounds += 1
        gc.collect(2 if self._rounds % _ALL_EVERY == 0 else 1 if self._rounds % _OLDER_EVERY == 0 else 0)


def start_without_rounds() -> None:
    """Look for no garbage while thousands of lasting things are made: a tenth of the start, measured."""
    gc.disable()
