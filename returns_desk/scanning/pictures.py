"""Find the codes in a picture: cheap looks first, dearer ones only while nothing is sure.

The order is measured on real photographs (the benchmark prints what each look adds): both decoders on the picture as it
is, on evened contrast, enlarged, turned by 45 degrees, sharpened, and the fitting of blurred rows, which comes at once
when a product number was read but not surely. What is believed is said by ``votes``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from PIL import Image

from returns_desk.scanning.blurred import read_blurred
from returns_desk.scanning.decoded import Decoded, DecodeMode, FoundCode, PictureError
from returns_desk.scanning.engines import read_with_zbar, read_with_zxing
from returns_desk.scanning.enhancing import View
from returns_desk.scanning.opening import open_grey
from returns_desk.scanning.votes import Votes


class Views:
    """The views of one picture, each made when it is first asked for."""

    def __init__(self, grey: Image.Image) -> None:
        self.whole = View(grey)

    @cached_property
    def plain(self) -> View:
        """The picture, small enough to be worked on."""
        return self.whole.limited()

    @cached_property
    def evened(self) -> View:
        """The same light everywhere."""
        return self.plain.evened()

    @cached_property
    def large(self) -> View:
        """Twice the size, where that is not too large."""
        return self.plain.scaled(2).limited()

    @cached_property
    def evened_large(self) -> View:
        """The same light everywhere, twice the size."""
        return self.evened.scaled(2).limited()

    @cached_property
    def aslant(self) -> View:
        """Evened and turned by 45 degrees."""
        return self.evened.turned(45)


@dataclass(frozen=True)
class Look:
    """One look at a picture; ``natural`` looks count fully, see ``votes``."""

    name: str
    read: Callable[[Views], list[FoundCode]]
    natural: bool = False


FAST_LOOKS = (
    Look("zxing", lambda views: read_with_zxing(views.whole), natural=True),
    Look("zxing evened", lambda views: read_with_zxing(views.evened), natural=True),
)
FITTING = Look("fitting", lambda views: read_blurred(views.plain, 16))
DEFAULT_LOOKS = (
    *FAST_LOOKS,
    Look("zbar", lambda views: read_with_zbar(views.plain)),
    Look("zbar evened", lambda views: read_with_zbar(views.evened)),
    Look("zxing evened large", lambda views: read_with_zxing(views.evened_large)),
    Look("zxing aslant", lambda views: read_with_zxing(views.aslant)),
    Look("zbar aslant", lambda views: read_with_zbar(views.aslant)),
    FITTING,
    Look("zbar sharpened", lambda views: read_with_zbar(views.evened_large.sharpened(6, 300))),
    Look("zxing one threshold", lambda views: read_with_zxing(views.large, one_threshold=True)),
)


def _turned_looks() -> Iterator[Look]:
    """Both decoders on copies turned by other angles."""
    for angle in (30, -30, 15, -15, 60, -60):
        yield Look(f"zxing {angle}", partial(_read_turned, read_with_zxing, angle))
        yield Look(f"zbar {angle}", partial(_read_turned, read_with_zbar, angle))


def _read_turned(read: Callable[[View], list[FoundCode]], angle: int, views: Views) -> list[FoundCode]:
    """Read a copy turned by an angle."""
    return read(views.evened.turned(angle))


THOROUGH_LOOKS = (
    *DEFAULT_LOOKS,
    Look("zxing sharpened", lambda views: read_with_zxing(views.large.sharpened(3, 200))),
    Look("zxing tripled", lambda views: read_with_zxing(views.evened.scaled(3).limited().sharpened(5, 200))),
    Look("fitting many rows", lambda views: read_blurred(views.evened, 40)),
    *_turned_looks(),
)
_LOOKS = {
    DecodeMode.FAST: FAST_LOOKS,
    DecodeMode.DEFAULT: DEFAULT_LOOKS,
    DecodeMode.THOROUGH: THOROUGH_LOOKS,
}


def decode(picture: Path | bytes, mode: DecodeMode = DecodeMode.DEFAULT) -> Decoded:
    """Find the codes in a picture file or its bytes; never raises, says in ``error`` why it could not look."""
    grey = open_grey(picture)
    return Decoded(error=grey) if isinstance(grey, PictureError) else decode_grey(grey, mode)


def decode_grey(grey: Image.Image, mode: DecodeMode = DecodeMode.DEFAULT) -> Decoded:
    """Find the codes in a grey picture in memory, such as a frame of a camera."""
    views, votes, looks, passes = Views(grey), Votes(), list(_LOOKS[mode]), 0
    while looks:
        look = looks.pop(0)
        passes += 1
        votes.count(look.read(views), natural=look.natural)
        if codes := votes.believed():
            return Decoded(codes, passes=passes)
        if FITTING in looks and votes.has_doubtful_product():
            looks.remove(FITTING)
            looks.insert(0, FITTING)
    return Decoded(() if mode is DecodeMode.FAST else votes.last_word(), passes=passes)
