"""Labels in pixels, one to a printer dot, drawn with Pillow: pictures for the screen, and bitmaps for ZPL."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from returns_desk.documents.kit.bidi import drawn_order
from returns_desk.documents.kit.fonts import Face, drawable, font_file
from returns_desk.documents.labels.plan import BarsAt, BoxAt, Element, LabelPlan, Letters, MatrixAt, ShapeAt
from returns_desk.documents.labels.shapes import shape_points


@lru_cache(maxsize=128)  # letters that were made to fit have all sorts of sizes
def image_font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """A face in pixels; the basic layout, because the text comes in drawing order already."""
    return ImageFont.truetype(font_file(face), size, layout_engine=ImageFont.Layout.BASIC)


def label_png(plan: LabelPlan) -> bytes:
    """Draw a plan as PNG, with the printer's resolution written in it."""
    image = Image.new("RGB", (plan.width, plan.height), "white")
    draw = ImageDraw.Draw(image)
    for element in plan.elements:
        _draw(draw, element)
    file = BytesIO()
    image.save(file, "PNG", dpi=(plan.dpi, plan.dpi))
    return file.getvalue()


def text_bitmap(letters: Letters) -> tuple[Image.Image, int, int]:
    """One line of text in pixels, 1 black, with the left and top edge at which it belongs on the label."""
    font, shown = image_font(letters.face, letters.size), shown_letters(letters)
    left, top, right, bottom = font.getbbox(shown, mode="1", anchor="ls")
    width = max(1, int(right - left + 1))
    image = Image.new("1", (width, max(1, int(bottom - top))), 0)
    ImageDraw.Draw(image).text((-left, -top), shown, fill=1, font=font, anchor="ls")
    start = letters.at - round(font.getlength(shown, mode="1")) if letters.end else letters.at
    return image, start + int(left), letters.foot + int(top)


def shown_letters(letters: Letters) -> str:
    """The text in drawing order, boxes for what the font lacks."""
    return drawn_order(drawable(letters.text), letters.right_to_left)


def _draw(draw: ImageDraw.ImageDraw, element: Element) -> None:
    match element:
        case Letters():
            _draw_letters(draw, element)
        case BarsAt():
            _draw_bars(draw, element)
        case MatrixAt():
            _draw_matrix(draw, element)
        case ShapeAt():
            draw.polygon(placed_points(element), fill=element.colour)
        case BoxAt(left, top, width, height, colour):
            draw.rectangle((left, top, left + width - 1, top + height - 1), fill=colour)


def placed_points(at: ShapeAt) -> list[tuple[float, float]]:
    """Corners of a shape on the label, in dots."""
    return [(at.left + x * at.side, at.top + y * at.side) for x, y in shape_points(at.shape)]


def _draw_letters(draw: ImageDraw.ImageDraw, letters: Letters) -> None:
    font = image_font(letters.face, letters.size)
    anchor = "rs" if letters.end else "ls"
    draw.text((letters.at, letters.foot), shown_letters(letters), fill=letters.colour, font=font, anchor=anchor)


def _draw_bars(draw: ImageDraw.ImageDraw, at: BarsAt) -> None:
    for start, length in at.bars.runs:
        left = at.left + start * at.dots
        draw.rectangle((left, at.top, left + length * at.dots - 1, at.top + at.height - 1), fill="black")


def _draw_matrix(draw: ImageDraw.ImageDraw, at: MatrixAt) -> None:
    for row, start, length in at.matrix.runs:
        left, top = at.left + start * at.dots, at.top + row * at.dots
        draw.rectangle((left, top, left + length * at.dots - 1, top + at.dots - 1), fill="black")
