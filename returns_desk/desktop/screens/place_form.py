"""The little form that asks into which bin a piece goes: a scan of the bin's label fills it in."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from returns_desk.desktop.dialogs.entry import EntryDialog, Field, ask_facts
from returns_desk.wording import Words


def ask_place(words: Words, number: str, parent: QWidget, then: Callable[[str], None]) -> None:
    """Ask for the place of a piece; ``then`` hears its code if the person goes on."""
    place = Field("place", words("Place"), needed=True, hint=words("Scan the label of a place, or type its code"))
    title = words("Where to with {number}?", number=number)
    dialog = EntryDialog(words, title, (place,), words("Put it there"), parent)
    ask_facts(dialog, lambda facts: then(facts["place"]))
