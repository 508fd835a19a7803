"""What is asked of a person before a step: a title, fields, and the word on the button that goes on."""

from dataclasses import dataclass

from returns_desk.desktop.dialogs.entry import Field


@dataclass(frozen=True)
class Form:
    """Title, fields, and the word on the button that goes on."""

    title: str
    fields: tuple[Field, ...]
    go_on: str
