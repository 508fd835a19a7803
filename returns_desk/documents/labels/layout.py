"""Where everything stands on a label of one size, for one printer.

From the top: number and grade, codes, name and facts; at the bottom the destination. Bars keep their preferred module
(3 dots at 203 dpi, 4 at 300) and become finer, down to a quarter of a millimetre, only on paper too narrow for them; a
Data Matrix is added where there is room, and stands alone where no bars fit.
"""

from typing import NamedTuple

from returns_desk.documents.kit.barcodes import Bars, code128, data_matrix, module_dots, printable_code
from returns_desk.documents.kit.bidi import broken_lines
from returns_desk.documents.kit.fonts import Face, text_width
from returns_desk.documents.kit.looks import INK, MUTED, ROLES, WHITE
from returns_desk.documents.labels.content import SQUARE, LabelContent, Mark
from returns_desk.documents.labels.plan import BarsAt, LabelPlan, LabelSize, Letters, MatrixAt, ShapeAt

_FINEST_MM = 0.25
_MATRIX_MM, _FINEST_MATRIX_MM = 1.0, 0.33


class _Look(NamedTuple):
    size: int
    face: Face = Face.MEDIUM
    colour: str = INK

    def fitting(self, text: str, width: int) -> "_Look":
        """The same letters, made smaller until the text is no wider than ``width``."""
        needed = text_width(text, self.face, self.size)
        return self._replace(size=int(self.size * width / needed)) if needed > width else self


def plan_label(content: LabelContent, size: LabelSize, dpi: int, *, right_to_left: bool) -> LabelPlan:
    """Lay a label out; what has no room is left out, the number and its codes never are."""
    planner = _Planner(size, dpi, right_to_left)
    planner.plan_number(content)
    planner.plan_codes(content.number)
    planner.plan_mark(content.mark, content.place)
    planner.plan_words(content)
    return planner.plan


class _Planner:
    """Fills a plan from the top (``_down``) and from the bottom (``_floor``)."""

    def __init__(self, size: LabelSize, dpi: int, right_to_left: bool) -> None:
        self._size, self._dpi, self._rtl = size, dpi, right_to_left
        self.plan = LabelPlan(self._dots(size.width), self._dots(size.height), dpi)
        self._margin = self._dots(size.margin)
        self._inner = self.plan.width - 2 * self._margin
        self._words_room = self._inner
        self._down = self._margin
        self._floor = self.plan.height - self._margin

    def _dots(self, millimetres: float) -> int:
        return round(millimetres * self._dpi / 25.4)

    def _left(self, along: int, width: int) -> int:
        """The left edge of something that begins ``along`` dots from the margin on the side where reading starts."""
        return self.plan.width - self._margin - along - width if self._rtl else self._margin + along

    def _write(self, text: str, place: tuple[int, int], look: _Look, *, code: bool = False) -> None:
        """Put a line of text with its start (in Hebrew its right edge) at ``place`` (along, foot)."""
        at = self._left(place[0], 0)
        letters = Letters(text, at, place[1], look.size, look.face, look.colour, self._rtl and not code, end=self._rtl)
        self.plan.elements.append(letters)

    def _write_far(self, text: str, foot: int, look: _Look) -> None:
        """Put a code on the far side, up to the other margin."""
        at = self._left(self._inner, 0)
        self.plan.elements.append(Letters(text, at, foot, look.size, look.face, look.colour, end=not self._rtl))

    def _centre(self, text: str, middle: int, foot: int, look: _Look) -> None:
        at = middle - round(text_width(text, look.face, look.size) / 2)
        self.plan.elements.append(Letters(text, at, foot, look.size, look.face, look.colour))

    def plan_number(self, content: LabelContent) -> None:
        """Put the number in big letters, and the grade in a black square on the far side."""
        height = self._dots(self._size.number)
        square = round(height * 1.15) if content.grade else 0
        look = _Look(height, Face.BOLD).fitting(content.number, self._inner - square - self._dots(2))
        foot = self._down + round(height * 0.86)
        self._write(content.number, (0, foot), look, code=True)
        if content.grade:
            left = self._left(self._inner - square, square)
            self.plan.elements.append(ShapeAt(SQUARE, left, self._down, square, INK))
            grade = _Look(round(square * 0.86), Face.BOLD, WHITE)
            self._centre(content.grade, left + square // 2, self._down + round(square * 0.81), grade)
        self._down += round(height * 1.15) + self._dots(self._size.margin * 0.5)

    def plan_codes(self, number: str) -> None:
        """Put the bars, and the Data Matrix beside them, or beside the words, where there is room."""
        if not printable_code(number):
            return
        bars = code128(number)
        room = self.plan.width - self._margin  # a quiet zone may reach into the margins, half of them each
        dots = self._bar_dots(bars, room)
        height = self._dots(self._size.bars) if dots else 0
        if dots:
            self.plan.elements.append(BarsAt(bars, self._bars_left(bars.width * dots), self._down, height, dots))
        self._plan_matrix(number, bars.width * dots, height)
        self._down += height

    def _bars_left(self, width: int) -> int:
        """Bars begin where the text begins; their quiet zone hangs over into the margin as far as there is paper."""
        over = min(self._margin, max(0, self._margin + width - self.plan.width) + self._margin // 2)
        return min(max(0, self._left(-over, width)), self.plan.width - width)

    def _bar_dots(self, bars: Bars, room: int) -> int:
        """The widest module that fits; 0 when even the finest does not."""
        first, last = module_dots(self._dpi, self._size.module), module_dots(self._dpi, _FINEST_MM)
        return next((dots for dots in range(first, last - 1, -1) if bars.width * dots <= room), 0)

    def _plan_matrix(self, number: str, taken: int, height: int) -> None:
        """Put the matrix beside the bars or beside the words, where it gets bigger; nowhere if it got too fine."""
        side, most = data_matrix(number).width, module_dots(self._dpi, _MATRIX_MM)
        under = self._down + height + self._dots(0.8)
        free = self._floor - self._dots(self._size.band) - under
        beside = min(most, (self._inner - taken) // side, height // side)
        below = min(most, free // side, self._inner // 3 // side)
        if max(beside, below) < module_dots(self._dpi, _FINEST_MATRIX_MM):
            return
        if beside >= below:
            self._place_matrix(number, beside, self._down + (height - beside * side) // 2)
        else:
            self._place_matrix(number, below, under)
            self._words_room = self._inner - below * side - self._dots(1)

    def _place_matrix(self, number: str, dots: int, top: int) -> None:
        matrix = data_matrix(number)
        side = dots * matrix.width
        self.plan.elements.append(MatrixAt(matrix, self._left(self._inner - side, side), top, dots))

    def plan_mark(self, mark: Mark, place: str) -> None:
        """Put the destination at the bottom: its letter in its shape, its word, and the place or batch far over."""
        side = self._dots(self._size.band)
        top = self._floor - side
        colour = ROLES[mark.role]
        left = self._left(0, side)
        self.plan.elements.append(ShapeAt(mark.shape, left, top, side, colour))
        letter = _Look(round(side * 0.58), Face.BOLD, WHITE)
        self._centre(mark.letter, left + side // 2, top + round(side * 0.71), letter)
        foot = top + round(side * 0.72)
        along = side + self._dots(1.2)
        far = _Look(round(side * 0.56), Face.BOLD).fitting(place, self._inner // 2 - side // 2)
        room = self._inner - along - round(text_width(place, far.face, far.size)) - self._dots(1.5)
        word = _Look(round(side * 0.62), Face.BOLD, colour).fitting(mark.word, room)
        self._write(mark.word, (along, foot), word)
        if place:
            self._write_far(place, foot, far)
        self._floor = top - self._dots(0.8)

    def plan_words(self, content: LabelContent) -> None:
        """Put the name, then facts, between the codes and the destination, as many lines as there is room for."""
        look = _Look(self._dots(self._size.name))
        step = round(look.size * 1.2)
        down = self._down + self._dots(self._size.margin * 0.4)
        lines = max(1, min(3, (self._floor - down) // step - 1 if content.facts else 3))
        for line in self._lines(content.name, look, lines):
            down += step
            self._write(line, (0, down - round(step * 0.22)), look)
        down += round(look.size * 0.2)
        small = _Look(round(look.size * 0.82), Face.REGULAR, MUTED)
        step = round(small.size * 1.3)
        room = (self._floor - down) // step
        for line in self._gathered(content.facts, small)[: max(0, room)]:
            down += step
            self._write(line, (0, down - round(step * 0.26)), small)

    def _lines(self, text: str, look: _Look, most: int) -> tuple[str, ...]:
        return broken_lines(text, look.face, look.size, self._words_room, most) if text else ()

    def _gathered(self, facts: tuple[str, ...], look: _Look) -> list[str]:
        """Put as many facts on a line as it holds."""
        lines: list[str] = []
        for fact in facts:
            longer = f"{lines[-1]} · {fact}" if lines else fact
            if lines and text_width(longer, look.face, look.size) <= self._words_room:
                lines[-1] = longer
            else:
                lines.append(self._lines(fact, look, 1)[0])
        return lines
