"""A file in pieces: every row once, all of one return together."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.intake import pieces


@dataclass(frozen=True)
class Row:
    """A line of an announced return."""

    line: int
    rma: str


@given(st.lists(st.sampled_from(["R-1", "r-1", "R-2", "R-3", "R-4"])), st.integers(1, 5))
def test_every_row_comes_once_and_a_return_is_never_parted(rmas: list[str], size: int) -> None:
    rows = [Row(line, rma) for line, rma in enumerate(rmas)]
    shared = list(pieces(rows, size))
    assert sorted((row for piece in shared for row in piece), key=lambda row: row.line) == rows
    where = [{row.rma.upper() for row in piece} for piece in shared]
    assert sum(map(len, where)) == len({rma.upper() for rma in rmas})
    assert all(piece for piece in shared)


def test_rows_without_a_return_keep_their_order_and_the_size() -> None:
    assert list(pieces(list("abcde"), 2)) == [["a", "b"], ["c", "d"], ["e"]]
