"""Answers that come after their screen is gone (another language rebuilds the inside) are dropped, not delivered."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

Answer = TypeVar("Answer")


def while_alive(owner: QObject, hear: Callable[[Answer], object]) -> Callable[[Answer], None]:
    """Hear an answer only while its owner is there."""

    def deliver(answer: Answer) -> None:
        if shiboken6.isValid(owner):
            hear(answer)

    return deliver
