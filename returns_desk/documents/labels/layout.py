"""Where everything stands on a label of one size, for one printer.

From the top: number and grade, codes, name and facts; at the bottom the destination. Paper on which neither bars nor
a Data Matrix would stand there has the matrix on the far side instead, over the whole height.
"""

from returns_desk.documents.kit.barcodes import printable_code
from returns_desk.documents.kit.fonts import Face
from returns_desk.documents.kit.looks import INK, MUTED, ROLES, WHITE
from returns_desk.documents.labels.codes import Codes
from returns_desk.documents.labels.content import LabelContent
from returns_desk.documents.labels.ground import Ground, Look
from returns_desk.documents.labels.marks import Mark
from returns_desk.documents.labels.plan import BoxAt, LabelPlan, ShapeAt
from returns_desk.documents.labels.sizes import LabelSize


def plan_label(content: LabelContent, size: LabelSize, dpi: int, *, right_to_left: bool) -> LabelPlan:
    """Lay a label out; what has no room is left out, the number and its codes never are."""
    planner = _Planner(size, dpi, right_to_left=right_to_left)
    if planner.fill(content) or not printable_code(content.number):
        return planner.plan
    aside = _Planner(size, dpi, right_to_left=right_to_left)
    aside.fill(content, aside=True)
    return aside.plan


class _Planner(Ground):
    """Fills a plan from the top and from the bottom."""

    def __init__(self, size: LabelSize, dpi: int, *, right_to_left: bool) -> None:
        super().__init__(size.width, size.height, size.margin, dpi, right_to_left=right_to_left)
        self._size = size
        self._words_room = self.inner

    def fill(self, content: LabelContent, *, aside: bool = False) -> bool:
        """Put everything on the label; say whether its code found room."""
        codes = Codes(self, self._size)
        coded = False
        if aside:
            coded = True
            self.inner -= codes.put_aside(content.number)
        self._put_number(content)
        if not aside and printable_code(content.number):
            coded = codes.put(content)
        self._words_room = self.inner - codes.taken
        self._put_mark(content.mark, content.place)
        self._put_words(content)
        return coded

    def _put_number(self, content: LabelContent) -> None:
        """Put the number in big letters; far over the grade in a black square, and which copy it is."""
        height = self.dots(self._size.number)
        square = round(height * 1.15) if content.grade else 0
        copy = Look(max(self.dots(1.7), round(height * 0.36)), Face.BOLD)
        taken = square + (copy.width(content.copy) + self.dots(2) if content.copy else 0)
        look = Look(height, Face.BOLD).fitting(content.number, self.inner - taken - self.dots(2))
        self.write(content.number, (0, self.down + round(height * 0.86)), look, code=True)
        if content.copy:
            along = self.inner - square - (self.dots(1) if square else 0)
            self.write_far(content.copy, (along, self.down + copy.size), copy, code=False)
        if content.grade:
            left = self.left(self.inner - square, square)
            self.plan.elements.append(BoxAt(left, self.down, square, square, INK))
            grade = Look(round(square * 0.86), Face.BOLD, WHITE)
            self.centre(content.grade, left + square // 2, self.down + round(square * 0.81), grade)
        self.down += round(height * 1.15) + self.dots(self._size.margin * 0.5)

    def _put_mark(self, mark: Mark, place: str) -> None:
        """Put the destination at the bottom: its letter in its shape, its word, and the place or batch far over.

        A loud one stands white in a dark band; its letter is dark again in the white shape.
        """
        side = self.dots(self._size.band)
        top, foot = self.floor - side, self.floor - round(side * 0.28)
        colour, ground, ink = ROLES[mark.role], INK, ROLES[mark.role]
        inset = 0
        if mark.loud:
            self.plan.elements.append(BoxAt(self.left(0, self.inner), top, self.inner, side, colour))
            colour = ink = ground = WHITE
            inset = round(side * 0.12)
        inside = side - 2 * inset
        left = self.left(inset, inside)
        self.plan.elements.append(ShapeAt(mark.shape, left, top + inset, inside, colour))
        letter = Look(round(inside * 0.58), Face.BOLD, ROLES[mark.role] if mark.loud else WHITE)
        self.centre(mark.letter, left + inside // 2, top + inset + round(inside * 0.71), letter)
        along = side + self.dots(1.2)
        far = Look(round(side * 0.56), Face.BOLD, ground).fitting(place, self.inner // 2 - side // 2)
        room = self.inner - along - inset - far.width(place) - self.dots(1.5)
        self.write(mark.word, (along, foot), Look(round(side * 0.62), Face.BOLD, ink).fitting(mark.word, room))
        if place:
            self.write_far(place, (self.inner - inset, foot), far)
        self.floor = top - self.dots(0.8)

    def _put_words(self, content: LabelContent) -> None:
        """Put headline, name and facts between codes and destination, as many lines as there is room for."""
        self.down += self.dots(self._size.margin * 0.4)
        name = Look(self.dots(self._size.name))
        bold = Look(round(name.size * 1.12), Face.BOLD)
        self._put_lines(content.headline, bold, 2)
        spare = 1 if content.facts else 0
        self._put_lines(content.name, name, 3, spare=spare)
        self.down += round(name.size * 0.2)
        small = Look(round(name.size * 0.82), Face.REGULAR, MUTED)
        step = round(small.size * 1.3)
        room = (self.floor - self.down) // step
        for line in self._gathered(content.facts, small)[: max(0, room)]:
            self.down += step
            self.write(line, (0, self.down - round(step * 0.26)), small)

    def _put_lines(self, text: str, look: Look, most: int, *, spare: int = 0) -> None:
        """Put a text in at most so many lines, at least one, and leave ``spare`` lines free below."""
        step = round(look.size * 1.2)
        room = max(1, min(most, (self.floor - self.down) // step - spare))
        for line in self.lines(text, look, self._words_room, room):
            self.down += step
            self.write(line, (0, self.down - round(step * 0.22)), look)

    def _gathered(self, facts: tuple[str, ...], look: Look) -> list[str]:
        """Put as many facts on a line as it holds."""
        lines: list[str] = []
        for fact in facts:
            longer = f"{lines[-1]} · {fact}" if lines else fact
            if lines and look.width(longer) <= self._words_room:
                lines[-1] = longer
            else:
                lines.append(self.lines(fact, look, self._words_room, 1)[0])
        return lines
