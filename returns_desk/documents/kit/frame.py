"""The frame around every page of every paper: the first head with logo and bars, the later ones, and the foot."""

from dataclasses import dataclass
from typing import NamedTuple

from returns_desk.documents.kit.barcodes import QUIET, Bars, bars_width, draw_bars, module_dots
from returns_desk.documents.kit.bidi import broken_lines, own_direction
from returns_desk.documents.kit.dress import Dress
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.logo import Logo, fitted_logo
from returns_desk.documents.kit.looks import INK, NAME, NUMBER, ROLES, SMALL, STRONG, TEXT, TITLE, TITLE_AGAIN, Style
from returns_desk.documents.kit.page import MARGIN, Align, Pen
from returns_desk.documents.kit.voices import Voices
from returns_desk.domain.paper_look import BRAND, look_faults

TOP = 38.0
LATER = TOP + 24  # where the head of the second page and on ends
DPI = 300  # of an office printer; its 600 and 1200 are whole multiples
_BARS = 34.0
_UNDER_BARS = _BARS + 14
_GAP = 16.0
_FOOT = 48.0


class Mark(NamedTuple):
    """What a print is worth, in a pill beside its number; ``watermark``: the colour in which all pages say it too."""

    text: str
    role: str
    watermark: str = ""


@dataclass(frozen=True)
class Heading:
    """What the head of a paper says; ``spoken``: its number is words, not a code."""

    titles: tuple[str, ...]
    number: str = ""
    note: str = ""
    ribbon: Mark | None = None
    bars: Bars | None = None
    under_bars: str = ""
    beside: str = ""  # at the end of the head of later pages
    spoken: bool = False


class Stamp(NamedTuple):
    """What every page says at its foot: the paper, and when and by whom it was printed (ready sentences)."""

    paper: str
    printed: str

    @classmethod
    def of(cls, paper: str, voices: Voices, by: str) -> "Stamp":
        """The stamp of a print made by somebody, or by the program on its own."""
        words, moment = voices.words, voices.words.moment(voices.printed_at)
        return cls(paper, words("Printed {moment} by {name}", moment=moment, name=by) if by else moment)


class Frame:
    """Draws heads and feet with one pen; between them a page has room down to ``bottom``."""

    def __init__(self, pen: Pen, voices: Voices, stamp: Stamp, dress: Dress) -> None:
        self._pen, self._voices, self._stamp = pen, voices, stamp
        self.colour = dress.look.colour if "colour" not in look_faults(dress.look) else BRAND
        self._logo = fitted_logo(dress.logo)
        footer = own_direction(" ".join(dress.look.footer_in(voices.language).split()))
        self._footer = broken_lines(footer, SMALL.face, SMALL.size, pen.inner, 2) if footer else ()
        self._foot_top = pen.height - 37 - len(self._footer) * SMALL.step
        self.bottom = self._foot_top - 11

    def first_head(self, heading: Heading) -> float:
        """Draw the whole head of a first page; return where it ends."""
        self._draw_watermark(heading)
        down = max(self._draw_titles(heading), self._draw_bars(heading)) + 11
        self._pen.rule(MARGIN, down, self._pen.inner, 1.6, self.colour)
        return down + 13

    def later_head(self, heading: Heading) -> float:
        """Draw the one-line head of the second page and on; return where it ends."""
        pen, down = self._pen, TOP + 8
        self._draw_watermark(heading)
        title = _one_line(heading.titles[0], NAME, pen.inner * 0.5)
        along = MARGIN + pen.text(title, (MARGIN, down), NAME) + 8
        along += pen.text(heading.number, (along, down), NAME, code=not heading.spoken) + 8
        along += self._draw_ribbon(heading, (along, down), SMALL)
        if text_width(heading.beside, TEXT.face, TEXT.size) <= MARGIN + pen.inner - along - 12:
            pen.text(heading.beside, (MARGIN + pen.inner, down), TEXT, Align.END)
        pen.rule(MARGIN, down + 8, pen.inner, 1.6, self.colour)
        return LATER

    def foot(self, page: int, pages: int) -> None:
        """Draw the foot: the shop's lines, which paper, which page of how many, when and by whom it was printed."""
        pen, down = self._pen, self._foot_top
        for line in self._footer:
            down += SMALL.step
            pen.text(line, (pen.width / 2, down - 4), SMALL, Align.CENTRE)
        pen.rule(MARGIN, down, pen.inner)
        down += 11
        third = pen.inner / 3
        pen.text(_one_line(self._stamp.paper, SMALL, third + 20), (MARGIN, down), SMALL)
        page_of = self._voices.words("Page {page} of {pages}", page=page, pages=pages)
        pen.text(page_of, (pen.width / 2, down), SMALL._replace(colour=INK), Align.CENTRE)
        pen.text(_one_line(self._stamp.printed, SMALL, third), (MARGIN + pen.inner, down), SMALL, Align.END)

    def _draw_titles(self, heading: Heading) -> float:
        """Draw title, number and ribbon where logo and bars leave room; return where they, or the logo, end."""
        pen = self._pen
        along, down = self._place(heading)
        if self._logo:
            self._draw_logo(self._logo)
        end = max(TOP + self._logo.height, down) if self._logo else down
        room = MARGIN + pen.inner - along
        first, *again = heading.titles
        down += TITLE.size * 0.8
        pen.text(_one_line(first, TITLE, room), (along, down), TITLE)
        for title in again:
            down += 16
            pen.text(_one_line(title, TITLE_AGAIN, room), (along, down), TITLE_AGAIN)
        if heading.number:
            down += 22
            number = _one_line(heading.number, NUMBER, room)
            shown = pen.text(number, (along, down), NUMBER, code=not heading.spoken)
            self._draw_ribbon(heading, (along + shown + 10, down), STRONG)
        if heading.note:
            down = pen.block(heading.note, (along, down + 6.5), self._room(heading, along), SMALL, most=2) - 2.4
        return max(down, end)

    def _place(self, heading: Heading) -> tuple[float, float]:
        """Say where the titles start: beside the logo, or below it, and below the bars where they are too wide."""
        needed, room = _title_width(heading), self._room(heading, MARGIN)
        along, down = MARGIN, TOP
        if self._logo:
            beside = self._logo.width + _GAP
            along, down = (MARGIN + beside, TOP) if needed + beside <= room else (MARGIN, TOP + self._logo.height + 12)
        if needed + along - MARGIN > room:
            down = max(down, TOP + _UNDER_BARS)
        return along, down

    def _room(self, heading: Heading, along: float) -> float:
        """How wide a line from ``along`` on may be beside the bars."""
        bars = bars_width(heading.bars, DPI, self._dots(heading.bars)) if heading.bars else 0
        return MARGIN + self._pen.inner - along - bars

    def _draw_logo(self, logo: Logo) -> None:
        left, foot = self._pen.left(MARGIN, logo.width), self._pen.up(TOP + logo.height)
        self._pen.canvas.drawImage(logo.picture, left, foot, logo.width, logo.height)

    def _dots(self, bars: Bars) -> int:
        """Dots for one module: as wide as is usual, narrower where the page is not wide enough."""
        usual = module_dots(DPI, 0.34)
        return next((dots for dots in range(usual, 2, -1) if bars_width(bars, DPI, dots) <= self._pen.inner), 2)

    def _draw_bars(self, heading: Heading) -> float:
        """Draw the bars at the far end of the head, so that they end at the margin; return where they end."""
        if heading.bars is None:
            return TOP
        pen, dots = self._pen, self._dots(heading.bars)
        width, quiet = bars_width(heading.bars, DPI, dots), QUIET * dots * 72 / DPI
        left = pen.left(MARGIN + pen.inner - width + quiet, width)
        draw_bars(pen.canvas, heading.bars, (left, pen.up(TOP + _BARS), _BARS), DPI, dots)
        pen.forget_ink()
        shown = heading.under_bars or heading.number
        pen.text(shown, (MARGIN + pen.inner - width / 2 + quiet, TOP + _BARS + 11), SMALL, Align.CENTRE, code=True)
        return TOP + _UNDER_BARS

    def _draw_ribbon(self, heading: Heading, place: tuple[float, float], style: Style) -> float:
        """Draw the ribbon's words in a pill whose foot line is that of the text beside it; return its width."""
        if heading.ribbon is None:
            return 0
        along, down = place
        text, role, _ = heading.ribbon
        width = text_width(text, style.face, style.size) + 16
        colour = self.colour if role == "brand" else ROLES[role]
        height = style.size + 6
        self._pen.box((along, down - style.size - 1.6, width, height), stroke=colour, corner=height / 2)
        self._pen.text(text, (along + 8, down - 0.8), style._replace(colour=colour))
        return width

    def _draw_watermark(self, heading: Heading) -> None:
        """Write across the page, lightly, that a draft or a cancelled paper is not worth anything."""
        if heading.ribbon is None or not heading.ribbon.watermark:
            return
        self._pen.across(heading.ribbon.text, Style(TITLE.face, 110, heading.ribbon.watermark))


def _one_line(text: str, style: Style, room: float) -> str:
    return broken_lines(text, style.face, style.size, room, 1)[0]


def _title_width(heading: Heading) -> float:
    """How wide the widest line of the titles is; a note is wrapped into what they leave."""
    ribbon = text_width(heading.ribbon.text, STRONG.face, STRONG.size) + 26 if heading.ribbon else 0
    return max(
        text_width(heading.titles[0], TITLE.face, TITLE.size),
        *(text_width(title, TITLE_AGAIN.face, TITLE_AGAIN.size) for title in heading.titles[1:]),
        text_width(heading.number, NUMBER.face, NUMBER.size) + ribbon,
    )
