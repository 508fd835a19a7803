"""A sentence for what happens to photographs."""

from returns_desk.domain import events as e
from returns_desk.domain.photos import PhotoKind
from returns_desk.wording.words import Words


def say_photo_event(words: Words, event: object) -> str | None:
    """What happened to a photograph; none for any other event."""
    match event:
        case e.PhotoAdded(number=number, shows=shows):
            return words("Photograph of {number} kept: {kind}", number=number, kind=words.name(PhotoKind(shows)))
        case e.PhotoKnown(number=number, shows=shows):
            kind = words.name(PhotoKind(shows))
            return words("This very picture of {number} is kept already: {kind}", number=number, kind=kind)
        case e.PhotoRemoved(number=number, shows=shows):
            return words("Photograph of {number} removed: {kind}", number=number, kind=words.name(PhotoKind(shows)))
    return None


def say_kinds(words: Words, kinds: tuple[str, ...]) -> str:
    """What photographs show, one after the other; what a newer program wrote is left out."""
    return ", ".join(words.name(kind) for kind in PhotoKind if kind in kinds)


def with_photos_missing(words: Words, said: str, missing: tuple[str, ...]) -> str:
    """A decision's sentence, and which photographs it was taken without."""
    if not missing:
        return said
    return words("{decision}, without photographs: {kinds}", decision=said, kinds=say_kinds(words, missing))


def say_photos_asked(words: Words, missing: tuple[str, ...]) -> str:
    """What is to be photographed before the decision stands, and the way around it."""
    if not missing:
        return words("All photographs are there. Enter: go on")
    return words("Photograph (F4): {kinds}. Enter or the same scan goes on without", kinds=say_kinds(words, missing))
