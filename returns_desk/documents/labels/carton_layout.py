"""The large label of one carton that leaves: from, to, which of how many, its weight, and bars over the whole width.

100 x 150 mm is the size of a GS1 logistic label. Where the shop has a company prefix the bars are its SSCC as GS1-128
with (00) before it, 4 dots a module at 203 dpi and 6 at 300: 88 mm wide. Else they are our own number as Code 128. A
label of 100 x 50 mm has the SSCC and the words that there is room for. On paper narrower than an SSCC (62 mm tape,
50 x 25) stands our own carton number instead, as bars and Data Matrix: the program finds the carton by either.
"""

from returns_desk.documents.kit.barcodes import module_dots
from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.figures import weight
from returns_desk.documents.kit.fonts import Face
from returns_desk.documents.kit.looks import INK, MUTED
from returns_desk.documents.labels.codes import carton_bars
from returns_desk.documents.labels.ground import Ground, Look
from returns_desk.documents.labels.plan import BarsAt, BoxAt, LabelPlan
from returns_desk.documents.labels.sizes import LabelSize
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.slips import SlipParty
from returns_desk.domain.sscc import shown_sscc
from returns_desk.wording import Words

_WIDTH_MM, _HEIGHT_MM = 100, 150  # for which the letters below are meant
_LARGEST = 1.6
_BARS_MM = 34.0


def plan_carton(label: CartonLabel, size: LabelSize, dpi: int, words: Words, copy: str = "") -> LabelPlan:
    """Lay a carton's label out on roomy paper."""
    drawing = _Drawing(size, dpi, words)
    drawing.put_bars(label)
    drawing.put_copy(copy)
    drawing.put_sides(label)
    drawing.put_facts(label)
    return drawing.plan


class _Drawing(Ground):
    """Fills a label from the top; the bars stand at the bottom."""

    def __init__(self, size: LabelSize, dpi: int, words: Words) -> None:
        super().__init__(size.width, size.height, size.margin, dpi, right_to_left=words.right_to_left)
        self._words = words
        self._scale = min(_LARGEST, size.width / _WIDTH_MM, size.height / _HEIGHT_MM)
        self._module = module_dots(dpi, size.module)

    def _look(self, millimetres: float, face: Face = Face.REGULAR, colour: str = INK) -> Look:
        return Look(self.dots(millimetres * self._scale), face, colour)

    def _put(self, text: str, look: Look, most: int = 1) -> None:
        """Write a text in at most so many lines, where reading starts, and go down behind it; the bars stay free."""
        step = round(look.size * 1.22)
        for line in self.lines(text, look, self.inner, min(most, (self.floor - self.down) // step)):
            self.down += step
            self.write(line, (0, self.down), look)

    def _rule(self) -> None:
        self.down += self.dots(2.4 * self._scale)
        thick = max(2, self.dots(0.4))
        self.plan.elements.append(BoxAt(self.margin, self.down, self.inner, thick, INK))
        self.down += self.dots(self._scale)

    def put_copy(self, copy: str) -> None:
        """Which copy it is, in the far upper corner."""
        if copy:
            look = self._look(3.2, Face.BOLD)
            self.write_far(copy, (self.inner, self.down + round(look.size * 1.1)), look, code=False)

    def put_sides(self, label: CartonLabel) -> None:
        """From whom, in small letters, and to whom, in large ones."""
        words, content = self._words, label.listed.content
        small = self._look(2.8, Face.MEDIUM, MUTED)
        self._put(words("From"), small)
        self._put(self._name(content.company), self._look(3.6, Face.BOLD))
        self._put(self._reach(content.company), self._look(3), most=2)
        self._rule()
        self._put(words("To"), small)
        self._put(self._name(content.partner), self._look(6, Face.BOLD), most=2)
        address = own_direction(content.partner.address_in(words.language))
        self._put(address, self._look(4.4, Face.MEDIUM), most=3)
        contact = content.partner.contact
        self._put(" · ".join(filter(None, (own_direction(contact), content.partner.phone))), self._look(3.2))
        self._rule()

    def put_facts(self, label: CartonLabel) -> None:
        """Which batch, which carton of how many, how heavy, under which number of the supplier's."""
        words, listed, carton = self._words, label.listed, label.carton
        place = words("Carton {place} of {count}", place=carton.place, count=len(listed.cartons))
        self._put(place, self._look(8, Face.BOLD))
        size = " × ".join(str(round(side / 10)) for side in carton.size_mm) if all(carton.size_mm) else ""
        heavy = weight(words, carton.weight_g)
        units = words("{count} units", count=carton.units)
        measures = (heavy, words("{size} cm", size=size) if size else "", units)
        self._put(" · ".join(filter(None, measures)), self._look(4.4, Face.MEDIUM))
        refs = listed.content.references
        given = words("Authorization {number}", number=refs.authorization) if refs.authorization else ""
        waybill = words("Waybill {number}", number=refs.waybill) if refs.waybill else ""
        papers = (words("Batch {number}", number=listed.content.batch), listed.content.number)
        small = self._look(3.6)
        self._put(" · ".join(filter(None, papers)), small)
        self._put(" · ".join(filter(None, (given, waybill, own_direction(refs.carrier)))), small, most=2)

    def put_bars(self, label: CartonLabel) -> None:
        """The bars with their text below them, down to the margin."""
        bars = carton_bars(label.carton.number, label.carton.sscc)
        dots = self._module
        while bars.width * dots > self.plan.width and dots > 1:
            dots -= 1
        height, foot, middle = self.dots(_BARS_MM * self._scale), self.floor, self.plan.width // 2
        shown = shown_sscc(label.carton.sscc) or label.carton.number
        if label.carton.sscc:
            shown = f"{shown}   {label.carton.number}"
        look = self._look(5, Face.MEDIUM)
        top = foot - round(look.size * 1.3) - height
        left = (self.plan.width - bars.width * dots) // 2
        self.plan.elements.append(BarsAt(bars, left, top, height, dots))
        self.centre(shown, middle, foot, look.fitting(shown, self.inner))
        self.floor = top - self.dots(0.8)

    def _name(self, party: SlipParty) -> str:
        return own_direction(party.name_in(self._words.language))

    def _reach(self, party: SlipParty) -> str:
        address = own_direction(party.address_in(self._words.language))
        return " · ".join(filter(None, (address, f"\u2066{party.phone}\u2069" if party.phone else "")))
