"""Paper to measure a printer with: a page of A4 or Letter, or a label of any size, exact to the printer's dot.

The page is laid out in dots like a label, and by the same hands: what is proved for one holds for the other.
"""

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.fonts import Face
from returns_desk.documents.labels.calibration import Room, plan_calibration, put_symbols, put_words, what_to_do
from returns_desk.documents.labels.image import label_png
from returns_desk.documents.labels.measures import RULE_MM, corners, every_symbol, rule_across, rule_down, to_dots
from returns_desk.documents.labels.pdf import label_pdf, labels_pdf
from returns_desk.documents.labels.plan import BoxAt, LabelPlan, Letters
from returns_desk.documents.labels.sizes import label_size
from returns_desk.documents.labels.zpl import label_zpl
from returns_desk.domain.paper_look import PaperSize
from returns_desk.domain.refusals import BadValue
from returns_desk.wording import Words

__all__ = ["CALIBRATION_DPI", "MARGIN_MM", "render_calibration", "render_calibration_label"]

CALIBRATION_DPI = (203, 300, 600)
MARGIN_MM = 14.1
_SHEETS = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4)}
_GREYS = range(0, 101, 10)  # percent of ink
_BLACK, _MUTED = "#000000", "#5A6B80"
_SAMPLES = (
    "דג סקרן שט בים מאוכזב ולפתע מצא חברה 0123456789 ₪ (א-ת)",
    "Sphinx of black quartz, judge my vow 0123456789 € (A-Z)",
)
_RULE_LEFT_MM, _RULE_TOP_MM = 30.0, 52.0


def render_calibration(language: str, *, dress: Dress = PLAIN, dpi: int = 300) -> bytes:
    """The page as PDF, for a printer of so many dots per inch; raise ``BadValue`` for dots that no printer has."""
    _check(dpi)
    words, other = Words(language), Words("he" if language == "en" else "en")
    return label_pdf(_page(_SHEETS[dress.look.size], dpi, words, other), words("Calibration page"))


def render_calibration_label(language: str, size: str = "62", dpi: int = 300, speaks: str = "pdf") -> bytes:
    """Labels of one size as PDF, as one stream of ZPL, or the first as PNG; raise ``BadValue`` for no size, no dots."""
    _check(dpi)
    paper, words = label_size(size), Words(language)
    plans = plan_calibration((paper.width, paper.height), dpi, words)
    if speaks == "zpl":
        return b"".join(map(label_zpl, plans))
    if speaks == "png":
        return label_png(plans[0])
    return labels_pdf(plans, words("Calibration label"))


def _check(dpi: int) -> None:
    if dpi not in CALIBRATION_DPI:
        raise BadValue("dpi", str(dpi))


def _page(size: tuple[float, float], dpi: int, words: Words, other: Words) -> LabelPlan:
    def dots(millimetres: float) -> int:
        return to_dots(millimetres, dpi)

    plan = LabelPlan(dots(size[0]), dots(size[1]), dpi)
    sides, margin = (plan.width, plan.height), dots(MARGIN_MM)
    left, top = dots(_RULE_LEFT_MM), dots(_RULE_TOP_MM)
    plan.elements += [
        *corners(sides, 0, dpi),
        *corners(sides, margin, dpi),
        *rule_across(left, top, RULE_MM, dpi),
        *rule_down(left, top + dots(2), RULE_MM, dpi),  # two rules, each with its own end
    ]
    _title(plan, size, words, other)
    room = Room(left + dots(4), top + dots(6), plan.width - margin, plan.height - margin)
    _, below = put_symbols(plan, room, every_symbol(dpi))
    under = max(below.top, top + dots(RULE_MM + 8))
    under = _greys(plan, Room(margin, under, room.right, room.low)) + dots(5)
    under = _samples(plan, Room(margin, under, room.right, room.low)) + dots(4)
    room = Room(margin + dots(2), under, plan.width - margin - dots(2), plan.height - margin - dots(2))
    under = put_words(plan, room, what_to_do(words), dots(3.1), words)
    put_words(plan, room._replace(top=under + dots(2)), what_to_do(other), dots(2.6), other)
    return plan


def _title(plan: LabelPlan, size: tuple[float, float], words: Words, other: Words) -> None:
    dpi, aside, rtl = plan.dpi, to_dots(MARGIN_MM + 8, plan.dpi), words.right_to_left
    at, far = (plan.width - aside, aside) if rtl else (aside, plan.width - aside)
    said = f"{dpi} dpi · {size[0]:g} × {size[1]:g} mm"
    big, small = to_dots(7, dpi), to_dots(3.4, dpi)
    foot = to_dots(26, dpi)
    plan.elements += [
        Letters(words("Calibration page"), at, foot, big, Face.BOLD, _BLACK, rtl, end=rtl),
        Letters(other("Calibration page"), at, foot + to_dots(6, dpi), small, Face.MEDIUM, _MUTED, not rtl, end=rtl),
        Letters(said, far, foot, small, Face.MEDIUM, _BLACK, end=not rtl),
    ]


def _greys(plan: LabelPlan, room: Room) -> int:
    """Steps from white to black; a printer that shows two of them alike loses pale colours too."""
    dpi = plan.dpi
    width, height, size = (room.right - room.left) // len(_GREYS), to_dots(7, dpi), to_dots(2.4, dpi)
    for place, ink in enumerate(_GREYS):
        left, level = room.left + place * width, round(255 * (100 - ink) / 100)
        plan.elements.append(BoxAt(left, room.top, width, height, f"#{level:02X}{level:02X}{level:02X}"))
        plan.elements.append(Letters(f"{ink} %", left, room.top + height + size, size, Face.REGULAR, _BLACK))
    return room.top + height + size


def _samples(plan: LabelPlan, room: Room) -> int:
    foot = room.top
    for points in (6, 8, 11):
        size = round(points * plan.dpi / 72)
        foot += round(size * 1.4)
        hebrew, latin = _SAMPLES
        plan.elements.append(Letters(latin, room.left, foot, size, Face.REGULAR, _BLACK))
        if points == 11:
            foot += round(size * 1.4)
        plan.elements.append(Letters(hebrew, room.right, foot, size, Face.REGULAR, _BLACK, True, end=True))
    return foot
