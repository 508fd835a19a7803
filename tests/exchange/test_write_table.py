"""Tables out: import reads back what was written, and no spreadsheet runs it."""

import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from returns_desk.domain.money import Money
from returns_desk.domain.refusals import BadValue
from returns_desk.exchange import write_table
from returns_desk.exchange.tables import read_table
from returns_desk.exchange.whole_file import safe_name
from returns_desk.exchange.write_table import Cell, write_csv, write_json, write_xlsx

FORMULAS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "'=1", "''-2", "＝1"]
SIGNS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(SIGNS, max_size=30)
COLUMNS = ("first", "second", "third")


def kept(text: str) -> bool:
    return bool(text.strip())


@given(st.lists(st.tuples(TEXTS.filter(kept), TEXTS, TEXTS), min_size=1, max_size=6))
def test_text_written_as_csv_is_read_back_to_the_sign(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.csv"
    write_csv(COLUMNS, rows, path)
    assert [row.cells for row in read_table(path).rows] == rows


@given(st.lists(st.tuples(TEXTS.filter(kept), TEXTS, TEXTS), min_size=1, max_size=6))
def test_text_written_as_a_workbook_is_read_back_to_the_sign(rows: list[tuple[str, str, str]]) -> None:
    stream = io.BytesIO()
    write_xlsx(COLUMNS, rows, stream)
    stream.seek(0)
    with load_workbook(stream) as book:
        read = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert [tuple(str(cell) for cell in (*row, "", "")[:3]) for row in read[1:]] == rows


@pytest.mark.parametrize("text", FORMULAS)
def test_text_like_a_formula_never_begins_a_csv_cell_and_comes_back_whole(tmp_path: Path, text: str) -> None:
    path = tmp_path / "out.csv"
    write_csv(["a", "b"], [["x", text]], path)
    line = path.read_text(encoding="utf-8-sig").split("\n", 1)[1]
    assert line.startswith(("x,'", "x,\"'"))
    assert read_table(path).rows[0].cells[1] == text


@pytest.mark.parametrize("text", FORMULAS)
def test_text_like_a_formula_is_quoted_text_in_a_workbook(tmp_path: Path, text: str) -> None:
    path = tmp_path / "out.xlsx"
    write_xlsx(["a"], [[text]], path)
    with ZipFile(path) as archive:
        sheet, styles = archive.read("xl/worksheets/sheet1.xml"), archive.read("xl/styles.xml")
    assert b"<f" not in sheet
    if not text.startswith("'"):
        used = re.findall(rb'<c r="A2" s="(\d+)"', sheet)
        formats = re.findall(rb"<xf [^>]*>", styles[styles.index(b"<cellXfs") :])
        assert b'quotePrefix="1"' in formats[int(used[0])]


def test_negative_numbers_stay_numbers(tmp_path: Path) -> None:
    row: list[Cell] = [-5, -2.5, Decimal("-7.25"), Money(-1234)]
    write_csv(["a", "b", "c", "d"], [row], tmp_path / "out.csv")
    assert read_table(tmp_path / "out.csv").rows[0].cells == ("-5", "-2.5", "-7.25", "-12.34")
    write_xlsx(["a", "b", "c", "d"], [row], tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").get_sheet_by_index(0)
    assert sheet.to_python()[1] == [-5, -2.5, -7.25, -12.34]


def test_days_moments_and_flags_are_written_so_that_import_reads_them(tmp_path: Path) -> None:
    moment = datetime(2026, 11, 22, 9, 41, 12, tzinfo=timezone(timedelta(hours=2)))
    row: list[Cell] = [date(2026, 11, 22), moment, True, False, None]
    write_csv(list("abcde"), [row], tmp_path / "out.csv")
    write_xlsx(list("abcde"), [row], tmp_path / "out.xlsx")
    assert read_table(tmp_path / "out.csv").rows[0].cells == ("2026-11-22", "2026-11-22T07:41:12Z", "yes", "no", "")
    assert read_table(tmp_path / "out.xlsx").rows[0].cells == ("2026-11-22", "2026-11-22 07:41:12", "yes", "no", "")


def test_json_says_money_and_moments_as_the_commands_do() -> None:
    stream = io.BytesIO()
    row: list[Cell] = ["כבל", Money(8450), datetime(2026, 11, 22, 9, tzinfo=UTC), date(2026, 1, 2), 3, None, "=1"]
    write_json(list("abcdefg"), [row, row], stream)
    assert json.loads(stream.getvalue())[1] == {
        "a": "כבל",
        "b": {"amount": "84.50", "currency": "ILS"},
        "c": "2026-11-22T09:00:00Z",
        "d": "2026-01-02",
        "e": 3,
        "f": None,
        "g": "=1",
    }


def test_no_rows_give_an_empty_table_of_every_kind(tmp_path: Path) -> None:
    write_csv(["a", "b"], [], tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbfa,b\r\n"
    stream = io.BytesIO()
    write_json(["a"], [], stream)
    assert json.loads(stream.getvalue()) == []
    write_xlsx(["a", "b"], [], tmp_path / "out.xlsx")
    assert load_workbook(tmp_path / "out.xlsx").get_sheet_by_index(0).to_python() == [["a", "b"]]


@pytest.mark.parametrize(("right_to_left", "count"), [(True, 1), (False, 0)])
def test_a_hebrew_sheet_runs_from_right_to_left(tmp_path: Path, right_to_left: bool, count: int) -> None:
    write_xlsx(["a"], [["שלום"]], tmp_path / "out.xlsx", right_to_left=right_to_left)
    with ZipFile(tmp_path / "out.xlsx") as archive:
        assert archive.read("xl/worksheets/sheet1.xml").count(b'rightToLeft="1"') == count


def test_what_no_file_can_hold_is_left_out_or_marked(tmp_path: Path) -> None:
    row = ["a\x00b\x07c", "half \ud800 sign", "x" * 40_000]
    write_csv(COLUMNS, [row], tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").split("\n")[1].startswith("abc,half \ufffd sign,xxx")
    write_xlsx(COLUMNS, [row], tmp_path / "out.xlsx")
    cells = load_workbook(tmp_path / "out.xlsx").get_sheet_by_index(0).to_python()[1]
    assert cells[:2] == ["abc", "half \ufffd sign"]
    assert str(cells[2]).endswith("x […]")


def test_more_rows_than_a_sheet_holds_are_refused_and_leave_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_table, "MAX_SHEET_ROWS", 2)
    with pytest.raises(BadValue):
        write_xlsx(["a"], [["1"], ["2"], ["3"]], tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_half_way_leaves_the_earlier_file_as_it_was(tmp_path: Path) -> None:
    def rows() -> Iterator[list[Cell]]:
        yield ["new"]
        raise ConnectionError

    path = tmp_path / "out.csv"
    path.write_text("old")
    for write in (write_csv, write_json, write_xlsx):
        with pytest.raises(ConnectionError):
            write(["a"], rows(), path)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.csv"]


def test_a_link_laid_in_the_way_is_replaced_and_never_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "out.csv").symlink_to(victim)
    (folder / "out.csv.part").symlink_to(victim)
    write_csv(["a"], [["1"]], folder / "out.csv")
    assert victim.read_text() == "precious"
    assert not (folder / "out.csv").is_symlink()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SB-000001", "SB-000001.csv"),
        ("גליל חשמל", "גליל חשמל.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ("..\\..\\x", "x.csv"),
        ("CON", "_CON.csv"),
        ("con.tar", "_con.tar.csv"),
        ("a:b", "a-b.csv"),
        ("R\u202efdp.exe", "R-fdp.exe.csv"),
        ("", "export.csv"),
        ("...", "export.csv"),
        ("x" * 300, "x" * 96 + ".csv"),
    ],
)
def test_a_name_we_build_stays_in_its_folder_and_reads_as_it_is(text: str, name: str) -> None:
    assert safe_name(text, ".csv") == name


@given(st.text(max_size=200))
def test_every_name_we_build_is_plain(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_א-ת][A-Za-z0-9 _.\-א-ת]*\.csv", safe_name(text, ".csv"))
    assert len(safe_name(text, ".csv")) <= 101
