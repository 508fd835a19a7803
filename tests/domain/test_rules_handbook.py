"""The page of the handbook about the rules says what the rules say, in both languages."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from returns_desk.domain.grades import Grade
from returns_desk.domain.items import StockStatus
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Case, Option, PartKind
from returns_desk.domain.rule_figures import Figure, FigureKind, kind_of
from returns_desk.domain.rules import BUILT_IN, Figures
from returns_desk.domain.terms import BelowMinimum, CreditMode, FreightPayer, SupplierTerms
from returns_desk.exchange.read_rules import rules_from
from returns_desk.exchange.rule_values import write_value
from returns_desk.resources import resource
from tests.builders import TODAY

TERMS = SupplierTerms(
    not_defective=CreditMode.RETURN,
    fee_bp=500,
    freight_payer=FreightPayer.US,
    freight_bp=300,
    minimum_value=30_000,
    minimum_wait_days=21,
    below_minimum=BelowMinimum.DONATE,
)
OPENED = Case(
    grade=Grade.B,
    today=TODAY,
    cost=6_100,
    price=12_900,
    electrical=True,
    has_supplier=True,
    delivered=TODAY - timedelta(days=20),
    terms=TERMS,
    waiting_value=24_000,
)
FAULTY = replace(OPENED, grade=Grade.D)
KNOWN = replace(FAULTY, credits_seen=2, credits_share=5_000 + 9_000)
SHORT = replace(KNOWN, waiting_value=10_000, gathers_daily=300)


@pytest.fixture(params=["he", "en"])
def page(request: pytest.FixtureRequest) -> str:
    return resource("handbook", f"rules_{request.param}.md").read_text(encoding="utf-8").replace("\u200e", "")


def way(case: Case, status: StockStatus) -> Option:
    return recommend(case).becoming(status)


def risk(option: Option, kind: PartKind) -> str:
    return str(next(part.amount for part in option.parts if part.kind is kind)).replace("-", "−")


def test_the_example_is_what_the_program_reckons(page: str) -> None:
    supplier, open_box = StockStatus.SUPPLIER_RETURN, StockStatus.OPEN_BOX
    assert recommend(OPENED).advised == way(OPENED, open_box)
    assert f"**{way(OPENED, open_box).net}**" in page
    assert f"**{way(OPENED, supplier).net}**" in page
    recycling = way(FAULTY, StockStatus.RECYCLING)
    assert str(recycling.net).replace("-", "−") in page
    assert recommend(FAULTY).advised == way(FAULTY, supplier)
    likely, short = way(KNOWN, supplier), way(SHORT, supplier)
    assert likely.chance is not None
    assert short.minimum_missing is not None
    told = (
        f"**{likely.chance / 100}%**",
        str(likely.credit),
        f"{risk(likely, PartKind.RISK)}",
        f"**{likely.net}**",
        str(short.minimum_missing),
        risk(short, PartKind.MINIMUM),
        f"**{short.net}**",
    )
    assert [each for each in told if each not in page] == []


def test_every_figure_stands_in_the_table_with_what_the_program_brings(page: str) -> None:
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| `")]
    brought = {}
    for names, _, values in rows:
        found = re.findall(r"`([a-z_]+)`", names)
        brought |= dict(zip(found, values.removesuffix(" |").split(", "), strict=True))
    assert set(brought) == set(Figure)
    for figure in Figure:
        value = write_value(kind_of(figure), getattr(Figures(), figure))
        said = str(value).lower() if kind_of(figure) is FigureKind.YES_NO else str(value)
        assert brought[figure] == said, figure


def test_the_file_in_the_page_is_read(page: str) -> None:
    (written,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    file = rules_from(written.encode(), "ILS", TODAY)
    assert file.book is not None
    assert file.unread == ()
    assert (len(file.book.fees), len(file.book.rules), file.book.hour) == (1, 2, BUILT_IN.hour)
