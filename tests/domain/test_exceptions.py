"""What stands out: keys that name it for ever, weights far off, customers with wrong items again and again."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.exceptions import (
    WAY_NEEDS,
    WAYS,
    ExceptionKind,
    Way,
    customer_key,
    key_of,
    kind_of_key,
    repeated_wrong_items,
    waited_for_minimum,
    weight_off,
)
from returns_desk.domain.terms import SupplierTerms

grams = st.integers(1, 2_000_000)
boxes = st.lists(st.tuples(st.sampled_from(["", "a", "b", "c"]), st.sampled_from("123456")), max_size=40)


def test_every_kind_has_ways_and_every_way_its_right() -> None:
    assert set(WAYS) == set(ExceptionKind)
    assert all(WAYS.values())
    assert set(WAY_NEEDS) == set(Way)
    assert {way for ways in WAYS.values() for way in ways} == set(Way)


@given(st.sampled_from(ExceptionKind), st.text(max_size=20), st.integers())
def test_a_key_tells_its_kind(kind: ExceptionKind, number: str, version: int) -> None:
    assert kind_of_key(key_of(kind, number, version)) is kind


@given(st.text(max_size=30))
def test_a_text_that_is_no_key_has_no_kind(text: str) -> None:
    assert kind_of_key(f"x{text}") is None or ":" in text


@given(grams, st.integers(0, 20_000))
def test_the_expected_weight_is_never_far_off(expected: int, limit: int) -> None:
    assert not weight_off(expected, expected, limit)


@given(grams, grams, st.integers(0, 20_000))
def test_a_weight_that_is_off_stays_so_under_a_stricter_limit(weight: int, expected: int, limit: int) -> None:
    if weight_off(weight, expected, limit):
        assert weight_off(weight, expected, limit // 2)


@given(grams, st.integers(1, 1_000), st.integers(0, 20_000))
def test_too_light_and_too_heavy_by_the_same_are_the_same(expected: int, by: int, limit: int) -> None:
    assert weight_off(expected + by, expected, limit) == weight_off(expected - by, expected, limit)


@given(grams, st.integers(0, 20_000))
def test_without_an_expected_weight_nothing_is_off(weight: int, limit: int) -> None:
    assert not weight_off(weight, 0, limit)


@given(boxes, st.integers(1, 5))
def test_a_customer_stands_out_by_boxes_and_not_by_pieces(pairs: list[tuple[str, str]], limit: int) -> None:
    found = repeated_wrong_items(pairs, limit)
    for customer in {who for who, _ in pairs}:
        theirs = {box for who, box in pairs if who == customer}
        assert (customer in found) == (customer != "" and len(theirs) >= limit)
        if customer in found:
            assert found[customer] == theirs
    assert repeated_wrong_items(pairs + pairs, limit) == found
    assert repeated_wrong_items(reversed(pairs), limit) == found


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_telephone_tells_customers_apart_before_the_name(one: str, other: str) -> None:
    assert customer_key("50123", one) == customer_key("50123", other)
    assert customer_key("", f"  {one} ") == customer_key("", one)


@given(st.integers(0, 500), st.integers(0, 20), st.integers(0, 500), st.integers(0, 20), st.integers(0, 60))
def test_a_batch_waits_too_long_only_below_a_minimum_and_past_its_days(
    value: int, quantity: int, gross: int, pieces: int, days: int
) -> None:
    terms = SupplierTerms(minimum_value=value, minimum_quantity=quantity)
    opened = date(2026, 1, 1)
    waited = waited_for_minimum(terms, opened, opened + timedelta(days=days), gross, pieces)
    below = gross < value or pieces < quantity
    assert waited == (days if below and days > 21 else None)
