"""The label of one carton that leaves: from, to, which of how many, its weight, and bars over the whole width.

100 x 150 mm, the size of a GS1 logistic label. Where the shop has a company prefix the bars are its SSCC as GS1-128
with (00) before it, 4 dots a module at 203 dpi and 6 at 300: 88 mm wide. Else they are our own number as Code 128.
"""

from returns_desk.documents.kit.barcodes import Bars, code128, gs1_128
from returns_desk.documents.kit.bidi import broken_lines, own_direction
from returns_desk.documents.kit.fonts import Face, text_width
from returns_desk.documents.kit.looks import INK, MUTED
from returns_desk.documents.labels.image import label_png
from returns_desk.documents.labels.pdf import label_pdf
from returns_desk.documents.labels.plan import BarsAt, LabelPlan, Letters, ShapeAt
from returns_desk.documents.labels.zpl import label_zpl
from returns_desk.documents.slips.facts import weight
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.slips import SlipParty
from returns_desk.domain.sscc import shown_sscc
from returns_desk.wording import Words

__all__ = ["render_carton_label_pdf", "render_carton_label_png", "render_carton_label_zpl"]

_WIDTH_MM, _HEIGHT_MM, _MARGIN_MM = 100.0, 150.0, 5.0
_BARS_MM = 34.0
_MODULE_DOTS = {203: 4, 300: 6, 600: 12}


def render_carton_label_pdf(label: CartonLabel, language: str = "", dpi: int = 300) -> bytes:
    """The label as PDF; without a language in the recipient's. Raise ``BadValue`` for dots no printer has."""
    return label_pdf(_planned(label, language, dpi), label.number)


def render_carton_label_png(label: CartonLabel, language: str = "", dpi: int = 300) -> bytes:
    """The label as a picture, one pixel to a printer dot; raise ``BadValue`` like the PDF."""
    return label_png(_planned(label, language, dpi))


def render_carton_label_zpl(label: CartonLabel, language: str = "", dpi: int = 203) -> bytes:
    """The label as ZPL; raise ``BadValue`` like the PDF."""
    return label_zpl(_planned(label, language, dpi))


def carton_bars(number: str, sscc: str) -> Bars:
    """The symbol by which a carton is known: its SSCC, else our own number."""
    return gs1_128(f"00{sscc}") if sscc else code128(number)


def _planned(label: CartonLabel, language: str, dpi: int) -> LabelPlan:
    if dpi not in _MODULE_DOTS:
        raise BadValue("dpi", str(dpi))
    drawing = _Drawing(Words(language or label.language), dpi)
    drawing.draw_sides(label)
    drawing.draw_facts(label)
    drawing.draw_bars(label)
    return drawing.plan


class _Drawing:
    """Fills a label from the top; the bars stand at the bottom."""

    def __init__(self, words: Words, dpi: int) -> None:
        self._words, self._dpi = words, dpi
        self.plan = LabelPlan(self._dots(_WIDTH_MM), self._dots(_HEIGHT_MM), dpi)
        self._margin = self._dots(_MARGIN_MM)
        self._inner = self.plan.width - 2 * self._margin
        self._down = self._margin

    def _dots(self, millimetres: float) -> int:
        return round(millimetres * self._dpi / 25.4)

    def _write(
        self, text: str, millimetres: float, face: Face = Face.REGULAR, most: int = 1, colour: str = INK
    ) -> None:
        """Write a text in at most so many lines, where reading starts, and go down behind it."""
        if not text:
            return
        size = self._dots(millimetres)
        for line in broken_lines(text, face, size, self._inner, most):
            self._down += round(size * 1.22)
            self._put(line, 0, (size, face, colour))

    def _put(self, line: str, along: int, look: tuple[int, Face, str]) -> None:
        rtl = self._words.right_to_left
        at = self.plan.width - self._margin - along if rtl else self._margin + along
        self.plan.elements.append(Letters(line, at, self._down, *look, right_to_left=rtl, end=rtl))

    def _rule(self) -> None:
        """A level line over the whole width: a row of squares, since a plan knows no other shape."""
        self._down += self._dots(2.4)
        thick = max(2, self._dots(0.4))
        for left in range(self._margin, self.plan.width - self._margin, thick):
            self.plan.elements.append(ShapeAt("square", left, self._down, thick, INK))
        self._down += self._dots(1)

    def draw_sides(self, label: CartonLabel) -> None:
        """From whom, in small letters, and to whom, in large ones."""
        words, content = self._words, label.listed.content
        self._write(words("From"), 2.8, Face.MEDIUM, colour=MUTED)
        self._write(self._name(content.company), 3.6, Face.BOLD)
        self._write(self._reach(content.company), 3, most=2)
        self._rule()
        self._write(words("To"), 2.8, Face.MEDIUM, colour=MUTED)
        self._write(self._name(content.partner), 6, Face.BOLD, most=2)
        self._write(own_direction(content.partner.address_in(words.language)), 4.4, Face.MEDIUM, most=3)
        contact = content.partner.contact
        reach = " · ".join(filter(None, (own_direction(contact), content.partner.phone)))
        self._write(reach, 3.2)
        self._rule()

    def draw_facts(self, label: CartonLabel) -> None:
        """Which batch, which carton of how many, how heavy, under which number of the supplier's."""
        words, listed, carton = self._words, label.listed, label.carton
        place = words("Carton {place} of {count}", place=carton.place, count=len(listed.cartons))
        self._write(place, 8, Face.BOLD)
        size = " × ".join(str(round(side / 10)) for side in carton.size_mm) if all(carton.size_mm) else ""
        heavy = weight(words, carton.weight_g)
        units = words("{count} units", count=carton.units)
        measures = (heavy, words("{size} cm", size=size) if size else "", units)
        self._write(" · ".join(filter(None, measures)), 4.4, Face.MEDIUM)
        refs = listed.content.references
        given = words("Authorization {number}", number=refs.authorization) if refs.authorization else ""
        waybill = words("Waybill {number}", number=refs.waybill) if refs.waybill else ""
        papers = (words("Batch {number}", number=listed.content.batch), listed.content.number)
        self._write(" · ".join(filter(None, papers)), 3.6)
        also = " · ".join(filter(None, (given, waybill, own_direction(refs.carrier))))
        self._write(also, 3.6, most=2)

    def draw_bars(self, label: CartonLabel) -> None:
        """The bars with their text below them, down to the margin."""
        bars = carton_bars(label.carton.number, label.carton.sscc)
        dots = _MODULE_DOTS[self._dpi]
        while bars.width * dots > self.plan.width and dots > 1:
            dots -= 1
        height, size = self._dots(_BARS_MM), self._dots(5)
        foot = self.plan.height - self._margin
        left = (self.plan.width - bars.width * dots) // 2
        self.plan.elements.append(BarsAt(bars, left, foot - round(size * 1.3) - height, height, dots))
        shown = shown_sscc(label.carton.sscc) or label.carton.number
        if label.carton.sscc:
            shown = f"{shown}   {label.carton.number}"
        size = min(size, int(size * self._inner / text_width(shown, Face.MEDIUM, size)))
        at = (self.plan.width - round(text_width(shown, Face.MEDIUM, size))) // 2
        self.plan.elements.append(Letters(shown, at, foot, size, Face.MEDIUM, INK))

    def _name(self, party: SlipParty) -> str:
        return own_direction(party.name_in(self._words.language))

    def _reach(self, party: SlipParty) -> str:
        address = own_direction(party.address_in(self._words.language))
        return " · ".join(filter(None, (address, f"\u2066{party.phone}\u2069" if party.phone else "")))
