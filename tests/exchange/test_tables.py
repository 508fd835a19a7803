"""Delimited text of every make becomes the same table; damage stays in its row."""

from pathlib import Path

import pytest

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange import tables
from returns_desk.exchange.tables import TableRow, read_table

from .files import bytes_file, text_file

HEBREW = 'sku,name\nA-1,"אוזניות ""פרו"", שחור"\nA-2,כבל 2 מטר\n'


def refused(path: Path) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read_table(path)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1255", "utf-16", "utf-16-le", "utf-16-be"])
def test_hebrew_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    table = read_table(text_file(tmp_path, HEBREW, encoding))
    assert table.columns == ("sku", "name")
    assert [row.cells for row in table.rows] == [("A-1", 'אוזניות "פרו", שחור'), ("A-2", "כבל 2 מטר")]


def test_western_accents_are_not_read_as_hebrew(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "sku,name\n1,Café crème brûlée\n2,Müller Straße\n", "cp1252"))
    assert [row.cells[1] for row in table.rows] == ["Café crème brûlée", "Müller Straße"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    text = '"a,b;c"|name\n1|"x,y;z"\n'.replace("|", delimiter)
    table = read_table(text_file(tmp_path, text))
    assert table.columns == ("a,b;c", "name")
    assert table.rows[0].cells == ("1", "x,y;z")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_counts_lines_alike(tmp_path: Path, ending: str) -> None:
    table = read_table(text_file(tmp_path, ending.join(["a,b", "1,2", "", "3,4"])))
    assert table.rows == (TableRow(2, ("1", "2")), TableRow(4, ("3", "4")))


def test_mixed_line_endings_lose_no_row(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "a,b\r\n1,2\n3,4\r5,6"))
    assert [row.line for row in table.rows] == [2, 3, 4]


def test_a_field_over_two_lines_is_one_row_with_its_first_line(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, 'a,b\n1,"two\nlines"\n3,4\n'))
    assert table.rows == (TableRow(2, ("1", "two\nlines")), TableRow(4, ("3", "4")))


def test_blank_rows_are_no_rows(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "\n\na,b\n1,2\n,\n  , \n3,4\n"))
    assert [row.line for row in table.rows] == [4, 7]
    assert not table.refused


@pytest.mark.parametrize(
    ("row", "fact"),
    [
        ("1", RowFact.CELLS),
        ("1,2,3", RowFact.CELLS),
        ('1,"open', RowFact.QUOTES),
        ('1,"a"b', RowFact.QUOTES),
        ("1,a\x00b", RowFact.UNREADABLE),
        ("1," + "x" * 10_001, RowFact.TOO_LONG),
        ("1," + "x" * 200_000, RowFact.TOO_LONG),
    ],
)
def test_a_damaged_row_is_refused_alone(tmp_path: Path, row: str, fact: RowFact) -> None:
    table = read_table(text_file(tmp_path, f"a,b\n0,0\n{row}\n" + "8,8\n9,9\n"))
    assert [(refusal.line, refusal.refusal.fact) for refusal in table.refused] == [(3, fact)]
    assert [good.line for good in table.rows] == [2, 4, 5]


def test_an_open_quotation_mark_costs_one_line_of_a_long_file(tmp_path: Path) -> None:
    text = "a,b\n" + "1,2\n" * 500 + '5,"never closed\n' + "1,2\n" * 500
    table = read_table(text_file(tmp_path, text))
    assert len(table.rows) == 1000
    assert [refusal.line for refusal in table.refused] == [502]


def test_one_broken_byte_costs_one_row_and_leaves_the_rest_readable(tmp_path: Path) -> None:
    content = "a,b\n1,שלום\n2,xx\n3,עולם\n".encode().replace(b"xx", b"\xff\xe9")
    table = read_table(bytes_file(tmp_path, content))
    assert [row.cells[1] for row in table.rows] == ["שלום", "עולם"]
    assert [(refusal.line, refusal.refusal.fact) for refusal in table.refused] == [(3, RowFact.UNREADABLE)]


def test_a_lone_surrogate_in_utf_16_is_refused_with_its_row(tmp_path: Path) -> None:
    content = "a,b\n1,\ud800\n2,ok\n".encode("utf-16-le", "surrogatepass")
    table = read_table(bytes_file(tmp_path, b"\xff\xfe" + content))
    assert [row.cells for row in table.rows] == [("2", "ok")]
    assert [refusal.refusal.fact for refusal in table.refused] == [RowFact.UNREADABLE]


def test_half_a_sign_at_the_end_of_utf_16_costs_no_other_row(tmp_path: Path) -> None:
    table = read_table(bytes_file(tmp_path, "a,b\n1,2\n3,4\n".encode("utf-16") + b"\x41"))
    assert [row.cells for row in table.rows] == [("1", "2"), ("3", "4")]
    assert [refusal.line for refusal in table.refused] == [4]


def test_extra_empty_cells_are_no_fault(tmp_path: Path) -> None:
    table = read_table(text_file(tmp_path, "a,b,,\n1,2,,\n3,4\n"))
    assert table.columns == ("a", "b")
    assert [row.cells for row in table.rows] == [("1", "2"), ("3", "4")]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.csv") == ImportRefused(FileFact.MISSING, "no.csv")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path).fact == FileFact.MISSING


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n", "a,b\n,\n"])
def test_a_file_without_rows_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(text_file(tmp_path, text)).fact == FileFact.EMPTY


def test_the_same_column_twice_is_refused_by_name(tmp_path: Path) -> None:
    assert refused(text_file(tmp_path, "sku,name,SKU\n1,2,3\n")).columns == ("sku", "SKU")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        bytes(range(256)) * 20,
        b"\x1f\x8b\x08" + bytes(100),
    ],
)
def test_a_renamed_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(bytes_file(tmp_path, content)).fact == FileFact.UNREADABLE


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    names = ",".join(f"c{number}" for number in range(101))
    assert refused(text_file(tmp_path, f"{names}\n1\n")).fact == FileFact.TOO_LARGE


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    assert len(read_table(text_file(tmp_path, "a\n1\n2\n3\n")).rows) == 3
    assert refused(text_file(tmp_path, "a\n1\n2\n3\n4\n")).fact == FileFact.TOO_LARGE


def test_too_many_bytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(tables.MAX_FILE + 1)
    assert refused(path).fact == FileFact.TOO_LARGE
