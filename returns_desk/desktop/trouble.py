"""Says why the store cannot be used, in the band, instead of a window that does nothing."""

from returns_desk.domain.refusals import DeskError
from returns_desk.wording import Words
from returns_desk.wording.refusals import say_refusal


def say_trouble(words: Words, refusal: DeskError) -> tuple[str, str]:
    """Title and detail for the band."""
    fact, way_on = say_refusal(words, refusal)
    return fact, way_on or words("The desk cannot open its database")
