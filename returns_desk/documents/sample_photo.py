"""Pictures that stand for photographs in the sample shop's day: drawn, and saying so."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

from returns_desk.documents.kit.bidi import drawn_order
from returns_desk.documents.kit.fonts import Face, drawable
from returns_desk.documents.labels.image import image_font
from returns_desk.domain.photos import PhotoKind

_SIZE = (1280, 960)
_TABLE, _LIGHT, _SHADOW = (176, 164, 148), (214, 205, 192), (112, 101, 88)
_CARTON, _CARTON_SIDE, _CARTON_TOP = (193, 150, 98), (164, 122, 74), (214, 176, 128)
_BODY, _BODY_SIDE, _DARK, _PAPER = (64, 84, 104), (44, 60, 77), (24, 28, 34), (246, 246, 240)
_SCRATCH = (232, 196, 120)


def sample_photo(kind: PhotoKind, number: str, says: str) -> bytes:
    """Draw what a photograph of this kind shows, as PNG; ``says`` is written across it, in any language."""
    picture = _table()
    draw = ImageDraw.Draw(picture)
    if kind in (PhotoKind.BOX, PhotoKind.LABEL, PhotoKind.MISSING):
        _carton(draw, opened=kind is PhotoKind.MISSING)
    else:
        _machine(draw)
    _details(draw, kind, number)
    picture = picture.filter(ImageFilter.GaussianBlur(0.8))
    _ribbon(ImageDraw.Draw(picture), says, number)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _table() -> Image.Image:
    """A table top with light from one side."""
    light = Image.linear_gradient("L").rotate(90).resize(_SIZE)
    return Image.composite(Image.new("RGB", _SIZE, _LIGHT), Image.new("RGB", _SIZE, _TABLE), light)


def _carton(draw: ImageDraw.ImageDraw, *, opened: bool) -> None:
    draw.polygon([(300, 800), (1010, 800), (1120, 700), (1120, 760), (1030, 850), (280, 850)], fill=_SHADOW)
    draw.polygon([(290, 380), (900, 380), (900, 810), (290, 810)], fill=_CARTON)
    draw.polygon([(900, 380), (1060, 270), (1060, 690), (900, 810)], fill=_CARTON_SIDE)
    draw.polygon([(290, 380), (450, 270), (1060, 270), (900, 380)], fill=_DARK if opened else _CARTON_TOP)
    if opened:
        draw.polygon([(290, 380), (450, 270), (330, 190), (170, 290)], fill=_CARTON_TOP)
        draw.polygon([(900, 380), (1060, 270), (1180, 330), (1030, 440)], fill=_CARTON_TOP)
    else:
        draw.polygon([(560, 380), (640, 380), (800, 270), (720, 270)], fill=_LIGHT)


def _machine(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((300, 740, 1080, 880), fill=_SHADOW)
    draw.rounded_rectangle((380, 260, 940, 830), radius=70, fill=_BODY)
    draw.rounded_rectangle((870, 270, 960, 820), radius=40, fill=_BODY_SIDE)
    draw.rounded_rectangle((450, 330, 830, 520), radius=24, fill=_DARK)
    for place in range(4):
        draw.ellipse((470 + place * 95, 600, 530 + place * 95, 660), fill=_LIGHT)


def _details(draw: ImageDraw.ImageDraw, kind: PhotoKind, number: str) -> None:
    match kind:
        case PhotoKind.LABEL:
            _paper(draw, (370, 440, 820, 700), number)
        case PhotoKind.SERIAL:
            _paper(draw, (430, 540, 860, 760), number)
        case PhotoKind.DEFECT:
            crack = [(470, 300), (560, 420), (530, 500), (650, 610), (620, 690), (740, 800)]
            draw.line(crack, fill=_SCRATCH, width=9, joint="curve")
            draw.line([(530, 500), (450, 560), (430, 640)], fill=_SCRATCH, width=6, joint="curve")
        case PhotoKind.BACK:
            draw.rounded_rectangle((430, 310, 850, 720), radius=30, fill=_BODY_SIDE)
            for place in range(9):
                draw.line([(480, 360 + place * 38), (800, 360 + place * 38)], fill=_DARK, width=10)


def _paper(draw: ImageDraw.ImageDraw, place: tuple[int, int, int, int], number: str) -> None:
    """A white label with bars that are none and a number that is one."""
    left, top, right, bottom = place
    draw.rectangle(place, fill=_PAPER)
    for at, sign in enumerate(number * 3):
        start = left + 30 + at * 11
        if start < right - 30:
            draw.rectangle((start, top + 30, start + 2 + ord(sign) % 6, bottom - 70), fill=_DARK)
    draw.text((left + 30, bottom - 20), number, fill=_DARK, font=image_font(Face.BOLD, 36), anchor="ls")


def _ribbon(draw: ImageDraw.ImageDraw, says: str, number: str) -> None:
    """What it is, where nobody overlooks it: no drawing shall pass for a photograph."""
    draw.rectangle((0, 0, _SIZE[0], 84), fill=_PAPER)
    font = image_font(Face.BOLD, 40)
    right_to_left = any("\u0590" <= sign <= "\u05ff" for sign in says)
    draw.text((_SIZE[0] / 2, 42), drawn_order(drawable(f"{says} · {number}"), right_to_left), _DARK, font, anchor="mm")
