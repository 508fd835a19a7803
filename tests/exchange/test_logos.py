"""A logo is a clean PNG of what is seen; whatever else comes is refused in words and harms nothing."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageDraw

from returns_desk.domain.paper_look import HIGHEST_LOGO, WIDEST_LOGO, png_size
from returns_desk.domain.picture_refusals import LogoRefused
from returns_desk.exchange.logos import LARGEST_FILE, read_logo
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

TEAL, WHITE = (11, 92, 107), (255, 255, 255)


def drawn(size: tuple[int, int] = (300, 120), mode: str = "RGB") -> Image.Image:
    """A teal bar with a white notch."""
    picture = Image.new("RGB", size, TEAL)
    ImageDraw.Draw(picture).rectangle((size[0] // 2, 0, size[0] // 2 + 4, size[1] // 2), WHITE)
    return picture.convert(mode)


def saved(picture: Image.Image, form: str = "PNG", **more: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **more)
    return file.getvalue()


def shown(png: bytes) -> Image.Image:
    opened = Image.open(io.BytesIO(png), formats=("PNG",))
    opened.load()
    return opened


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_picture_becomes_a_png_of_the_same_colours(form: str) -> None:
    made = shown(read_logo(saved(drawn(), form)))
    assert (made.mode, made.size) == ("RGB", (300, 120))
    pixel = made.getpixel((10, 60))
    assert isinstance(pixel, tuple)
    assert all(abs(found - wanted) < 12 for found, wanted in zip(pixel, TEAL, strict=True))


def test_a_large_picture_is_made_as_large_as_paper_can_show() -> None:
    png = read_logo(saved(drawn((3000, 900))))
    assert png_size(png) == (1200, 360)
    assert png_size(read_logo(saved(drawn((900, 3000))))) == (144, HIGHEST_LOGO)


def test_what_is_see_through_is_white_and_the_white_around_is_cut_off() -> None:
    whole = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    whole.paste(Image.new("RGBA", (100, 50), (*TEAL, 255)), (40, 60))
    made = shown(read_logo(saved(whole)))
    assert made.size == (100, 50)
    assert made.getpixel((0, 0)) == TEAL


def test_four_inks_and_a_turned_camera_are_read() -> None:
    assert shown(read_logo(saved(drawn(mode="CMYK"), "JPEG"))).size == (300, 120)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    assert shown(read_logo(saved(drawn(), "JPEG", exif=exif))).size == (120, 300)
    assert shown(read_logo(saved(drawn((3000, 900)), "JPEG", exif=exif))).size == (144, HIGHEST_LOGO)


def test_nothing_but_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "somewhere at home"
    made = read_logo(saved(drawn(), "JPEG", exif=exif, comment=b"secret"))
    assert b"home" not in made
    assert not shown(made).info


def test_a_name_that_says_otherwise_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "logo.pdf"
    file.write_bytes(saved(drawn(), "WEBP"))
    assert png_size(read_logo(file)) == (300, 120)


REFUSED = {
    "empty": b"",
    "not_a_picture": b"%PDF-1.7 not a picture",
    "drawing": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "damaged": saved(drawn())[:200],
    "blank": saved(Image.new("RGBA", (50, 50), (255, 255, 255, 90))),
}


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("fact", REFUSED)
def test_what_cannot_be_a_logo_is_refused_in_words(fact: str, language: str, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(REFUSED[fact])
    with pytest.raises(LogoRefused) as refused:
        read_logo(file)
    assert refused.value == LogoRefused(fact, "logo.png")
    said = refusal_line(Words(language), refused.value)
    assert "logo.png" in said
    assert "LogoRefused" not in said


def test_a_drawing_in_two_bytes_a_sign_is_a_drawing_too() -> None:
    with pytest.raises(LogoRefused, match="drawing"):
        read_logo("<svg></svg>".encode("utf-16"))


def test_a_file_that_is_not_there_a_folder_and_one_that_is_too_large_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    for path, fact in ((tmp_path / "none.png", "missing"), (tmp_path, "unreadable"), (large, "too_large")):
        with pytest.raises(LogoRefused) as refused:
            read_logo(path)
        assert refused.value.fact == fact


def test_a_small_file_that_unfolds_to_a_wall_is_refused() -> None:
    with pytest.raises(LogoRefused) as refused:
        read_logo(saved(Image.new("1", (30_000, 30_000))))
    assert refused.value.fact == "too_large"


@settings(deadline=None)
@given(
    start=st.sampled_from([b"", *(saved(drawn(), form)[:60] for form in ("PNG", "JPEG", "WEBP", "GIF"))]),
    rest=st.binary(max_size=200),
)
def test_any_bytes_are_refused_in_words_or_become_a_clean_png(start: bytes, rest: bytes) -> None:
    try:
        png = read_logo(start + rest)
    except LogoRefused:
        return
    assert png_size(png) is not None


@settings(deadline=None, max_examples=60)
@given(width=st.integers(1, 1500), height=st.integers(1, 1500), mode=st.sampled_from(["L", "RGB", "RGBA", "P", "1"]))
def test_whatever_its_size_and_colours_a_logo_fits_its_place(width: int, height: int, mode: str) -> None:
    size = png_size(read_logo(saved(Image.new("RGB", (width, height), TEAL).convert(mode))))
    assert size is not None
    assert size[0] <= WIDEST_LOGO
    assert size[1] <= HIGHEST_LOGO
