"""A supplier changes its terms: typed by a supervisor in the window, met by a clerk at the next piece."""

import pytest

from returns_desk.domain.items import StockStatus
from returns_desk.domain.money import Money
from tests.desktop.supplying.conftest import OpenSuppliers, open_suppliers

__all__ = ["open_suppliers"]
SUPERVISOR, CLERK = "ID-AVI-3", "ID-OMER-2"
UNKNOWN, KETTLE = "JD014600006281234567", "7290011232016"


@pytest.mark.parametrize("language", ["he", "en"])
def test_new_terms_count_for_the_next_piece_that_is_graded(open_suppliers: OpenSuppliers, language: str) -> None:
    suppliers = open_suppliers(SUPERVISOR, language)
    suppliers.choose("GALIL")
    suppliers.type("terms_credit_percent", "50")
    suppliers.press("terms_save")
    for scan in (CLERK, "DO-NEXT", "DO-OK", UNKNOWN, KETTLE, "DO-D"):
        suppliers.shell.take_scan(scan)
        suppliers.rest()
    bench = suppliers.shell.bench
    assert bench is not None
    assert bench.recommendation is not None
    way = bench.recommendation.becoming(StockStatus.SUPPLIER_RETURN)
    cost = bench.recommendation.case.cost if bench.recommendation.case else None
    assert cost is not None
    share = Money(cost).share(5_000)
    assert way.credit == share - share.share(500)
