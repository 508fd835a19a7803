"""Whatever bytes a file holds, it is either a table or refused; nothing else ever happens."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange.tables import read_table

from .files import bytes_file, old_label, old_number, old_workbook, workbook

STARTS = [
    b"",
    b"a,b\n1,2\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
]
HURTS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


def table_or_refusal(path: Path) -> bool:
    try:
        table = read_table(path)
    except ImportRefused:
        return True
    return all(len(row.cells) == len(table.columns) for row in table.rows)


def hurt(path: Path, hurts: list[tuple[int, int]]) -> Path:
    content = bytearray(path.read_bytes())
    for at, byte in hurts:
        content[at % len(content)] = byte
    path.write_bytes(content)
    return path


@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(folder: Path, start: bytes, rest: bytes) -> None:
    assert table_or_refusal(bytes_file(folder, start + rest))


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_refused(folder: Path, text: str) -> None:
    assert table_or_refusal(bytes_file(folder, text.encode("utf-8", "surrogatepass")))


@given(HURTS)
def test_a_workbook_with_hurt_bytes_is_a_table_or_refused(folder: Path, hurts: list[tuple[int, int]]) -> None:
    assert table_or_refusal(hurt(workbook(folder, [["a", "b"], ["כוס", 2]]), hurts))


@given(HURTS)
def test_an_old_workbook_with_hurt_bytes_is_a_table_or_refused(folder: Path, hurts: list[tuple[int, int]]) -> None:
    cells = old_label(0, 0, "a") + old_label(0, 1, "b") + old_label(1, 0, "x") + old_number(1, 1, 2)
    assert table_or_refusal(hurt(old_workbook(folder, cells), hurts))
