"""Pictures of codes as a camera over a bench sees them."""

import zxingcpp
from PIL import Image, ImageFilter

SIZE = (640, 480)


def code_picture(text: str, name: str = "EAN13", scale: int = 3) -> Image.Image:
    """A clean code on white."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat[name])
    grey = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=scale))
    paper = Image.new("L", (grey.width + 40, max(grey.height, 90) + 40), 255)
    paper.paste(grey, (20, 20))
    return paper


def scene(*codes: tuple[str, str], blur: float = 0) -> Image.Image:
    """What a camera over a bench sees: codes on a grey table, one above the other."""
    table = Image.new("L", SIZE, 110)
    for place, (text, name) in enumerate(codes):
        table.paste(code_picture(text, name, 2), (60 + 40 * place, 40 + 210 * place))
    return table.filter(ImageFilter.GaussianBlur(blur)) if blur else table


EMPTY = scene()
