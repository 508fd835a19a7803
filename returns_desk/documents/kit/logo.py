"""The shop's logo as it is drawn: never larger than its place, never out of shape; none where it cannot be read."""

import logging
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader

log = logging.getLogger(__name__)
WIDEST, HIGHEST = 42 / 25.4 * 72, 16 / 25.4 * 72
_DPI = 400  # finer ones are lost on paper, and cost time at every print
_MOST_DOTS = 40_000_000  # a small file can unfold to gigabytes


@dataclass(frozen=True)
class Logo:
    """A picture and its size on paper, in points."""

    width: float
    height: float
    picture: ImageReader = field(repr=False)


@lru_cache(maxsize=4)
def fitted_logo(png: bytes) -> Logo | None:
    """Fit a logo into its place; what is no picture is logged and left out: the paper is printed without it."""
    if not png:
        return None
    try:
        with Image.open(BytesIO(png), formats=("PNG",)) as opened:
            if opened.width * opened.height > _MOST_DOTS:
                raise ValueError("too many dots")
            return _fitted(opened.convert("RGBA"))
    except Exception:  # noqa: BLE001  decoders of pictures raise of all kinds, and no print is lost for a logo
        log.warning("logo %s cannot be drawn, the paper is printed without it", sha256(png).hexdigest()[:12])
        return None


def _fitted(picture: Image.Image) -> Logo:
    scale = min(WIDEST / picture.width, HIGHEST / picture.height)
    width, height = picture.width * scale, picture.height * scale
    picture.thumbnail((round(WIDEST / 72 * _DPI), round(HIGHEST / 72 * _DPI)), Image.Resampling.LANCZOS)
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return Logo(width, height, ImageReader(white))
