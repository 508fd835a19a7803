"""Labels as PDF of exactly the label's size, for printers that have a driver."""

from returns_desk.documents.kit.barcodes import draw_bars, draw_matrix
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.kit.page import Pen
from returns_desk.documents.labels.image import placed_points, shown_letters
from returns_desk.documents.labels.plan import BarsAt, LabelPlan, Letters, MatrixAt, ShapeAt

_LESS = 0.001  # points; renderers round a page's dots up, and one dot too many makes some printers feed a label


def label_pdf(plan: LabelPlan, title: str) -> bytes:
    """Draw a plan as a PDF of one page; one dot of the plan is one dot of the printer it was made for."""
    dot = 72 / plan.dpi
    pen = Pen(title, right_to_left=False, size=(plan.width * dot - _LESS, plan.height * dot - _LESS))
    for element in plan.elements:
        match element:
            case Letters():
                _draw_letters(pen, element, dot)
            case BarsAt(bars, left, top, height, dots):
                draw_bars(pen.canvas, bars, (left * dot, pen.up((top + height) * dot), height * dot), plan.dpi, dots)
            case MatrixAt(matrix, left, top, dots):
                draw_matrix(pen.canvas, matrix, (left * dot, pen.up(top * dot)), plan.dpi, dots)
            case ShapeAt():
                _draw_shape(pen, element, dot)
    return pen.finished()


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
