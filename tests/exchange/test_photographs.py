"""Photographs of ours are upright, small and without a trace of where they were taken; anything else is refused."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms

from returns_desk.domain.photos import LONGEST_SIDE
from returns_desk.domain.picture_refusals import PictureRefused
from returns_desk.domain.scan_facts import PictureError
from returns_desk.exchange.photographs import LARGEST_FILE, Prepared, prepared

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 40), (30, 40, 200), (255, 255, 255)
SECRET = b"somewhere at home"


def corners(size: tuple[int, int] = (400, 300)) -> Image.Image:
    """Red at the top left, green at the top right, blue at the bottom left, white at the bottom right."""
    picture = Image.new("RGB", size, WHITE)
    half = (size[0] // 2, size[1] // 2)
    for colour, at in ((RED, (0, 0)), (GREEN, (half[0], 0)), (BLUE, (0, half[1]))):
        picture.paste(colour, (*at, at[0] + half[0], at[1] + half[1]))
    return picture


def saved(picture: Image.Image, form: str = "JPEG", **more: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **more)
    return file.getvalue()


def shown(made: Prepared) -> Image.Image:
    return Image.open(io.BytesIO(made.jpeg))


def is_upright(made: Prepared) -> bool:
    picture = shown(made)
    left, right = picture.width // 8, picture.width * 7 // 8
    top, bottom = picture.height // 8, picture.height * 7 // 8
    wanted = {(left, top): RED, (right, top): GREEN, (left, bottom): BLUE, (right, bottom): WHITE}
    return all(near(picture.getpixel(spot), colour) for spot, colour in wanted.items())


def near(pixel: Any, wanted: tuple[int, int, int], reach: int = 30) -> bool:
    return all(abs(a - b) <= reach for a, b in zip(pixel, wanted, strict=True))


def with_exif(orientation: int) -> Image.Exif:
    """What a telephone writes: how it was held, who and where."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Artist] = SECRET.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (32.0, 49.0, 3.5)}
    )
    return exif


_BACK = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def _written(form: str, mode: str) -> bytes | None:
    """A picture of one kind in one form, nothing where the form has no such kind."""
    grey = Image.linear_gradient("L")
    picture = grey.convert("I").convert("I;16") if mode == "I;16" else grey.convert(mode)
    try:
        return saved(picture, form)
    except (OSError, ValueError, KeyError):
        return None


FORMS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
MODES = ("1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F")
EVERY_KIND = {f"{form} {mode}": content for form in FORMS for mode in MODES if (content := _written(form, mode))}


@pytest.mark.parametrize("content", EVERY_KIND.values(), ids=EVERY_KIND)
def test_every_kind_of_picture_becomes_one_kind(content: bytes) -> None:
    made = prepared(content)
    assert (shown(made).format, shown(made).mode, shown(made).size) == ("JPEG", "RGB", (256, 256))
    assert shown(made).convert("L").getpixel((128, 250)) > shown(made).convert("L").getpixel((128, 5))


def test_what_is_transparent_is_white() -> None:
    clear = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    assert near(shown(prepared(saved(clear, "PNG"))).getpixel((25, 25)), WHITE, 3)
    grey = Image.new("P", (50, 50), 1)
    grey.putpalette([0, 0, 0, 9, 9, 9])
    assert near(shown(prepared(saved(grey, "PNG", transparency=1))).getpixel((25, 25)), WHITE, 3)


def test_colours_of_another_profile_look_the_same() -> None:
    green = Image.new("RGB", (64, 64), (40, 200, 60))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    swapped = saved(green, icc_profile=lab.tobytes())  # says nothing about these three channels
    assert near(shown(prepared(swapped)).getpixel((30, 30)), (40, 200, 60), 12)
    assert near(shown(prepared(saved(green, icc_profile=b"nonsense"))).getpixel((30, 30)), (40, 200, 60), 12)


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (1600, 1200), (1601, 10), (90, 60)])
def test_it_is_no_larger_than_it_is_kept_and_never_enlarged(size: tuple[int, int]) -> None:
    made = prepared(saved(corners(size)))
    assert max(made.width, made.height) == min(LONGEST_SIDE, max(size))
    assert (made.width, made.height) == shown(made).size
    assert abs(made.width / made.height - size[0] / size[1]) < 0.05 * size[0] / size[1]


def test_the_same_picture_gives_the_same_bytes_and_a_kept_one_stays_as_large() -> None:
    content = saved(corners((2000, 1000)), "PNG")
    made = prepared(content)
    assert prepared(content) == made
    again = prepared(made.jpeg)
    assert (again.width, again.height) == (made.width, made.height) == (1600, 800)
    assert is_upright(again)


def refusal(source: Path | bytes) -> str:
    with pytest.raises(PictureRefused) as refused:
        prepared(source)
    return refused.value.fact


def test_what_is_no_picture_is_refused_by_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "letter.jpg").write_text("Dear Sirs,", encoding="utf-8")
    (tmp_path / "half.jpg").write_bytes(saved(corners((900, 900)))[:4000])
    (tmp_path / "iphone.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(200))
    assert refusal(tmp_path / "empty.jpg") == refusal(b"") == PictureError.EMPTY
    assert refusal(tmp_path / "letter.jpg") == refusal(b"Dear Sirs,") == PictureError.NOT_A_PICTURE
    assert refusal(tmp_path / "half.jpg") == PictureError.DAMAGED
    assert refusal(tmp_path / "nothing.jpg") == PictureError.MISSING
    assert refusal(tmp_path) == PictureError.UNREADABLE
    assert refusal(tmp_path / "iphone.heic") == "telephone"
    with pytest.raises(PictureRefused) as named:
        prepared(tmp_path / "letter.jpg")
    assert named.value.file == "letter.jpg"


def test_two_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.write(saved(corners()))
        file.truncate(200 * 1024 * 1024)
    assert refusal(tmp_path / "huge.jpg") == PictureError.TOO_LARGE
    assert LARGEST_FILE < 200 * 1024 * 1024


def bomb(wide: int, high: int) -> bytes:
    """A small PNG that says it is a large one."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", wide, high, 8, 6, 0, 0, 0)
    body = zlib.compress(bytes(4 * wide + 1) * 64)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(6000, 5000), (20_000, 20_000), (2_000_000, 100)])
def test_a_picture_that_would_not_fit_into_memory_is_refused_unpacked(size: tuple[int, int]) -> None:
    assert refusal(bomb(*size)) == PictureError.TOO_LARGE


def test_the_largest_telephones_picture_is_read_small() -> None:
    content = saved(Image.new("L", (12_000, 9_000), 128), quality=30)
    made = prepared(content)
    assert (made.width, made.height) == (1600, 1200)


_REAL = (saved(corners((64, 48))), saved(corners((64, 48)), "PNG"), saved(corners((64, 48)), "WEBP"),
         saved(corners((64, 48)), "TIFF", compression="tiff_lzw"), saved(corners((64, 48)), "BMP"),
         saved(corners((64, 48)), "GIF"))  # fmt: skip
_STARTS = (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 ", b"II*\0", b"BM", b"GIF89a")


def picture_or_refusal(content: bytes) -> None:
    try:
        made = prepared(content)
    except PictureRefused:
        return
    assert max(made.width, made.height) <= LONGEST_SIDE


@given(st.sampled_from(_STARTS), st.binary(max_size=200))
def test_any_bytes_are_a_picture_or_refused(start: bytes, rest: bytes) -> None:
    picture_or_refusal(start + rest)


@settings(max_examples=150)
@given(st.sampled_from(_REAL), st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_picture_with_hurt_bytes_is_a_picture_or_refused(real: bytes, hurts: list[tuple[int, int]]) -> None:
    content = bytearray(real)
    for at, byte in hurts:
        content[at % len(content)] = byte
    picture_or_refusal(bytes(content))
