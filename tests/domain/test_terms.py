"""The window of a supplier's terms."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.grades import Grade
from returns_desk.domain.terms import CreditMode, SupplierTerms, WindowStart

days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(days, days, days, st.integers(0, 400), st.sampled_from(WindowStart))
def test_the_window_ends_so_many_days_after_the_day_it_counts_from(
    bought: date, delivered: date, returned: date, length: int, start: WindowStart
) -> None:
    ends = SupplierTerms(window_days=length, window_from=start).window_ends(
        purchased=bought, delivered=delivered, returned=returned
    )
    begun = {WindowStart.PURCHASE: bought, WindowStart.DELIVERY: delivered, WindowStart.CUSTOMER_RETURN: returned}
    assert ends == begun[start] + timedelta(days=length)


@pytest.mark.parametrize("start", [WindowStart.PURCHASE, WindowStart.DELIVERY])
def test_without_its_day_the_window_counts_from_the_nearest_known_one(start: WindowStart) -> None:
    terms, day = SupplierTerms(window_from=start), date(2026, 1, 1)
    late = day + timedelta(days=90)
    assert terms.window_ends(purchased=day, delivered=None, returned=day) == late
    assert terms.window_ends(purchased=None, delivered=day, returned=day) == late
    assert terms.window_ends(purchased=None, delivered=None, returned=day) is None


@pytest.mark.parametrize("grade", Grade)
def test_faulty_goods_have_terms_of_their_own(grade: Grade) -> None:
    terms = SupplierTerms(defective=CreditMode.RETURN, not_defective=CreditMode.NONE)
    assert terms.mode(grade) is (CreditMode.RETURN if grade in "DE" else CreditMode.NONE)
