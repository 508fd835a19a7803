"""The band at a label's foot: a letter in its shape, its word, and the place or batch far over."""

from returns_desk.documents.kit.fonts import Face
from returns_desk.documents.kit.looks import INK, ROLES, WHITE
from returns_desk.documents.labels.ground import Ground, Look
from returns_desk.documents.labels.marks import Mark
from returns_desk.documents.labels.plan import BoxAt, ShapeAt

_TALL_MM = 9  # from here on a band has room for two lines
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
    _put_words(ground, mark, place, (height, inset))
    ground.floor = top - ground.dots(0.8)


def _put_words(ground: Ground, mark: Mark, place: str, sizes: tuple[int, int]) -> None:
    """Put word and place beside the shape; ``sizes`` are the band's height and inset.

    They share a line as long as the word stays large on it, else the place stands under the word.
    """
    height, inset = sizes
    word = Look(round(height * 0.62), Face.BOLD, WHITE if mark.loud else ROLES[mark.role])
    far = Look(round(height * 0.56), Face.BOLD, WHITE if mark.loud else INK)
    along, foot = height + ground.dots(1.2), ground.floor - round(height * 0.28)
    whole = ground.inner - along - inset
    room = whole - ground.dots(1.5)
    if not place:
        ground.write(mark.word, (along, foot), word.fitting(mark.word, whole))
        return
    if word.width(mark.word) + far.width(place) > room:
        above = word._replace(size=round(height * 0.42)).fitting(mark.word, whole)
        far = far.fitting(place, max(room // 2, room - word.width(mark.word)))
        word = word.fitting(mark.word, room - far.width(place))
        if word.size < above.size and height >= ground.dots(_TALL_MM):
            ground.write(mark.word, (along, ground.floor - round(height * 0.56)), above)
            under = far._replace(size=round(height * 0.38)).fitting(place, whole)
            ground.write_far(place, (ground.inner - inset, ground.floor - round(height * 0.12)), under)
            return
    ground.write(mark.word, (along, foot), word)
    ground.write_far(place, (ground.inner - inset, foot), far)


def _put_shape(ground: Ground, mark: Mark, place: tuple[int, int], side: int) -> None:
    """Put the letter in its shape at ``place`` (top, along)."""
    top, along = place
    left, role = ground.left(along, side), ROLES[mark.role]
    ground.plan.elements.append(ShapeAt(mark.shape, left, top, side, WHITE if mark.loud else role))
    letter = Look(round(side * 0.58), Face.BOLD, role if mark.loud else WHITE)
    ground.centre(mark.letter, left + side // 2, top + round(side * 0.71), letter)
