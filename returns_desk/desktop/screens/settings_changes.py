"""Takes over changed settings of this station: what can count at once does, and all of it is remembered."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from returns_desk.settings import Settings

if TYPE_CHECKING:
    from returns_desk.desktop.screens.screen import Station


def change_settings(station: "Station", /, **changes: Any) -> bool:
    """Change some settings by name; ``False`` when they were so already."""
    before = station.settings
    after = replace(before, **changes)
    if after == before:
        return False
    if _needs_new_inside(before, after):
        station.rebuild(after)
    else:
        station.settings = after
        station.settings_changed.emit(after)
    return True


def _needs_new_inside(before: Settings, after: Settings) -> bool:
    """Every word and colour on the screen changes with these."""
    return (before.language, before.theme) != (after.language, after.theme)
