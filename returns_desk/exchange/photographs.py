"""Make a stranger's picture a photograph of ours: upright, no larger than it need be, and only what is seen.

Whatever comes is judged by its size before it is unpacked, and unpacked small where its format can: no picture costs
more than some 200 MB of memory. Where it was taken, when and with what is dropped with all other metadata.
"""

import io
import logging
import warnings
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from returns_desk.domain.photos import LONGEST_SIDE
from returns_desk.domain.picture_refusals import PictureRefused
from returns_desk.domain.scan_facts import PictureError

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF")
LARGEST_FILE = 60 * 1024 * 1024
TELEPHONE = "telephone"  # what telephones write unless told otherwise; Pillow cannot read it
_TELEPHONE_MARKS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_MOST_MEMORY = 160 * 1024 * 1024  # bytes of one unpacked picture with the copies that are made of it
_BYTES = {"1": 1, "L": 2, "P": 9, "RGB": 5, "YCbCr": 5, "CMYK": 8}  # a pixel, copies included
_MOST_BYTES = 12  # a pixel of any other mode
_COSTLY = {"WEBP": 13, "AVIF": 13}  # a pixel: these are unpacked with copies of their own, measured
_PROGRESSIVE_BYTES = 6  # a pixel that comes in rough first: all of it is held while it is read
_MOST_PIXELS_JPEG = 170_000_000  # the largest telephones
_QUALITY = 85
# what a decoder thinks of a stranger's file is judged here, not printed beside the answer of a command
logging.getLogger("PIL").setLevel(logging.CRITICAL)
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@dataclass(frozen=True)
class Prepared:
    """A photograph ready to be kept: a JPEG without metadata, and its fingerprint."""

    jpeg: bytes
    width: int
    height: int
    sha256: str


def prepared(source: Path | bytes) -> Prepared:
    """Make a photograph of a picture file or its bytes. Refuses ``PictureRefused``, and raises nothing else."""
    return _as_jpeg(seen_picture(source, (LONGEST_SIDE, LONGEST_SIDE)))


def seen_picture(source: Path | bytes, box: tuple[int, int]) -> Image.Image:
    """What is seen of a picture file or its bytes: upright, on white, no larger than the box. Refuses as above."""
    name = source.name if isinstance(source, Path) else ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks about sizes and odd metadata: judged here
        try:
            with Image.open(_opened(source, name), formats=FORMATS) as opened:
                return _small(opened, box)
        except PictureRefused as refusal:
            raise PictureRefused(refusal.fact, name) from None
        except (Image.DecompressionBombError, MemoryError):
            raise PictureRefused(PictureError.TOO_LARGE, name) from None
        except UnidentifiedImageError:
            raise PictureRefused(_unknown(source), name) from None
        except Exception:  # noqa: BLE001  decoders of pictures raise of all kinds, and none may end the day
            raise PictureRefused(PictureError.DAMAGED, name) from None


def _opened(source: Path | bytes, name: str) -> Path | io.BytesIO:
    """The picture, if its file is of a sensible size."""
    if isinstance(source, bytes):
        size = len(source)
    else:
        try:
            size = source.stat().st_size
            with source.open("rb"):  # a folder, or one that may not be read
                pass
        except FileNotFoundError:
            raise PictureRefused(PictureError.MISSING, name) from None
        except (OSError, ValueError):
            raise PictureRefused(PictureError.UNREADABLE, name) from None
    if not size:
        raise PictureRefused(PictureError.EMPTY, name)
    if size > LARGEST_FILE:
        raise PictureRefused(PictureError.TOO_LARGE, name)
    return io.BytesIO(source) if isinstance(source, bytes) else source


def _unknown(source: Path | bytes) -> str:
    """Why nothing could be made of a file that is none of the formats."""
    if isinstance(source, bytes):
        start = source[:12]
    else:
        with source.open("rb") as file:
            start = file.read(12)
    if start[4:8] == b"ftyp" and start[8:12] in _TELEPHONE_MARKS:
        return TELEPHONE
    return PictureError.NOT_A_PICTURE


def _small(opened: Image.Image, box: tuple[int, int]) -> Image.Image:
    """The first picture of a file, upright, in the colours of every screen and no larger than it is kept."""
    if opened.format in ("JPEG", "MPO"):
        _judge_jpeg(opened)
        opened.draft(opened.mode, _size_kept(opened, _either_way(box)))
    opened.seek(0)
    cost = max(_BYTES.get(opened.mode, _MOST_BYTES), _COSTLY.get(opened.format or "", 0))
    if opened.width * opened.height * cost > _MOST_MEMORY:
        raise PictureRefused(PictureError.TOO_LARGE)
    opened.load()
    profile = opened.info.get("icc_profile")
    turned = opened.getexif().get(0x0112, 1)  # asked after unpacking: TIFF is turned by then
    lying = box[::-1] if turned in range(5, 9) else box  # it is turned last, when it is small
    shown = _in_colours(_shrunk(_plain(opened), lying), profile)
    return _turned(shown, turned)


def _either_way(box: tuple[int, int]) -> tuple[int, int]:
    """A box that takes the picture also when it is turned."""
    return max(box), max(box)


def _judge_jpeg(opened: Image.Image) -> None:
    pixels = opened.width * opened.height
    progressive = opened.info.get("progressive") and pixels * _PROGRESSIVE_BYTES > _MOST_MEMORY
    if pixels > _MOST_PIXELS_JPEG or progressive:
        raise PictureRefused(PictureError.TOO_LARGE)


def _plain(opened: Image.Image) -> Image.Image:
    """A mode that can be made smaller: grey, colour, colour with transparency, or four inks."""
    if opened.mode in ("L", "RGB", "CMYK"):
        return opened if "transparency" not in opened.info else opened.convert("RGBA")
    if opened.mode.startswith(("I", "F")):
        return _eight_bits(opened)
    see_through = opened.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in opened.info
    return opened.convert("RGBA" if see_through else "RGB")


def _eight_bits(opened: Image.Image) -> Image.Image:
    """Sixteen and more bits squeezed into eight, by the darkest and lightest spot."""
    fine = opened if opened.mode in ("I", "F") else opened.convert("I")
    low, high = cast(tuple[float, float], fine.getextrema())  # of one channel
    scale = 255 / (high - low) if high > low else 0.0
    return fine.point(lambda value: value * scale - low * scale).convert("L")


def _size_kept(shown: Image.Image, box: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, box[0] / shown.width, box[1] / shown.height)
    return max(1, round(shown.width * scale)), max(1, round(shown.height * scale))


def _shrunk(shown: Image.Image, box: tuple[int, int]) -> Image.Image:
    size = _size_kept(shown, box)
    if size != shown.size:
        shown = shown.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if shown.mode != "RGBA":
        return shown
    paper = Image.new("RGB", shown.size, "white")
    paper.paste(shown, mask=shown.getchannel("A"))
    return paper


def _in_colours(shown: Image.Image, profile: object) -> Image.Image:
    """The colours of every screen; a profile that says nothing useful is left aside."""
    if isinstance(profile, bytes) and profile and shown.mode in ("RGB", "CMYK"):
        try:
            found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(shown, found, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return shown.convert("RGB")


def _turned(shown: Image.Image, orientation: object) -> Image.Image:
    """Upright as a person sees it, by what the camera wrote (EXIF 0x0112, 1 to 8)."""
    clean = Image.new("RGB", shown.size)
    clean.paste(shown)
    if orientation not in range(2, 9):
        return clean
    clean.getexif()[0x0112] = orientation
    return ImageOps.exif_transpose(clean)


def _as_jpeg(shown: Image.Image) -> Prepared:
    file = io.BytesIO()
    bare = Image.frombytes("RGB", shown.size, shown.tobytes())  # whatever else hung on it stays behind
    bare.save(file, "JPEG", quality=_QUALITY, subsampling="4:2:0", optimize=True)
    jpeg = file.getvalue()
    return Prepared(jpeg, bare.width, bare.height, sha256(jpeg).hexdigest())
