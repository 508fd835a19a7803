"""Make a stranger's picture a logo of ours: a clean PNG of what is seen, on white, no larger than paper can show."""

import io
from pathlib import Path

from PIL import Image, ImageOps

from returns_desk.domain.paper_look import HIGHEST_LOGO, WIDEST_LOGO
from returns_desk.domain.picture_refusals import LogoRefused, PictureRefused
from returns_desk.domain.scan_facts import PictureError
from returns_desk.exchange.photographs import seen_picture

LARGEST_FILE = 20 * 1024 * 1024
_DRAWING_SHOWN_IN = 1024  # bytes in which a drawing says that it is one
_LIGHTEST_SEEN = 245  # of 255: what is lighter is lost on white paper


def read_logo(source: Path | bytes) -> bytes:
    """A PNG of a picture file or its bytes. Refuses ``LogoRefused``, and raises nothing else."""
    name = source.name if isinstance(source, Path) else ""
    content = _content(source, name)
    try:
        seen = seen_picture(content, (WIDEST_LOGO, HIGHEST_LOGO))
    except PictureRefused as refusal:
        unknown = refusal.fact == PictureError.NOT_A_PICTURE
        raise LogoRefused("drawing" if unknown and _is_drawing(content) else refusal.fact, name) from None
    if _greys(seen)[0] > _LIGHTEST_SEEN:
        raise LogoRefused("blank", name)
    return _as_png(_cut(seen))


def _content(source: Path | bytes, name: str) -> bytes:
    """The file's bytes, if they are of a sensible number."""
    try:
        if isinstance(source, bytes):
            content = source
        else:
            with source.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise LogoRefused(PictureError.MISSING, name) from None
    except (OSError, ValueError):
        raise LogoRefused(PictureError.UNREADABLE, name) from None
    if len(content) > LARGEST_FILE:
        raise LogoRefused(PictureError.TOO_LARGE, name)
    return content


def _is_drawing(content: bytes) -> bool:
    """SVG is no picture but a program for one, and may fetch others: it is not read here."""
    start = content[:_DRAWING_SHOWN_IN].replace(b"\0", b"").lower()  # also as UTF-16
    return b"<svg" in start or b"<!doctype svg" in start


def _greys(seen: Image.Image) -> tuple[int, int]:
    """The darkest and the lightest grey of a picture."""
    low, high = seen.convert("L").getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    return int(low), int(high)


def _cut(seen: Image.Image) -> Image.Image:
    """Without the white around it, so that it stands at the margin of the page."""
    box = ImageOps.invert(seen.convert("L")).point(lambda value: 255 if value > 255 - _LIGHTEST_SEEN else 0).getbbox()
    return seen.crop(box) if box else seen


def _as_png(seen: Image.Image) -> bytes:
    file = io.BytesIO()
    Image.frombytes("RGB", seen.size, seen.tobytes()).save(file, "PNG", optimize=True)
    return file.getvalue()
