from hypothesis import given
from hypothesis import strategies as st

from returns_desk.documents.kit.fonts import register_fonts
from returns_desk.documents.kit.table import Column, Piece, Table

register_fonts()
LINES = st.lists(st.integers(1, 6), max_size=60)


def table(lines: list[int]) -> Table:
    """Rows of so many lines each."""
    return Table([Column(("#",), grows=True)], [(tuple(Piece("x") for _ in range(count)),) for count in lines], 300)


@given(LINES, st.floats(0, 600), st.floats(150, 600), st.floats(0, 140))
def test_every_row_stands_on_one_page_and_what_closes_the_table_under_the_last(
    lines: list[int], room: float, full: float, closing: float
) -> None:
    shown = table(lines)
    counts = shown.shared_out(min(room, full), full, closing)
    assert sum(counts) == len(lines)
    first = 0
    for place, count in enumerate(counts):
        page = full if place else min(room, full)
        if count > 1:
            assert shown.height_of(first, count) <= page
        first += count
    last = counts[-1]
    if len(counts) > 1 and closing + shown.head_height + 90 < full:
        assert (shown.height_of(first - last, last) if last else 0) + closing <= full


@given(st.lists(st.integers(1, 3), min_size=3, max_size=60))
def test_sums_are_never_alone_on_a_page_where_two_rows_can_stand_with_them(lines: list[int]) -> None:
    counts = table(lines).shared_out(250, 300, 120)
    if len(counts) > 1:
        assert counts[-1] >= 1


def test_a_row_higher_than_any_page_is_drawn_all_the_same() -> None:
    assert table([16]).shared_out(100, 100) == [1]


def test_a_table_that_does_not_fit_under_a_head_begins_on_the_next_page() -> None:
    assert table([2, 2]).shared_out(10, 300) == [0, 2]
