"""Every way is explained with its money: in one line for the band, whole for whoever asks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from returns_desk.domain.events import ItemDecided
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.items import StockStatus
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import CURABLE, Case
from returns_desk.domain.terms import BelowMinimum
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from returns_desk.wording.events_places import place_title
from returns_desk.wording.options import say_option, say_recommendation, say_way, say_whole
from tests.builders import TODAY
from tests.domain.made_up_cases import ORDINARY, with_terms

EN, HE = Words("en"), Words("he")
FAULTY = replace(ORDINARY, grade=Grade.D, credits_seen=15, credits_share=132_000)


def plain(said: str) -> str:
    return said.replace("\u2068", "").replace("\u2069", "")


def line(case: Case, becomes: StockStatus, words: Words = EN) -> str:
    return plain(say_recommendation(words, recommend(case).becoming(becomes)))


def whole(case: Case, becomes: StockStatus, words: Words = EN) -> tuple[str, ...]:
    return tuple(map(plain, say_whole(words, recommend(case).becoming(becomes))))


@pytest.mark.parametrize(
    ("case", "becomes", "said"),
    [
        (
            FAULTY,
            StockStatus.SUPPLIER_RETURN,
            "Supplier return: credit ₪61.00, net ₪52.21, faulty within 90 days (70 left)",
        ),
        (
            replace(FAULTY, grade=Grade.B),
            StockStatus.SUPPLIER_RETURN,
            "Supplier return: credit ₪61.00, net ₪52.21, within 90 days (70 left)",
        ),
        (ORDINARY, StockStatus.AVAILABLE, "Restock as new: value ₪129.00, net ₪127.50"),
        (ORDINARY, StockStatus.OPEN_BOX, "Restock as open box: value ₪109.65, net ₪108.15"),
        (ORDINARY, StockStatus.DONATION, "Donate: net -₪1.00, safe and working"),
        (replace(ORDINARY, electrical=True), StockStatus.RECYCLING, "Recycle: net -₪2.10, electronic waste"),
        (
            replace(FAULTY, photos_missing=True),
            StockStatus.SUPPLIER_RETURN,
            "First photograph it: supplier return would bring ₪52.21",
        ),
        (replace(FAULTY, terms=None), StockStatus.SUPPLIER_RETURN, "Supplier return: Blocked: no terms known"),
    ],
)
def test_a_way_is_explained_in_one_line(case: Case, becomes: StockStatus, said: str) -> None:
    assert line(case, becomes) == said


def test_a_way_is_explained_in_hebrew_too() -> None:
    assert line(FAULTY, StockStatus.SUPPLIER_RETURN, HE).startswith("החזרה לספק: זיכוי")
    assert "(נותרו 70)" in line(FAULTY, StockStatus.SUPPLIER_RETURN, HE)
    assert line(replace(FAULTY, photos_missing=True), StockStatus.SUPPLIER_RETURN, HE).startswith(
        "תחילה לצלם: החזרה לספק"
    )


def test_the_whole_explanation_has_each_part_the_sum_and_what_it_rests_on() -> None:
    case = with_terms(FAULTY, fee_bp=500, minimum_value=60_000, below_minimum=BelowMinimum.DONATE)
    assert whole(replace(case, gathers_daily=1_000), StockStatus.SUPPLIER_RETURN) == (
        "Credit ₪61.00",
        "Restocking fee -₪3.05",
        "Risk that it is not credited -₪5.22",
        "Risk below the minimum -₪28.91",
        "Handling -₪3.30",
        "Net ₪20.52",
        "faulty within 90 days (70 left)",
        "Chance of the credit 91% (settled batches: 15)",
        "₪539.00 missing to the supplier's minimum",
        "Reason sent to the supplier: Returned defective by the customer",
    )


def test_what_is_blocked_says_every_reason_and_its_money_where_there_is_any() -> None:
    late = replace(FAULTY, delivered=TODAY - timedelta(days=102), findings=(Finding.PERSONAL_DATA,))
    said = whole(late, StockStatus.SUPPLIER_RETURN)
    assert said[:3] == ("Blocked: personal data is still on it", "Blocked: return window closed", "Credit ₪61.00")
    assert "Window of 90 days, closed 12 days ago" in said
    assert whole(replace(FAULTY, terms=None), StockStatus.SUPPLIER_RETURN) == ("Blocked: no terms known",)
    assert whole(FAULTY, StockStatus.AVAILABLE) == ("Blocked: not with this grade",)


def test_a_recycling_fee_names_its_material() -> None:
    assert whole(FAULTY, StockStatus.RECYCLING) == (
        "Handling -₪0.60",
        "Recycling fee (Mixed waste) -₪0.50",
        "Net -₪1.10",
    )


@pytest.mark.parametrize("words", [EN, HE], ids=["en", "he"])
def test_whatever_the_clerk_can_cure_is_said_as_a_deed(words: Words) -> None:
    supplier = recommend(FAULTY).becoming(StockStatus.SUPPLIER_RETURN)
    said = {say_option(words, replace(supplier, blocks=(block,)))[0] for block in CURABLE}
    assert len(said) == len(CURABLE)
    everything = say_option(words, replace(supplier, blocks=tuple(CURABLE)))
    assert len(everything) == 3
    assert everything[0].count(",") == len(CURABLE) - 1


def test_two_ways_into_the_stock_have_two_names() -> None:
    options = recommend(ORDINARY).options
    for words in (EN, HE):
        assert len({say_way(words, option) for option in options}) == len(options)


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_band_and_the_steps_name_the_way_that_was_taken_alike(language: str) -> None:
    words = Words(language)
    event = ItemDecided(
        number="IT-1-000001", disposition="restock", recommended="restock", net_minor=0, currency="ILS",
        place="OB-E-1", becomes=StockStatus.OPEN_BOX.value,
    )  # fmt: skip
    for said in (place_title(words, event), say_event(words, event)):
        assert words("Restock as open box") in (said or "")
