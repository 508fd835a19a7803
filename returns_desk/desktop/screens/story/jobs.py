"""What the page of a story asks of the store thread."""

from typing import TYPE_CHECKING

from returns_desk.domain.refusals import NotFound
from returns_desk.domain.stories import Story
from returns_desk.usecases.look_story import story

if TYPE_CHECKING:
    from returns_desk.desk import Desk


def look_at_story(desk: "Desk", kind: str, number: str) -> Story | None:
    """The way of a thing; ``None`` when it is there no longer."""
    try:
        return desk.read(story, number, kind)
    except NotFound:
        return None
