"""Which piece a notice concerns: properties, and what was written down about lots, serials and ranges."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.recalls import (
    Notice,
    RangeFault,
    RecallCheck,
    check_all,
    check_piece,
    range_fault,
)

LOTS = st.sampled_from(["", "L5", "l5", " L 5", "L6", "5"])
NUMBERS = st.integers(0, 10**12)
NOTICES = st.builds(
    Notice,
    number=st.sampled_from(["R-1", "R-2", "R-3"]),
    code=st.just("7290011232016"),
    lot=LOTS,
    serial_from=st.sampled_from(["", "100", "SN-0100"]),
    withdrawn=st.booleans(),
)


def notice(**facts: str) -> Notice:
    return Notice("R-17", "7290011232016", **facts)  # type: ignore[arg-type]


def test_a_notice_for_the_whole_product_concerns_every_piece_read_or_not() -> None:
    for lot, serial in (("", ""), ("L5", ""), ("", "SN-1"), ("L5", "SN-1")):
        assert check_piece(notice(), lot, serial) is RecallCheck.CONCERNED


def test_a_lot_is_compared_without_case_and_blanks() -> None:
    assert check_piece(notice(lot="l 5"), "L5", "") is RecallCheck.CONCERNED
    assert check_piece(notice(lot="L5"), "L50", "") is RecallCheck.OTHER


def test_a_piece_whose_lot_nobody_read_is_looked_at_and_free_once_another_was_read() -> None:
    assert check_piece(notice(lot="L5"), "", "SN-1") is RecallCheck.UNREAD
    assert check_piece(notice(lot="L5"), "  ", "") is RecallCheck.UNREAD
    assert check_piece(notice(lot="L5"), "L6", "") is RecallCheck.OTHER


def test_lot_and_serials_together_mean_pieces_that_fit_both() -> None:
    both = notice(lot="L5", serial_from="100", serial_to="200")
    assert check_piece(both, "L5", "150") is RecallCheck.CONCERNED
    assert check_piece(both, "L5", "") is RecallCheck.UNREAD
    assert check_piece(both, "", "150") is RecallCheck.UNREAD
    assert check_piece(both, "", "201") is RecallCheck.OTHER
    assert check_piece(both, "L6", "150") is RecallCheck.OTHER


def test_one_serial_alone_is_a_range_of_one() -> None:
    assert check_piece(notice(serial_from="SN-7"), "", "sn-7") is RecallCheck.CONCERNED
    assert check_piece(notice(serial_from="SN-7"), "", "SN-8") is RecallCheck.OTHER


@pytest.mark.parametrize(
    ("serial", "inside"),
    [
        ("SN-0100", True),
        ("SN-0250", True),
        ("sn-0175", True),
        ("SN-0099", False),
        ("SN-0251", False),
        ("SN-150", False),
        ("SN-01750", False),
        ("SNX0175", False),
    ],
)
def test_a_range_with_letters_holds_serials_of_its_pattern_between_its_ends(serial: str, inside: bool) -> None:
    found = check_piece(notice(serial_from="SN-0100", serial_to="SN-0250"), "", serial)
    assert found is (RecallCheck.CONCERNED if inside else RecallCheck.OTHER)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_range_of_bare_numbers_goes_by_their_value(one: int, other: int, read: int) -> None:
    first, last = sorted((one, other))
    found = check_piece(notice(serial_from=str(first), serial_to=f"{last:015d}"), "", str(read))
    assert (found is RecallCheck.CONCERNED) == (first <= read <= last)
    assert found is not RecallCheck.UNREAD


@pytest.mark.parametrize(
    ("first", "last", "fault"),
    [
        ("", "", None),
        ("SN-1", "", None),
        ("99", "1200", None),
        ("SN-001", "SN-900", None),
        ("SN-1", "SN-1", None),
        ("", "SN-900", RangeFault.NO_BEGINNING),
        ("200", "100", RangeFault.CROSSED),
        ("SN-900", "SN-001", RangeFault.CROSSED),
        ("SN-1", "SN-1000", RangeFault.OTHER_PATTERN),
        ("100", "A00", RangeFault.OTHER_PATTERN),
        ("AB1", "A1B", RangeFault.OTHER_PATTERN),
    ],
)
def test_what_is_no_range_is_told_by_name(first: str, last: str, fault: RangeFault | None) -> None:
    assert range_fault(first, last) is fault


@given(st.text("AB0189-", min_size=1, max_size=6), st.text("AB0189-", min_size=1, max_size=6))
def test_a_good_range_holds_both_its_ends(first: str, last: str) -> None:
    if range_fault(first, last) is None:
        for end in (first, last):
            found = check_piece(notice(serial_from=first, serial_to=last), "", end)
            assert found is RecallCheck.CONCERNED


@given(st.lists(NOTICES, max_size=5), LOTS, st.sampled_from(["", "100", "SN-0100", "7"]))
def test_the_order_of_notices_changes_nothing_and_one_more_never_frees_a_piece(
    notices: list[Notice], lot: str, serial: str
) -> None:
    check, told = check_all(notices, lot, serial)
    assert check_all(list(reversed(notices)), lot, serial)[0] is check
    assert (told is None) == (check is RecallCheck.NONE)
    if check is RecallCheck.CONCERNED:
        assert check_all([*notices, notice(lot="L9")], lot, serial)[0] is RecallCheck.CONCERNED


@given(st.lists(NOTICES, max_size=5), st.sampled_from(["", "100", "SN-0100"]))
def test_what_is_said_of_an_unread_piece_is_never_milder_than_that_it_is_to_be_read(
    notices: list[Notice], serial: str
) -> None:
    standing = [each for each in notices if not each.withdrawn]
    check, _ = check_all(notices, "", serial)
    for lot in ("L5", "L6"):
        if check_all(notices, lot, serial)[0] is RecallCheck.CONCERNED:
            assert check.stops
    assert bool(standing) == (check is not RecallCheck.NONE)


@given(NOTICES, LOTS)
def test_a_withdrawn_notice_concerns_nothing(one: Notice, lot: str) -> None:
    assert check_piece(replace(one, withdrawn=True), lot, "100") is RecallCheck.NONE
