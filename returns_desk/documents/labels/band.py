"""The band at a label's foot: a letter in its shape, its word, and the place or batch far over."""

from returns_desk.documents.kit.fonts import Face
from returns_desk.documents.kit.looks import INK, ROLES, WHITE
from returns_desk.documents.labels.ground import Ground, Look
from returns_desk.documents.labels.marks import Mark
from returns_desk.documents.labels.plan import BoxAt, ShapeAt

_LONGEST = 40  # signs of a place: what is longer would be too small to read


def put_band(ground: Ground, mark: Mark, place: str, height: int) -> None:
    """Put it on the floor, and raise that.

    A loud one stands white in a dark band; its letter is dark again in the white shape.
    """
    place = place if len(place) <= _LONGEST else f"{place[: _LONGEST - 1]}…"
    top, role = ground.floor - height, ROLES[mark.role]
    inset = round(height * 0.12) if mark.loud else 0
    if mark.loud:
        ground.plan.elements.append(BoxAt(ground.left(0, ground.inner), top, ground.inner, height, role))
    _put_shape(ground, mark, (top + inset, inset), height - 2 * inset)
    word = Look(round(height * 0.62), Face.BOLD, WHITE if mark.loud else role)
    far = Look(round(height * 0.56), Face.BOLD, WHITE if mark.loud else INK)
    along, foot = height + ground.dots(1.2), ground.floor - round(height * 0.28)
    room = ground.inner - along - inset - (ground.dots(1.5) if place else 0)
    if word.width(mark.word) + far.width(place) > room:
        far = far.fitting(place, max(room // 2, room - word.width(mark.word)))
        word = word.fitting(mark.word, room - far.width(place))
    ground.write(mark.word, (along, foot), word)
    if place:
        ground.write_far(place, (ground.inner - inset, foot), far)
    ground.floor = top - ground.dots(0.8)


def _put_shape(ground: Ground, mark: Mark, place: tuple[int, int], side: int) -> None:
    """Put the letter in its shape at ``place`` (top, along)."""
    top, along = place
    left, role = ground.left(along, side), ROLES[mark.role]
    ground.plan.elements.append(ShapeAt(mark.shape, left, top, side, WHITE if mark.loud else role))
    letter = Look(round(side * 0.58), Face.BOLD, role if mark.loud else WHITE)
    ground.centre(mark.letter, left + side // 2, top + round(side * 0.71), letter)
