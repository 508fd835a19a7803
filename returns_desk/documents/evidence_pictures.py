"""Photographs on paper: fitted into their place, small enough that a pack of hundreds stays a file to send."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader

from returns_desk.documents.kit.looks import GROUND, LABEL, SMALL
from returns_desk.documents.kit.page import MARGIN, Align, Pen

Fetch = Callable[[str], bytes | None]  # the JPEG with a fingerprint, if it is to be had
_SIDE = 720  # pixels; on a third of a page some 320 dots an inch
_LARGE_SIDE = 1_400
_QUALITY = 78
_CAPTION = 14.0


def drawn_picture(pen: Pen, place: tuple[float, float, float, float], caption: str, jpeg: bytes | None) -> None:
    """Draw a picture into along, down, width, height, its caption below; a box where there is none."""
    along, down, width, height = place
    fitted = _small(jpeg, _SIDE) if jpeg else None
    if fitted is None:
        pen.box((along, down, width, height - _CAPTION), fill=GROUND)
    else:
        _fit(pen, (along, down, width, height - _CAPTION), fitted)
    pen.block(caption, (along, down + height - _CAPTION + 2), width, SMALL, most=1)


def drawn_large(pen: Pen, down: float, caption: str, jpeg: bytes | None, height: float) -> None:
    """Draw a picture over the page's width, its caption above."""
    pen.text(caption, (MARGIN, down + 16), LABEL)
    fitted = _small(jpeg, _LARGE_SIDE) if jpeg else None
    if fitted is None:
        pen.box((MARGIN, down + 24, pen.inner, 40), fill=GROUND)
        pen.text("—", (MARGIN + pen.inner / 2, down + 48), SMALL, Align.CENTRE)
    else:
        _fit(pen, (MARGIN, down + 24, pen.inner, height - 34), fitted)


def _small(jpeg: bytes, side: int) -> ImageReader | None:
    """A picture no larger than it is printed; none for one that cannot be read."""
    file = BytesIO()
    try:
        with Image.open(BytesIO(jpeg), formats=("JPEG",)) as opened:
            scale = min(1.0, side / max(opened.size))
            opened.draft("RGB", (round(opened.width * scale), round(opened.height * scale)))
            shown = opened if opened.mode == "RGB" else opened.convert("RGB")
            shown.thumbnail((side, side), Image.Resampling.BILINEAR)
            shown.save(file, "JPEG", quality=_QUALITY)
    except Exception:  # noqa: BLE001  decoders of pictures raise of all kinds; the pack says that it is missing
        return None
    file.seek(0)
    return ImageReader(file)


def _fit(pen: Pen, place: tuple[float, float, float, float], picture: ImageReader) -> None:
    along, down, width, height = place
    wide, high = picture.getSize()
    scale = min(width / wide, height / high)
    left = pen.left(along, wide * scale)
    pen.canvas.drawImage(picture, left, pen.up(down + high * scale), wide * scale, high * scale)
