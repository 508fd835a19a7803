"""A file in pieces: every row once, all of one return together."""

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.exchange.rows import ChecklistRow, ExpectedRow
from returns_desk.intake import pieces


def line_of(rma: str, line: int) -> ExpectedRow:
    """A line of an announced return."""
    return ExpectedRow(line, rma, customer="Shira", sku="KETTLE", quantity=1)


@given(st.lists(st.sampled_from(["R-1", "r-1", "R-2", "R-3", "R-4"])), st.integers(1, 5))
def test_every_row_comes_once_and_a_return_is_never_parted(rmas: list[str], size: int) -> None:
    rows = [line_of(rma, line) for line, rma in enumerate(rmas)]
    shared = list(pieces(rows, size))
    assert sorted((row for piece in shared for row in piece), key=lambda row: row.line) == rows
    where = [{row.rma.upper() for row in piece} for piece in shared]
    assert sum(map(len, where)) == len({rma.upper() for rma in rmas})
    assert all(piece for piece in shared)


def test_rows_without_a_return_keep_their_order_and_the_size() -> None:
    assert list(pieces(list("abcde"), 2)) == [["a", "b"], ["c", "d"], ["e"]]


def test_a_checklist_comes_whole_however_long_it_is() -> None:
    rows = [ChecklistRow(line, category) for line, category in enumerate(["shoes", "hats", "shoes", "hats", "shoes"])]
    assert [[row.category for row in piece] for piece in pieces(rows, 2)] == [["shoes"] * 3, ["hats"] * 2]
