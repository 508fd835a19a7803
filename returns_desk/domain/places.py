"""Bins, shelves and cages: what may lie where, and which place is suggested for a piece.

What nobody may sell never lies among what is sold, and an opened box never among the new ones: a place that says what
it holds takes nothing else. The product's own place is for new goods; anything else lies there only where the place
says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.items import StockStatus
from returns_desk.domain.stock import FOR_SALE

# What can lie somewhere in the house.
HELD_STATUSES = (
    StockStatus.QUARANTINE,
    StockStatus.AVAILABLE,
    StockStatus.OPEN_BOX,
    StockStatus.SUPPLIER_RETURN,
    StockStatus.DONATION,
    StockStatus.RECYCLING,
)


@dataclass(frozen=True)
class Place:
    """One place. ``status``: what lies there, none: anything; no ``categories``: goods of any."""

    code: str
    name: str = ""
    status: StockStatus | None = None
    categories: tuple[str, ...] = ()
    dropped: bool = False

    def holds(self, status: StockStatus) -> bool:
        """Whether goods of a status may lie here."""
        return not self.dropped and self.status in (None, status)


def choose_place(places: Iterable[Place], status: StockStatus, category: str = "", own: str = "") -> str:
    """The code of the place to suggest; empty where none is known. The order of ``places`` does not matter.

    New goods go to their product's ``own`` place, also where nobody laid it down as one; opened ones only where it may
    hold them. Then comes a place for this status and category, one for the category that holds anything, one for the
    status whatever the category; of several the first by its code. A place of which nothing is said is suggested for
    nothing, and what goes to a partner only goes where its status is named.
    """
    known = {lookup_key(place.code): place for place in places}
    mine = known.get(lookup_key(own)) if own else None
    if mine is not None and mine.holds(status) and (status in FOR_SALE or mine.status is status):
        return mine.code
    if own and mine is None and status is StockStatus.AVAILABLE:
        return own
    ranked = [(_rank(place, status, category), lookup_key(place.code), place.code) for place in known.values()]
    fitting = [each for each in ranked if each[0]]
    return min(fitting)[2] if fitting else ""


def _rank(place: Place, status: StockStatus, category: str) -> int:
    """How well a place fits, 1 is best; 0: not at all."""
    if not place.holds(status):
        return 0
    meant = {each.casefold() for each in place.categories}
    if meant and category.casefold() not in meant:
        return 0
    if place.status is status:
        return 1 if meant else 3
    return 2 if meant and status in FOR_SALE else 0
