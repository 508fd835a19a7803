"""Labels in ZPL beside the same labels in PDF: the same codes in the same dots, ink in the same places.

How much ink must agree: pictures (Hebrew, marks) are the very dots of the label, but for the greys that PDF has at the
edges of letters. Plain ASCII is in the printer's own letters (^A0), another face of the same height that is up to a
quarter wider or narrower: boxes of ink share at least 65 % of what they cover together (the least seen is 72 %).
Bars and matrices must agree to the dot.
"""

from collections.abc import Iterator

import numpy
import pytest
from PIL import Image

from returns_desk.documents.kit.barcodes import Bars, Matrix
from returns_desk.documents.kit.fonts import text_width
from returns_desk.documents.labels import LabelForm, draw_labels
from returns_desk.documents.labels.image import shown_letters
from returns_desk.documents.labels.plan import BarsAt, BoxAt, Element, LabelPlan, Letters, MatrixAt, ShapeAt
from tests.documents.proof.eyes import Box, found, level_runs, readers_of, rendered
from tests.documents.proof.labels_shown import LABELS, SIZES, code_of, label_pdf, label_zpl
from tests.documents.proof.zpl_drawn import Order, orders, pictures_of, plan_of
from tests.documents.proof.zpl_stream import assert_only_ours, fields

_LEAST_SHARED = 0.65


@pytest.mark.parametrize("order", orders(whole=False), ids=lambda order: "-".join(map(str, order)))
def test_it_prints_what_the_pdf_prints(order: Order) -> None:
    compare(order, pictures_of(whole=False)[order])


@pytest.mark.soak
@pytest.mark.parametrize("order", orders(whole=True), ids=lambda order: "-".join(map(str, order)))
def test_so_does_every_label(order: Order) -> None:
    compare(order, pictures_of(whole=True)[order])


def compare(order: Order, zpl: Image.Image) -> None:
    """Hold a label drawn from ZPL against the same label drawn from PDF."""
    pdf = rendered(label_pdf(*order), "pdfium", order[3])[0]
    assert zpl.size == pdf.size
    assert_same_codes(zpl, pdf, order[3])
    assert_same_ink(plan_of(order), zpl, pdf)


def assert_same_codes(zpl: Image.Image, pdf: Image.Image, dpi: int) -> None:
    ours, theirs = (sorted(found([page], dpi), key=lambda symbol: symbol.matrix) for page in (zpl, pdf))
    assert [(symbol.text, symbol.matrix) for symbol in ours] == [(symbol.text, symbol.matrix) for symbol in theirs]
    for one, two in zip(ours, theirs, strict=True):
        assert max(abs(a - b) for a, b in zip(one.box(dpi), two.box(dpi), strict=True)) <= 2
        assert all(one.text in read(one.cut_out(zpl, dpi)) for read in readers_of(one).values())
        if not one.matrix:
            assert next(level_runs(one, zpl, dpi)).lengths == next(level_runs(two, pdf, dpi)).lengths


def assert_same_ink(plan: LabelPlan, zpl: Image.Image, pdf: Image.Image) -> None:
    """Every line of text stands in the same place, and no ink where nothing was planned."""
    printed, planned = numpy.asarray(zpl) < 128, numpy.asarray(pdf) < 200
    grounds = [place_of(each) for each in plan.elements if isinstance(each, BoxAt | ShapeAt)]
    free = numpy.ones_like(printed)
    for element in plan.elements:
        box = place_of(element)
        free[max(0, box.top) : box.bottom, max(0, box.left) : box.right] = False
        if isinstance(element, Letters) and shown_letters(element).strip() and not _lies_in(box, grounds):
            shared = share(box, printed, planned)
            assert shared >= _LEAST_SHARED, f"{element.text!r} shares {shared:.0%}"
    assert not (printed & free).any(), "ink where nothing was planned"
    assert not (planned & free).any(), "ink of the PDF where nothing was planned"


def place_of(element: Element) -> Box:
    """Where ink may stand for an element: letters a little wider than planned, dashes as zpl-renderer-js has them."""
    match element:
        case Letters():
            width = text_width(shown_letters(element), element.face, element.size)
            left = element.at - width if element.end else element.at
            room = element.size * (0.15 + 0.15 * element.text.count("-")) + width * 0.08
            top, bottom = element.foot - element.size * 0.95, element.foot + element.size * 0.32
            return Box(int(left - room), int(top), int(left + width + room) + 1, int(bottom) + 1)
        case BarsAt(bars, left, top, height, dots):
            return Box(left, top, left + bars.width * dots, top + height)
        case MatrixAt(matrix, left, top, dots):
            return Box(left, top, left + matrix.width * dots, top + matrix.width * dots)
        case ShapeAt():
            over = round(element.side * 0.12) + 2
            end = (element.left + element.side + over, element.top + element.side + over)
            return Box(element.left - over, element.top - over, *end)
        case BoxAt(left, top, width, height):
            return Box(left - 1, top - 1, left + width + 1, top + height + 1)


def _lies_in(box: Box, grounds: list[Box]) -> bool:
    across, down = (box.left + box.right) // 2, (box.top + box.bottom) // 2
    return any(ground.left <= across < ground.right and ground.top <= down < ground.bottom for ground in grounds)


def share(box: Box, one: numpy.ndarray, two: numpy.ndarray) -> float:
    """How much of what two boxes of ink cover together both cover."""
    part = (slice(max(0, box.top), box.bottom), slice(max(0, box.left), box.right))
    first, second = _ink(one[part]), _ink(two[part])
    assert first is not None, "nothing is printed in the place of a text"
    assert second is not None
    both = max(0, min(first.right, second.right) - max(first.left, second.left)) * max(
        0, min(first.bottom, second.bottom) - max(first.top, second.top)
    )
    return both / (_area(first) + _area(second) - both)


def _ink(dots: numpy.ndarray) -> Box | None:
    rows, columns = numpy.flatnonzero(dots.any(axis=1)), numpy.flatnonzero(dots.any(axis=0))
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1) if len(rows) else None


def _area(box: Box) -> int:
    return (box.right - box.left) * (box.bottom - box.top)


def native_codes(plan: LabelPlan) -> Iterator[Bars | Matrix]:
    """Codes whose text is in the stream, to be drawn by the printer."""
    for element in plan.elements:
        if isinstance(element, BarsAt) and not element.bars.gs1:
            yield element.bars
        elif isinstance(element, MatrixAt):
            yield element.matrix


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_stream_holds_our_commands_only_and_its_codes_as_text(size: str, language: str, dpi: int) -> None:
    for name in LABELS:
        stream = label_zpl(name, size, language, dpi)
        assert_only_ours(stream, 1)
        native = [code.text for code in native_codes(plan_of((name, size, language, dpi)))]
        said = fields(stream)
        assert all(text in said for text in native)
        assert set(native) <= {code_of(name, size)}


def test_many_labels_are_one_stream_of_formats() -> None:
    things = [LABELS[name] for name in ("item", "parcel", "bin")]
    assert_only_ours(draw_labels(things, LabelForm("he", "62", 203, "zpl"), copy=2), 3)
