"""Asks the store what codes in a picture belong to; runs on the store thread, imported by its first job."""

from typing import TYPE_CHECKING

from returns_desk.usecases.look_codes import CodeMeaning, meaning_of

if TYPE_CHECKING:
    from returns_desk.desk import Desk


def read_meanings(desk: "Desk", texts: tuple[str, ...]) -> tuple[CodeMeaning, ...]:
    """What each of the texts is."""
    return tuple(desk.read(meaning_of, text) for text in texts)
