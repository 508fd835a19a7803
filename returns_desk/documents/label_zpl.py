"""Labels in ZPL, for label printers that draw bars themselves, dot by dot.

Text of plain ASCII is printed with the printer's own letters, every sign that could be a command written in
hexadecimal (``^FH``), so that no product name can command the printer; all other text, and text on a dark ground, goes
as a bitmap (``^GFA``). The bars are native, in the very code sets that the PDF draws.
"""

from PIL import Image, ImageDraw

from returns_desk.documents.barcodes import MATRIX_QUIET, QUIET, Matrix, code128_values
from returns_desk.documents.label_image import placed_points, shown_letters, text_bitmap
from returns_desk.documents.label_plan import BarsAt, Element, LabelPlan, Letters, MatrixAt, ShapeAt
from returns_desk.documents.looks import WHITE

_STARTS = {103: ">9", 104: ">:", 105: ">;"}
_SWITCHES = {99: ">5", 100: ">6", 101: ">7"}
_HARMLESS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;/()+=%#-")


def label_zpl(plan: LabelPlan) -> bytes:
    """Write a plan as one ZPL label; the file is plain ASCII."""
    start = ["^XA", "^CI28", "^LH0,0", f"^PW{plan.width}", f"^LL{plan.height}", "^PQ1"]
    return "\n".join([*start, *map(_field, plan.elements), "^XZ", ""]).encode("ascii")


def escaped(text: str) -> str:
    """ASCII text behind ``^FH_``: everything that might be a command, and the escape sign itself, in hexadecimal."""
    return "".join(sign if sign in _HARMLESS else f"_{ord(sign):02X}" for sign in text)


def code128_field(text: str) -> str:
    """What ``^BC`` must be given, in mode N, to draw the code sets that our own bars have."""
    first, *values = code128_values(text)
    pairs = first == 105
    written = [_STARTS[first]]
    for value in values:
        if value in _SWITCHES and not (pairs and value == 99):
            written.append(_SWITCHES[value])
            pairs = value == 99
        else:
            written.append(f"{value:02}" if pairs else _in_set_b(chr(value + 32)))
    return "".join(written)


def _in_set_b(sign: str) -> str:
    return ">0" if sign == ">" else escaped(sign)


def _field(element: Element) -> str:
    match element:
        case Letters():
            return _letters(element)
        case BarsAt(bars, left, top, height, dots):
            at = f"^FO{left + QUIET * dots},{top}^BY{dots},3,{height}^BCN,{height},N,N,N,N"
            return f"{at}^FH_^FD{code128_field(bars.text)}^FS"
        case MatrixAt():
            return _matrix(element)
        case ShapeAt():
            return _shape(element)


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
    return _bitmap(image, left, top)


def _bitmap(image: Image.Image, left: int, top: int, turned: str = "") -> str:
    """A picture whose 1 is black, as hexadecimal rows of whole bytes."""
    row = (image.width + 7) // 8
    total = row * image.height
    return f"^FO{max(0, left)},{max(0, top)}{turned}^GFA,{total},{total},{row},{image.tobytes().hex().upper()}^FS"
