"""Labels as PDF of exactly the label's size, for printers that have a driver."""

from collections.abc import Iterable

from returns_desk.documents.kit.barcodes import draw_bars, draw_matrix
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.page import Pen
from returns_desk.documents.labels.image import placed_points, shown_letters
from returns_desk.documents.labels.plan import BarsAt, BoxAt, Element, LabelPlan, Letters, MatrixAt, ShapeAt

_LESS = 0.001  # points; renderers round a page's dots up, and one dot too many makes some printers feed a label
_INSET = 0.1  # dots


class LabelPages:
    """A PDF of one label a page; one dot of a plan is one dot of the printer it was made for."""

    def __init__(self, title: str) -> None:
        self._pen = Pen(title, right_to_left=False)
        self._begun = False

    def add(self, plan: LabelPlan) -> None:
        """Draw a plan on a page of its own size."""
        pen, dot = self._pen, 72 / plan.dpi
        if self._begun:
            pen.next_page()
        self._begun = True
        pen.width, pen.height = plan.width * dot - _LESS, plan.height * dot - _LESS
        pen.canvas.setPageSize((pen.width, pen.height))
        for element in plan.elements:
            _draw(pen, element, plan.dpi)

    def finished(self) -> bytes:
        """The whole file."""
        return self._pen.finished()


def label_pdf(plan: LabelPlan, title: str) -> bytes:
    """Draw a plan as a PDF of one page."""
    return labels_pdf((plan,), title)


def labels_pdf(plans: Iterable[LabelPlan], title: str) -> bytes:
    """Draw plans as a PDF of a page each; they are taken one by one."""
    pages = LabelPages(title)
    for plan in plans:
        pages.add(plan)
    return pages.finished()


def _draw(pen: Pen, element: Element, dpi: int) -> None:
    dot = 72 / dpi
    match element:
        case Letters():
            _draw_letters(pen, element, dot)
        case BarsAt(bars, left, top, height, dots):
            draw_bars(pen.canvas, bars, (left * dot, pen.up((top + height) * dot), height * dot), dpi, dots)
        case MatrixAt(matrix, left, top, dots):
            draw_matrix(pen.canvas, matrix, (left * dot, pen.up(top * dot)), dpi, dots)
        case ShapeAt():
            _draw_shape(pen, element, dot)
        case BoxAt():
            _draw_box(pen, element, dot)


def _draw_letters(pen: Pen, letters: Letters, dot: float) -> None:
    shown = shown_letters(letters)
    size = letters.size * dot
    left = letters.at * dot - (text_width(shown, letters.face, size) if letters.end else 0)
    pen.canvas.setFont(letters.face.value, size)
    pen.canvas.setFillColor(letters.colour)
    pen.canvas.drawString(left, pen.up(letters.foot * dot), shown)


def _draw_shape(pen: Pen, shape: ShapeAt, dot: float) -> None:
    first, *others = [(x * dot, pen.up(y * dot)) for x, y in placed_points(shape)]
    path = pen.canvas.beginPath()
    path.moveTo(*first)
    for point in others:
        path.lineTo(*point)
    path.close()
    pen.canvas.setFillColor(shape.colour)
    pen.canvas.drawPath(path, stroke=0, fill=1)


def _draw_box(pen: Pen, box: BoxAt, dot: float) -> None:
    """A tenth of a dot smaller on each side, as bars are: no renderer lets it touch a dot that is not its own."""
    pen.canvas.setFillColor(box.colour)
    left, low = (box.left + _INSET) * dot, pen.up((box.top + box.height - _INSET) * dot)
    pen.canvas.rect(left, low, (box.width - 2 * _INSET) * dot, (box.height - 2 * _INSET) * dot, stroke=0, fill=1)
