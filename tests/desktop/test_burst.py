"""Scanner or person: told by the times of the keys alone."""

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.desktop.burst import Burst, Pace, Stroke


def burst_of(text: str, gaps: list[int]) -> Burst:
    burst, now = Burst(Pace()), 1_000
    for place, sign in enumerate(text):
        now += gaps[place - 1] if place else 0
        burst.add(Stroke(now, sign))
    return burst


def test_four_fast_keys_are_a_scan() -> None:
    assert burst_of("1234", [35, 35, 35]).is_scan


def test_three_fast_keys_are_too_few_for_a_scan() -> None:
    assert not burst_of("123", [5, 5]).is_scan


def test_keys_at_a_persons_speed_are_no_scan() -> None:
    burst = burst_of("1234", [100, 110, 95])
    assert not burst.is_scan
    assert burst.is_surely_typed


def test_a_person_is_recognised_at_the_third_key() -> None:
    assert burst_of("123", [90, 90]).is_surely_typed


def test_one_stumble_of_a_wireless_scanner_is_forgiven() -> None:
    burst = burst_of("7290011234563", [90, *[10] * 11])
    assert not burst.is_surely_typed
    assert burst.is_scan


def test_a_key_after_the_pause_belongs_to_the_next_burst() -> None:
    burst = burst_of("12", [10])
    assert not burst.is_over_at(1_110)
    assert burst.is_over_at(1_111)


def test_the_pace_is_a_setting() -> None:
    slow = Burst(Pace(gap_ms=60, pause_ms=200))
    for place in range(5):
        slow.add(Stroke(place * 55, "x"))
    assert slow.is_scan


@given(st.lists(st.integers(0, 35), min_size=3, max_size=60))
def test_no_scan_is_ever_cut_while_its_keys_keep_the_pace(gaps: list[int]) -> None:
    burst, now = Burst(Pace()), 0
    for gap in [0, *gaps]:
        now += gap
        assert not burst.is_over_at(now)
        burst.add(Stroke(now, "x"))
        assert not burst.is_surely_typed
    assert burst.is_scan


@given(st.lists(st.integers(101, 2_000), min_size=3, max_size=20))
def test_a_person_never_scans(gaps: list[int]) -> None:
    burst, now = Burst(Pace()), 0
    for gap in [0, *gaps]:
        now += gap
        if burst.is_over_at(now):
            burst = Burst(Pace())
        burst.add(Stroke(now, "x"))
        assert not burst.is_scan
