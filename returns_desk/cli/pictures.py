"""What the demo asks of the desktop, which the commands may not know: pictures of the screens."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from returns_desk.desk import Desk

DrawPictures = Callable[["Callable[[], Desk]", Path, str, Path], tuple[Path, ...]]
"""Draws the main screens of an opened desk into a folder, in one language, with the photographs of another folder."""
