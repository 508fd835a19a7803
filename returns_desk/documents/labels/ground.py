"""The ground on which every label is laid out: millimetres into whole dots, and the side on which reading starts."""

from typing import NamedTuple

from returns_desk.documents.kit.bidi import broken_lines
from returns_desk.documents.kit.fonts import Face, text_width
from returns_desk.documents.kit.looks import INK
from returns_desk.documents.labels.plan import LabelPlan, Letters


class Look(NamedTuple):
    """How letters look; ``size`` in dots."""

    size: int
    face: Face = Face.MEDIUM
    colour: str = INK

    def fitting(self, text: str, width: int) -> "Look":
        """The same letters, made smaller until the text is no wider than ``width``."""
        needed = text_width(text, self.face, self.size)
        return self._replace(size=max(1, int(self.size * width / needed))) if needed > width else self

    def width(self, text: str) -> int:
        """How wide a text is in whole dots."""
        return round(text_width(text, self.face, self.size))


class Ground:
    """Puts things on a plan; filled from the top (``down``) and from the bottom (``floor``).

    ``along`` counts dots from the margin on the side where reading starts; ``foot`` from the top of the label.
    """

    def __init__(self, width: float, height: float, margin: float, dpi: int, *, right_to_left: bool) -> None:
        self.dpi, self.right_to_left = dpi, right_to_left
        self.plan = LabelPlan(self.dots(width), self.dots(height), dpi)
        self.margin = self.dots(margin)
        self.inner = self.plan.width - 2 * self.margin
        self.down, self.floor = self.margin, self.plan.height - self.margin

    def dots(self, millimetres: float) -> int:
        """Whole dots of this printer."""
        return round(millimetres * self.dpi / 25.4)

    def left(self, along: int, width: int) -> int:
        """The left edge on paper of something ``width`` wide."""
        return self.plan.width - self.margin - along - width if self.right_to_left else self.margin + along

    def write(self, text: str, place: tuple[int, int], look: Look, *, code: bool = False) -> None:
        """Put a line of text with its start (in Hebrew its right edge) at ``place`` (along, foot)."""
        at, rtl = self.left(place[0], 0), self.right_to_left
        self.plan.elements.append(
            Letters(text, at, place[1], look.size, look.face, look.colour, rtl and not code, end=rtl)
        )

    def write_far(self, text: str, place: tuple[int, int], look: Look, *, code: bool = True) -> None:
        """Put a line of text with its end at ``place`` (along, foot)."""
        at, rtl = self.left(place[0], 0), self.right_to_left
        self.plan.elements.append(
            Letters(text, at, place[1], look.size, look.face, look.colour, rtl and not code, end=not rtl)
        )

    def centre(self, text: str, middle: int, foot: int, look: Look) -> None:
        """Put a code or a letter about ``middle``, counted from the left edge of the paper."""
        at = middle - look.width(text) // 2
        self.plan.elements.append(Letters(text, at, foot, look.size, look.face, look.colour))

    def lines(self, text: str, look: Look, width: int, most: int) -> tuple[str, ...]:
        """Break a text; none for an empty one."""
        return broken_lines(text, look.face, look.size, width, most) if text and most > 0 else ()
