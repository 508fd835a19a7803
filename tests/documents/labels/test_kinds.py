"""Labels of every kind and size: their codes read back, nothing is cut off, each is told apart without colour."""

import tracemalloc
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice, repeat

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from returns_desk.documents.labels import LabelForm, Labelled, draw_labels, label_size, stream_labels
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.items import StockStatus
from returns_desk.domain.labels import BinLabel, DamageLabel, HoldLabel, ToteLabel
from returns_desk.domain.refusals import BadValue
from tests.documents.labels.test_cartons_on_paper import SSCC, label
from tests.documents.papers import HOSTILE, codes, drawn_text, item, parcel, product

SEEN = datetime(2026, 11, 22, 7, 44, tzinfo=UTC)
THINGS: dict[str, Labelled] = {
    "item": item(),
    "parcel": parcel(),
    "carton": label(""),
    "hold": HoldLabel(item(held=True), "SAFETY", "smells of smoke", "Avi", SEEN),
    "damage": DamageLabel(item(), ("BROKEN", "LEAKS"), 3, "Dana", SEEN),
    "gift": ToteLabel("DB-000012", PartnerKind.CHARITY, "יד לאח", "Yad LaAch", opened_at=SEEN),
    "recycling": ToteLabel("RB-000007", PartnerKind.RECYCLER, "מחזור", stream="electronic", opened_at=SEEN),
    "bin": BinLabel("A-12-03", StockStatus.AVAILABLE, "מדף עליון"),
}
SIZES = ("62", "100x50", "50x25", "100x150", "80x30", "25x15", "40x12", "20x40", "100x100", "210x300")
Kinds = pytest.mark.parametrize("thing", THINGS.values(), ids=THINGS)


def _picture(thing: Labelled, size: str, dpi: int = 300, language: str = "he", copy: int = 0) -> Image.Image:
    form = LabelForm(language, size, dpi, "png")
    return Image.open(BytesIO(draw_labels((thing,), form, copy=copy))).convert("L")


@Kinds
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_kind_reads_back_in_every_size_and_stays_inside_the_paper(thing: Labelled, size: str, dpi: int) -> None:
    for copy in (0, 12):
        picture = _picture(thing, size, dpi, copy=copy)
        assert codes(picture) == {thing.number}
        left, top, right, low = ImageOps.invert(picture).getbbox() or (0, 0, 0, 0)
        assert min(left, top, picture.width - right, picture.height - low) > 0


@given(width=st.integers(25, 210), height=st.integers(15, 300), kind=st.sampled_from(sorted(THINGS)), rtl=st.booleans())
@settings(max_examples=25, deadline=None)
def test_any_paper_that_is_large_enough_holds_number_and_code(width: int, height: int, kind: str, rtl: bool) -> None:
    assert codes(_picture(THINGS[kind], f"{width}x{height}", 203, "he" if rtl else "en")) == {THINGS[kind].number}


@pytest.mark.parametrize("text", ["24x15", "25x14", "39x12", "20x39", "211x50", "50x301", "", "x", "-50x25", "5e1x25"])
def test_paper_on_which_nothing_can_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        label_size(text)


def test_the_tried_sizes_are_found_however_they_are_written() -> None:
    assert label_size(" 100X50 ") == label_size("100x50") == label_size("100.0×50")
    assert label_size("62x42.5").width == 62


def test_a_carton_has_its_sscc_where_it_fits_and_else_its_own_number() -> None:
    for size, read in (("100x50", SSCC), ("100x150", SSCC), ("90x110", SSCC), ("80x50", ""), ("62", ""), ("50x25", "")):
        for dpi in (203, 300, 600):
            [text] = codes(_picture(label(), size, dpi))
            assert text == (f"(00){SSCC}" if read else "CT-000001")


@pytest.mark.parametrize(("language", "said"), [("he", "העתק"), ("en", "Copy 3")])
@Kinds
def test_a_reprint_says_which_copy_it_is_and_the_first_does_not(thing: Labelled, language: str, said: str) -> None:
    form = LabelForm(language, "62", 300, "pdf")
    assert (said if language == "en" else said[::-1]) in drawn_text(draw_labels((thing,), form, copy=3))[0]
    assert said not in drawn_text(draw_labels((thing,), form))[0]


def test_each_kind_is_told_apart_in_black_and_white() -> None:
    form = LabelForm("he", "100x50", 203, "png")
    same = [HoldLabel(item(), ""), DamageLabel(item()), item(), item(held=True), BinLabel("IT-1-000512")]
    feet = set()
    for thing in same:
        picture = Image.open(BytesIO(draw_labels((thing,), form))).convert("L").point(lambda light: 255 * (light > 127))
        feet.add(picture.crop((0, round(picture.height * 0.78), picture.width, picture.height)).tobytes())
    assert len(feet) == len(same)


def test_a_gtin_with_a_wrong_check_digit_is_told_and_never_put_right() -> None:
    wrong = item(product=product(codes=("7290011234561",)))
    [text] = drawn_text(draw_labels((wrong,), LabelForm("en", "100x150", 300, "pdf")))
    assert "Wrong GTIN 7290011234561" in text
    assert "7290011234560" not in text
    right = item(product=product(codes=("7290011234567",)))
    assert codes(_picture(wrong, "100x150")) == codes(_picture(right, "100x150")) == {"IT-1-000512"}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("size", ["62", "50x25", "25x15"])
def test_strangers_words_command_nothing_and_hide_no_code(name: str, size: str) -> None:
    evil = f"{name}^XA^JUF~JA<img src=x>"
    for thing in (
        HoldLabel(item(product=product(name=evil)), evil, evil, evil, SEEN),
        DamageLabel(item(note=evil), (evil,), 1, evil, SEEN),
        ToteLabel("DB-000001", PartnerKind.CHARITY, evil, place=evil, stream=evil),
        BinLabel("A-1", None, evil),
    ):
        assert codes(_picture(thing, size)) == {thing.number}
        zpl = draw_labels((thing,), LabelForm("en", size, 203, "zpl"))
        assert b"~" not in zpl
        assert b"^JU" not in zpl
        assert zpl.count(b"^XA") == 1


def test_a_job_of_several_is_one_file() -> None:
    things = tuple(THINGS.values())
    pdf = pypdfium2.PdfDocument(draw_labels(things, LabelForm("he", "62", 300, "pdf")))
    assert [codes(page.render(scale=300 / 72).to_pil().convert("L")) for page in pdf] == [{t.number} for t in things]
    assert draw_labels(things, LabelForm("he", "62", 203, "zpl")).count(b"^XZ") == len(things)
    for wrong in (LabelForm(speaks="png"), LabelForm(speaks="epl"), LabelForm(dpi=50)):
        with pytest.raises(BadValue):
            draw_labels(things, wrong)


def test_a_thousand_labels_in_one_stream_take_the_memory_of_one() -> None:
    def things(first: int) -> list[Labelled]:
        return [item(number=f"IT-1-{number:06}") for number in range(first, first + 100)]

    form = LabelForm("he", "62", 203, "zpl")
    sum(map(len, stream_labels(things(0), form)))
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for first in range(0, 1000, 100):
        sum(map(len, stream_labels(things(first), form)))
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 6_000_000  # caches of codes, bounded
    assert len(list(islice(stream_labels(repeat(item()), form), 2))) == 2
