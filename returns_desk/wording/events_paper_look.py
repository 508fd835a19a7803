"""A sentence for what changes the shop's details and the look of its papers."""

from collections.abc import Iterable

from returns_desk.domain import events as e
from returns_desk.wording.paper_look import field_of_paper
from returns_desk.wording.words import Words


def say_paper_look_event(words: Words, event: object) -> str | None:
    """What changed, by the names of the fields; none for any other event."""
    match event:
        case e.CompanySet(after=after):
            return words("Details of the shop changed: {fields}", fields=_fields(words, after))
        case e.LookSet(after=after):
            return words("How papers look changed: {fields}", fields=_fields(words, after))
        case e.LogoAdded(width=width, height=height):
            return words("A logo was added, {width}×{height} pixels", width=width, height=height)
    return None


def _fields(words: Words, names: Iterable[str]) -> str:
    return ", ".join(field_of_paper(words, name) for name in names)
