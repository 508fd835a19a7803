"""A slip of 500 Hebrew lines against its very pieces of text on a bare canvas, and against fpdf2 with its own bidi."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from returns_desk.documents.kit import bidi, fonts
from returns_desk.documents.kit.page import Pen
from returns_desk.documents.slips import render_slip
from returns_desk.domain.slips import Ribbon, SlipContent
from tests.bench.fpdf_slip import draw_by_fpdf
from tests.bench.harness import Row, compare, interleave, report
from tests.documents.papers import slip_content

MOMENT = datetime(2026, 11, 22, 7, 44, tzinfo=UTC)
Piece = tuple[str, float, float, float, str]  # font, size, across, up, text in drawing order


class _Listener(Canvas):
    """Remembers what is drawn, page by page."""

    pages: dict[int, list[Piece]]

    def drawString(self, x: float, y: float, text: str, *more: Any, **named: Any) -> None:  # noqa: N802
        """Note the piece, then draw it; feet are drawn when all pages are there."""
        self.pages[self.getPageNumber()].append((self._fontname, self._fontsize, x, y, text))
        super().drawString(x, y, text, *more, **named)


def _pieces(content: SlipContent) -> list[list[Piece]]:
    """What the slip draws, listened to once."""
    heard: dict[int, list[Piece]] = defaultdict(list)
    usual = Pen.__init__

    def listening(pen: Pen, *given: Any, **named: Any) -> None:
        usual(pen, *given, **named)
        pen.canvas.__class__ = _Listener
        pen.canvas.pages = heard

    Pen.__init__ = listening  # type: ignore[method-assign]
    try:
        _slip(content)
    finally:
        Pen.__init__ = usual  # type: ignore[method-assign]
    return list(heard.values())


def _slip(content: SlipContent) -> bytes:
    return render_slip(content, "he", Ribbon.ORIGINAL, 0, MOMENT, "דנה לוי")


def _first_slip(content: SlipContent) -> bytes:
    """A slip of which nothing is remembered: no width, no order, no broken line."""
    for remembered in (bidi.drawn_order, bidi.broken_lines, fonts.drawable, fonts.text_ems):
        remembered.cache_clear()
    return _slip(content)


def _bare(pages: list[list[Piece]]) -> Callable[[], None]:
    def draw() -> None:
        canvas = Canvas(BytesIO(), pagesize=A4, invariant=1, pageCompression=1)
        for page in pages:
            for font, size, across, up, text in page:
                canvas.setFont(font, size)
                canvas.drawString(across, up, text)
            canvas.showPage()
        canvas.save()

    return draw


def measure() -> list[Row]:
    """Compare a slip of 500 different lines."""
    content = slip_content(500)
    pages = _pieces(content)
    ours, bare = interleave(lambda: _first_slip(content), _bare(pages), turns=9, warm=2)
    again, theirs = interleave(lambda: _first_slip(content), lambda: draw_by_fpdf(content), turns=5, warm=1)
    strings = sum(map(len, pages))
    return [
        compare(f"500-line Hebrew slip ({len(pages)} pages, {strings:,} texts)", ours, bare, limit=2.5),
        compare("the same slip by fpdf2 and its own bidi", again, theirs, limit=1.0),
    ]


if __name__ == "__main__":
    report("documents", measure())
