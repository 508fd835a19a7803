"""The screens that the rail offers, in its order. A screen stands here from the day its work can be reached.

To add one: a ``Screen`` in ``screens/``, a ``Place`` here, a builder that imports it (screens are built when they are
first chosen, so that the window's first paint does not wait for them).
"""

from collections.abc import Callable

from returns_desk.desktop.rail import Place
from returns_desk.desktop.screens.screen import Room, Screen
from returns_desk.wording import Words


def _batches(room: Room) -> Screen:
    from returns_desk.desktop.screens.batches import BatchesScreen  # noqa: PLC0415  built when first chosen

    return BatchesScreen(room)


def _items(room: Room) -> Screen:
    from returns_desk.desktop.screens.items import ItemsScreen  # noqa: PLC0415  built when first chosen

    return ItemsScreen(room)


def _exceptions(room: Room) -> Screen:
    from returns_desk.desktop.screens.exceptions import ExceptionsScreen  # noqa: PLC0415  built when first chosen

    return ExceptionsScreen(room)


def _settings(room: Room) -> Screen:
    from returns_desk.desktop.screens.settings import SettingsScreen  # noqa: PLC0415  built when first chosen

    return SettingsScreen(room)


def _first_start(room: Room) -> Screen:
    from returns_desk.desktop.screens.first_start import FirstStartScreen  # noqa: PLC0415  once in a shop's life

    return FirstStartScreen(room)


BUILDERS: dict[str, Callable[[Room], Screen]] = {
    "batches": _batches,
    "items": _items,
    "exceptions": _exceptions,
    "settings": _settings,
    "first_start": _first_start,  # not on the rail: it comes by itself where no shop was begun
}


def places(words: Words) -> tuple[Place, ...]:
    """The rail's buttons; the desk is the first."""
    return (
        Place("desk", "scan-barcode", words("Desk"), "Alt+1"),
        Place("batches", "boxes", words("Batches"), "Alt+2"),
        Place("items", "search", words("Items"), "Alt+3"),
        Place("exceptions", "flag", words("Exceptions"), "Alt+4"),
        Place("settings", "settings", words("Settings"), "Alt+5"),
    )
