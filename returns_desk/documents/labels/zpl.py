"""Labels in ZPL, for label printers that draw bars themselves, dot by dot.

Text of plain ASCII is printed with the printer's own letters, every sign that could be a command written in
hexadecimal (``^FH``), so that no product name can command the printer; all other text, and text on a dark ground, goes
as a bitmap (``^GFA``). The bars are native and packed by the printer (``^BC`` in mode A): changes of code set written
into the field (``>5``) are not understood by every make.
"""

from PIL import Image, ImageDraw

from returns_desk.documents.kit.barcodes import MATRIX_QUIET, QUIET, Matrix
from returns_desk.documents.kit.looks import WHITE
from returns_desk.documents.labels.image import placed_points, shown_letters, text_bitmap
from returns_desk.documents.labels.plan import BarsAt, BoxAt, Element, LabelPlan, Letters, MatrixAt, ShapeAt

_HARMLESS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;/()+=%#-")


def label_zpl(plan: LabelPlan) -> bytes:
    """Write a plan as one ZPL label; the file is plain ASCII."""
    start = ["^XA", "^CI28", "^LH0,0", f"^PW{plan.width}", f"^LL{plan.height}", "^PQ1"]
    return "\n".join([*start, *map(_field, plan.elements), "^XZ", ""]).encode("ascii")


def escaped(text: str) -> str:
    """ASCII text behind ``^FH_``: everything that might be a command, and the escape sign itself, in hexadecimal."""
    return "".join(sign if sign in _HARMLESS else f"_{ord(sign):02X}" for sign in text)


def _field(element: Element) -> str:
    match element:
        case Letters():
            return _letters(element)
        case BarsAt():
            return _bars(element)
        case MatrixAt():
            return _matrix(element)
        case ShapeAt():
            return _shape(element)
        case BoxAt(left, top, width, height):
            return f"^FO{left},{top}^GB{width},{height},{min(width, height)}^FS"


def _letters(letters: Letters) -> str:
    """Native letters for ASCII, a bitmap for the rest; white letters turn the black they stand on."""
    turned = "^FR" if letters.colour == WHITE else ""
    shown = shown_letters(letters)
    if not shown:
        return ""
    if shown.isascii() and not turned:
        justified = 1 if letters.end else 0
        at = f"^FT{letters.at},{letters.foot},{justified}^A0N,{letters.size},{letters.size}"
        return f"{at}^FH_^FD{escaped(shown)}^FS"
    image, left, top = text_bitmap(letters)
    return _bitmap(image, left, top, turned)


def _bars(at: BarsAt) -> str:
    """Native bars; where ``>`` would be read as a change of code set, and for GS1-128, a bitmap of the very modules."""
    left = at.left + QUIET * at.dots
    if ">" in at.bars.text or at.bars.gs1:
        image = Image.new("1", (len(at.bars.modules), 1), 0)
        image.putdata([int(sign) for sign in at.bars.modules])
        return _bitmap(image.resize((image.width * at.dots, at.height), Image.Resampling.NEAREST), left, at.top)
    order = f"^FO{left},{at.top}^BY{at.dots},3,{at.height}^BCN,{at.height},N,N,N,A"
    return f"{order}^FH_^FD{escaped(at.bars.text)}^FS"


def _matrix(at: MatrixAt) -> str:
    quiet = MATRIX_QUIET * at.dots
    left, top = at.left + quiet, at.top + quiet
    if all(sign.isalnum() or sign == "-" for sign in at.matrix.text):
        side = len(at.matrix.rows)
        return f"^FO{left},{top}^BXN,{at.dots},200,{side},{side}^FD{at.matrix.text}^FS"
    return _bitmap(_matrix_image(at.matrix, at.dots), left, top)


def _matrix_image(matrix: Matrix, dots: int) -> Image.Image:
    image = Image.new("1", (len(matrix.rows[0]), len(matrix.rows)), 0)
    image.putdata([int(sign) for row in matrix.rows for sign in row])
    return image.resize((image.width * dots, image.height * dots), Image.Resampling.NEAREST)


def _shape(shape: ShapeAt) -> str:
    points = placed_points(shape)
    left, top = (max(0, int(min(values))) for values in zip(*points, strict=True))
    right, bottom = (int(max(values)) + 1 for values in zip(*points, strict=True))
    image = Image.new("1", (right - left, bottom - top), 0)
    ImageDraw.Draw(image).polygon([(x - left, y - top) for x, y in points], fill=1)
    return _bitmap(image, left, top, "^FR" if shape.colour == WHITE else "")


def _bitmap(image: Image.Image, left: int, top: int, turned: str = "") -> str:
    """A picture whose 1 is black, as hexadecimal rows of whole bytes."""
    row = (image.width + 7) // 8
    total = row * image.height
    return f"^FO{max(0, left)},{max(0, top)}{turned}^GFA,{total},{total},{row},{image.tobytes().hex().upper()}^FS"
