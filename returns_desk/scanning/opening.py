"""Open a stranger's picture safely: only common formats, first frame, grey, upright, never more than memory allows."""

import io
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from returns_desk.scanning.decoded import PictureError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
LARGEST_FILE = 200 * 1024 * 1024
MOST_PIXELS = 40_000_000  # unpacked as colour with transparency, with all copies, that is 800 MB
_MOST_PIXELS_JPEG = 110_000_000  # the largest telephones; a JPEG can be unpacked at a quarter of its size


def open_grey(picture: Path | bytes) -> Image.Image | PictureError:
    """Give the picture in grey, upright as a person sees it; or the reason why not."""
    source = _content(picture)
    if isinstance(source, PictureError):
        return source
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks about sizes and odd metadata: judged here by what comes out
        try:
            with Image.open(source, formats=FORMATS) as opened:
                return _grey_of(opened)
        except Image.DecompressionBombError:
            return PictureError.TOO_LARGE
        except UnidentifiedImageError:
            return PictureError.NOT_A_PICTURE
        except MemoryError:
            return PictureError.TOO_LARGE
        except Exception:  # noqa: BLE001  decoders of pictures raise of all kinds, and none may end the day
            return PictureError.DAMAGED


def _content(picture: Path | bytes) -> io.BytesIO | PictureError:
    """The bytes of a file of sensible size."""
    if isinstance(picture, bytes):
        return io.BytesIO(picture) if picture else PictureError.EMPTY
    try:
        size = picture.stat().st_size
        if size > LARGEST_FILE:
            return PictureError.TOO_LARGE
        return io.BytesIO(picture.read_bytes()) if size else PictureError.EMPTY
    except FileNotFoundError:
        return PictureError.MISSING
    except OSError:
        return PictureError.UNREADABLE


def _grey_of(opened: Image.Image) -> Image.Image | PictureError:
    """Unpack the first frame into grey, smaller where the format can and the size asks for it."""
    pixels = opened.width * opened.height
    if opened.format in ("JPEG", "MPO"):
        if pixels > (MOST_PIXELS if opened.mode == "CMYK" else _MOST_PIXELS_JPEG):
            return PictureError.TOO_LARGE
        if pixels > MOST_PIXELS:
            opened.draft("L", (opened.width // 4, opened.height // 4))
        elif opened.mode != "CMYK":
            opened.draft("L", opened.size)
    elif pixels > MOST_PIXELS:
        return PictureError.TOO_LARGE
    opened.seek(0)
    grey = _flat(opened)
    upright = ImageOps.exif_transpose(grey) if opened.getexif().get(0x0112, 1) != 1 else grey
    return upright if upright.width and upright.height else PictureError.DAMAGED


def _flat(opened: Image.Image) -> Image.Image:
    """Any mode as eight-bit grey; what is transparent becomes paper."""
    if opened.mode == "L":
        opened.load()
        return opened.copy()
    if opened.mode.startswith(("I", "F")):
        return _stretched(opened)
    if opened.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in opened.info:
        grey = opened.convert("RGBA").convert("LA")
        paper = Image.new("L", grey.size, 255)
        paper.paste(grey.getchannel("L"), mask=grey.getchannel("A"))
        return paper
    return opened.convert("L")


def _stretched(opened: Image.Image) -> Image.Image:
    """Sixteen and more bits squeezed into eight, by the darkest and lightest spot."""
    values = np.nan_to_num(np.asarray(opened, dtype=np.float32), posinf=0, neginf=0)
    low, high = float(values.min()), float(values.max())
    scaled = (values - low) * (255 / (high - low)) if high > low else np.zeros_like(values)
    return Image.fromarray(scaled.astype(np.uint8))
