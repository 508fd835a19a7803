from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from returns_desk.documents.kit.dress import PLAIN
from returns_desk.documents.kit.facts import Fact
from returns_desk.documents.kit.figures import figures, in_currency, say_items, say_units, weight
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.frame import Heading, Stamp
from returns_desk.documents.kit.sums import Sums
from returns_desk.documents.kit.voices import Voices
from returns_desk.documents.slips import render_slip
from returns_desk.domain.money import Money
from returns_desk.domain.slips import Ribbon, SlipTotals
from returns_desk.wording import Words
from tests.documents.papers import PRINTED, drawn_text, slip_content


def test_figures_keep_their_minus_and_their_thousands() -> None:
    assert figures(Money(-123_456_789)) == "-1,234,567.89"
    assert in_currency(("Missing", "חסר"), "EUR") == ("Missing\u00a0€", "חסר")
    assert in_currency(("Missing",), "CHF") == ("Missing\u00a0CHF",)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("1 item", "2 items", "1 unit", "1,000 units")),
        ("he", ("פריט אחד", "2 פריטים", "יחידה אחת", "1,000 יחידות")),
    ],
)
def test_one_is_said_as_one(language: str, said: tuple[str, ...]) -> None:
    words = Words(language)
    counted = (say_items(words, 1), say_items(words, 2), say_units(words, 1), say_units(words, 1000))
    assert tuple("".join(sign for sign in text if sign not in "\u2068\u2069") for text in counted) == said


def test_what_was_not_weighed_has_no_weight() -> None:
    assert weight(Words("en"), 0) == ""


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("bilingual", [False, True])
def test_names_of_sums_never_reach_their_figures(language: str, *, bilingual: bool) -> None:
    totals = SlipTotals(3, 6, 98_765_432_100, 11_111_111_100, 22_222_222_200, -4_400)
    content = replace(slip_content(), totals=totals)
    pdf = render_slip(content, language, Ribbon.ORIGINAL, 0, PRINTED, "Avi", bilingual=bilingual)
    assert "-" in drawn_text(pdf)[0]
    voices = Voices(language, PRINTED, bilingual)
    flow = Flow(Heading(("x",)), voices, Stamp("x", ""), PLAIN)
    name = voices.label(lambda words: words("Not credited by the terms"))
    sums = Sums([Fact(name, "-₪987,654,321.00")] * 2, Fact(name, "₪1,987,654,321.00"))
    end = sums.draw(flow.pen, flow.down)
    assert end - flow.down == pytest.approx(sums.height)
    assert len(pypdf.PdfReader(BytesIO(flow.finished())).pages) == 1
