"""Where everything stands on a label of one size, for one printer.

From the top: number and grade, codes, name and facts; at the bottom the destination. Paper on which neither bars nor
a Data Matrix would stand there has the matrix on the far side instead, over the whole height.
"""

from dataclasses import replace
from itertools import product

from returns_desk.documents.kit.barcodes import printable_code
from returns_desk.documents.kit.fonts import Face
from returns_desk.documents.kit.looks import INK, MUTED, WHITE
from returns_desk.documents.labels.band import put_band
from returns_desk.documents.labels.codes import Codes
from returns_desk.documents.labels.content import LabelContent
from returns_desk.documents.labels.ground import Ground, Look
from returns_desk.documents.labels.plan import BoxAt, LabelPlan
from returns_desk.documents.labels.sizes import LabelSize

_OTHER_LETTERS = 0.92  # a label printer's own are not as wide as ours, sign for sign
_LEAST_NUMBER_MM = 1.5
_HEADLINES = (2.2, 1.8, 1.5, 1.3, 1.12, 0.9)  # of the name's letters
_FEW_LINES, _MOST_LINES = 2, 7  # of a headline


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
        codes = Codes(self, self._size, self.dots(self._size.bars * content.stress.bars))
        coded = False
        if aside:
            coded = True
            self.inner -= codes.put_aside(content.number)
        content = self._put_number(content)
        if not aside and printable_code(content.number):
            coded = codes.put(content)
        self._words_room = self.inner - codes.taken
        put_band(self, content.mark, content.place, self.dots(self._size.band))
        self._put_words(content)
        return coded

    def _put_number(self, content: LabelContent) -> LabelContent:
        """Put the number in big letters; far over the grade in a black square, and which copy it is.

        Where that would make the number too small, the copy becomes a fact of what is still to be put.
        """
        height = self.dots(self._size.number * content.stress.number)
        square = round(height * 1.15) if content.grade else 0
        copy = Look(max(self.dots(1.7), round(self.dots(self._size.number) * 0.36)), Face.BOLD)
        taken = square + (copy.width(content.copy) + self.dots(2) if content.copy else 0)
        room = self.inner - taken - self.dots(2)
        look = Look(height, Face.BOLD).fitting(content.number, round(room * _OTHER_LETTERS) if taken else room)
        if content.copy and look.size < self.dots(_LEAST_NUMBER_MM):
            return self._put_number(replace(content, copy="", facts=(content.copy, *content.facts)))
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
        return content

    def _put_words(self, content: LabelContent) -> None:
        """Put headline, name and facts between codes and destination, as many lines as there is room for."""
        self.down += self.dots(self._size.margin * 0.4)
        name = Look(self.dots(self._size.name))
        small = Look(round(name.size * 0.82), Face.REGULAR, MUTED)
        facts = self._gathered(content.facts, small)
        if content.headline:
            few, many, named = min(2, len(facts)), min(4, len(facts)), bool(content.name)
            look, most = self._headline(content.headline, name.size, (named + many, named + few, few))
            self._put_lines(content.headline, look, most)
        spare = min(2 if content.headline else 1, len(facts))
        self._put_lines(content.name, name, 3, spare=spare, least=0 if content.headline else 1)
        self.down += round(name.size * 0.2)
        step = round(small.size * 1.3)
        for line in facts[: max(0, (self.floor - self.down) // step)]:
            self.down += step
            self.write(line, (0, self.down - round(step * 0.26)), small)

    def _headline(self, text: str, size: int, belows: tuple[int, ...]) -> tuple[Look, int]:
        """The largest letters in which a headline is whole, and in how many lines: in two, else in one more each time.

        ``belows``: how many lines of ``size`` are left below it, the wish first, the least last. Where it is never
        whole: the largest letters of which one line has room.
        """
        looks = [Look(round(size * larger), Face.BOLD) for larger in _HEADLINES]
        for below, most, look in product(belows, range(_FEW_LINES, _MOST_LINES + 1), looks):
            lines = self.lines(text, look, self._words_room, most + 1)
            needed = (len(lines) * look.size + below * size) * 1.2
            if len(lines) <= most and self.down + needed <= self.floor:
                return look, most
        usual = (look for look in looks[-2:] if self.down + look.size * 1.2 <= self.floor)
        look = next(usual, looks[-1])
        return look, max(
            _FEW_LINES, (self.floor - self.down - belows[-1] * round(size * 1.2)) // round(look.size * 1.2)
        )

    def _put_lines(self, text: str, look: Look, most: int, *, spare: int = 0, least: int = 1) -> None:
        """Put a text in at most so many lines and leave ``spare`` free below, except for the ``least`` it needs."""
        step = round(look.size * 1.2)
        room = (self.floor - self.down) // step
        room = min(most, room, max(least, room - spare))
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
