"""Blocks one under the other, page after page: a block is never parted, and is drawn when its page's turn comes.

Heights are known before anything is drawn, so that the first page knows how many there are; what is costly (a
photograph) is fetched only while its page is drawn, and let go again.
"""

from collections.abc import Callable

from returns_desk.documents.kit.page import MARGIN, Pen
from returns_desk.documents.kit.table import Table

Draw = Callable[[Pen, float], object]  # where its top is


class Blocks:
    """Fills pages from ``top`` (on the first) or ``later_top`` down to ``bottom``."""

    def __init__(self, top: float, later_top: float, bottom: float) -> None:
        self.pages: list[list[tuple[float, Draw]]] = [[]]
        self._later_top, self._bottom = later_top, bottom
        self._down = self._fresh = top

    @property
    def room(self) -> float:
        """How much of the page is left."""
        return self._bottom - self._down

    def add(self, height: float, draw: Draw, *, together: float = 0) -> None:
        """Add a block; ``together``: how much of what follows must stand on the same page."""
        if height + together > self.room and self._down > self._fresh:
            self.next_page()
        self.pages[-1].append((self._down, draw))
        self._down += height

    def next_page(self) -> None:
        """Go on at the top of another page."""
        self.pages.append([])
        self._down = self._fresh = self._later_top

    def add_table(self, table: Table) -> None:
        """Add a table, its head again on every page."""
        first = 0
        while first < len(table.rows):
            count = table.fitting(first, self.room, least=0)
            if not count and self._down > self._later_top:
                self.next_page()
                continue
            count = max(count, 1)
            self.add(table.height_of(first, count), _part(table, first, count))
            first += count


def _part(table: Table, first: int, count: int) -> Draw:
    return lambda pen, down: table.draw(pen, (MARGIN, down), first, count)
