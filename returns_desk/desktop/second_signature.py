"""The second signature: a scan that needs one is asked badge and PIN in the one dialog, then done again, signed by two.

The clerk at the bench stays its maker. One is asked for at a time: while a dialog is open, the band says the rest.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from returns_desk.desktop.scan_line import ScanLine

if TYPE_CHECKING:
    from returns_desk.desktop.scan_line import Step
    from returns_desk.desktop.station import Reply
    from returns_desk.wording import Words

Ask = Callable[[str, Callable[[str, str], None]], None]


class SecondSignature(QObject):
    """Hears what was refused for want of a second signature; ``ask`` opens the dialog for badge and PIN."""

    def __init__(self, scans: ScanLine, ask: Ask, words: "Callable[[], Words]") -> None:
        super().__init__(scans)
        self._scans, self._ask, self._words = scans, ask, words
        scans.second_wanted.connect(self._on_wanted)

    def _on_wanted(self, reply: "Reply", step: "Step") -> None:
        from returns_desk.wording.refusals import say_refusal  # noqa: PLC0415  not before the first paint

        if reply.refusal is None or QApplication.activeModalWidget() is not None:
            return
        fact, _ = say_refusal(self._words(), reply.refusal)
        self._ask(fact, lambda badge, pin: self._scans.submit_signed(reply, step, badge, pin))
