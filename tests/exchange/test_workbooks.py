"""Workbooks read like text files; bombs and disguises are refused before they open."""

import struct
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange.tables import read_table

from .files import bytes_file, cell, old_label, old_number, old_workbook, open_document, packed, raw_workbook, workbook

ONE_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c></row>'


def refused(path: Path) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read_table(path)
    return caught.value


def test_cells_read_as_the_text_a_csv_file_would_hold(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["code", "price", "day", "moment", "flag", "name"],
        [7290011234560, 84.5, date(2026, 11, 22), datetime(2026, 11, 22, 9, 41), True, "כבל"],  # noqa: DTZ001
    ]
    table = read_table(workbook(tmp_path, rows))
    assert table.columns == ("code", "price", "day", "moment", "flag", "name")
    assert table.rows[0].cells == ("7290011234560", "84.5", "2026-11-22", "2026-11-22 09:41:00", "yes", "כבל")


def test_rows_keep_their_line_in_the_sheet(tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path, [["a", "b"], [1, 2], [], [3, 4], [None, ""], [5, 6]]))
    assert [row.line for row in table.rows] == [2, 4, 6]


def test_empty_cells_at_a_rows_end_are_no_half_row(tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path, [["a", "b", "c"], [1], [1, 2, 3]]))
    assert [row.cells for row in table.rows] == [("1", "", ""), ("1", "2", "3")]


def test_a_formula_gives_the_value_kept_with_it_and_never_its_text(tmp_path: Path) -> None:
    path = tmp_path / "formulas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.write_formula(1, 0, '=HYPERLINK("http://x","y")', None, "shown")
        sheet.write_formula(1, 1, "=2*3", None, 6)
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    assert read_table(path).rows[0].cells == ("shown", "6", "")


def test_a_workbook_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    assert read_table(workbook(tmp_path, [["a"], ["1"]], "file.csv")).columns == ("a",)


def test_an_open_document_reads_with_the_empty_millions_at_its_end(tmp_path: Path) -> None:
    end = '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
    last = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    rows = f"<table:table-row>{cell('sku')}{cell('name')}{end}<table:table-row>{cell('1')}{cell('כוס')}{end}{last}"
    assert [row.cells for row in read_table(open_document(tmp_path, rows)).rows] == [("1", "כוס")]


@pytest.mark.parametrize(
    "rows",
    [
        f"<table:table-row>{cell('x', 100_000)}</table:table-row>",
        f'<table:table-row table:number-rows-repeated="1000000">{cell("x")}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
        f"<table:table-row>{cell('x')}</table:table-row>",
    ],
)
def test_an_open_document_that_repeats_itself_too_often_is_refused(tmp_path: Path, rows: str) -> None:
    assert refused(open_document(tmp_path, rows)).fact == FileFact.TOO_LARGE


def test_a_bomb_of_great_ratio_is_refused_unopened(tmp_path: Path) -> None:
    bomb = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 100)) + " " * 20_000_000
    path = raw_workbook(tmp_path, bomb)
    assert path.stat().st_size < 100_000
    assert refused(path).fact == FileFact.TOO_LARGE


def test_a_bomb_of_great_size_is_refused_unopened(tmp_path: Path) -> None:
    assert refused(raw_workbook(tmp_path, "<!-- " + "0123456789abcdef" * 3_200_000 + " -->")).fact == FileFact.TOO_LARGE


def test_very_many_members_are_refused(tmp_path: Path) -> None:
    many = {f"xl/media/{number}.txt": "x" for number in range(250)}
    assert refused(raw_workbook(tmp_path, ONE_ROW, **many)).fact == FileFact.TOO_LARGE


@pytest.mark.parametrize("far", ["XFD1048576", "XFD2", "A1048576", "zzzzz1", "A99999999999"])
def test_one_far_cell_never_makes_a_table_of_billions(tmp_path: Path, far: str) -> None:
    sheet = f'<sheetData>{ONE_ROW}<row r="2"><c r="{far}"><v>1</v></c></row></sheetData>'
    assert refused(raw_workbook(tmp_path, sheet)).fact == FileFact.TOO_LARGE


@pytest.mark.parametrize("hidden", ["&#65;1048576", "A&#49;048576"])
def test_a_far_cell_hidden_in_character_references_is_refused(tmp_path: Path, hidden: str) -> None:
    sheet = f'<sheetData>{ONE_ROW}<row r="2"><c r="{hidden}"><v>1</v></c></row></sheetData>'
    assert refused(raw_workbook(tmp_path, sheet)).fact == FileFact.UNREADABLE


def test_one_long_text_used_very_often_is_refused(tmp_path: Path) -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 20_001))
    shared = f'<?xml version="1.0"?><sst><si><t>{"ab" * 16_000}</t></si></sst>'
    path = raw_workbook(tmp_path, f"<sheetData>{cells}</sheetData>", **{"xl/sharedStrings.xml": shared})
    assert refused(path).fact == FileFact.TOO_LARGE


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><worksheet>&l9;</worksheet>'
    assert refused(raw_workbook(tmp_path, bomb)).fact == FileFact.UNREADABLE


def test_an_entity_that_reads_a_file_of_this_machine_is_refused(tmp_path: Path) -> None:
    entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><worksheet>&f;</worksheet>'
    assert refused(raw_workbook(tmp_path, entity)).fact == FileFact.UNREADABLE


def test_markup_in_an_encoding_that_hides_it_is_refused(tmp_path: Path) -> None:
    sheet = '<?xml version="1.0" encoding="UTF-16"?><worksheet/>'
    assert refused(raw_workbook(tmp_path, sheet)).fact == FileFact.UNREADABLE


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    path = raw_workbook(tmp_path, f"<sheetData>{ONE_ROW}</sheetData>", **{"xl/vbaProject.bin": "macro"})
    assert refused(path) == ImportRefused(FileFact.UNREADABLE, "macros")


def test_another_archive_is_no_workbook(tmp_path: Path) -> None:
    assert refused(packed(tmp_path, {"readme.txt": "hello"})) == ImportRefused(FileFact.UNREADABLE, "not a workbook")


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
@pytest.mark.parametrize("rest", [b"", b"\x00" * 600, b"\xff" * 5000])
def test_a_damaged_workbook_is_refused(tmp_path: Path, start: bytes, rest: bytes) -> None:
    assert refused(bytes_file(tmp_path, start + rest)).fact == FileFact.UNREADABLE


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["a"], ["1"]])
    path.write_bytes(path.read_bytes()[:-40])
    assert refused(path).fact == FileFact.UNREADABLE


def test_a_member_whose_size_is_a_lie_is_refused(tmp_path: Path) -> None:
    path = raw_workbook(tmp_path, f"<sheetData>{ONE_ROW}</sheetData>" + " " * 5000)
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    path.write_bytes(content)
    assert refused(path).fact == FileFact.UNREADABLE


def test_an_old_binary_workbook_is_read(tmp_path: Path) -> None:
    cells = old_label(0, 0, "sku") + old_label(0, 1, "price") + old_label(1, 0, "כוס") + old_number(1, 1, 12.5)
    table = read_table(old_workbook(tmp_path, cells))
    assert table.columns == ("sku", "price")
    assert table.rows[0].cells == ("כוס", "12.5")


@pytest.mark.parametrize("far", [old_number(65_535, 60_000, 1), old_label(3, 200, "x"), old_number(60_000, 90, 1)])
def test_one_far_cell_of_an_old_workbook_is_refused(tmp_path: Path, far: bytes) -> None:
    assert refused(old_workbook(tmp_path, old_label(0, 0, "sku") + far)).fact == FileFact.TOO_LARGE


def test_an_old_workbook_that_claims_to_be_immense_is_refused(tmp_path: Path) -> None:
    claim = struct.pack("<HHIIHHH", 0x0200, 14, 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    assert refused(old_workbook(tmp_path, claim + old_label(0, 0, "sku"))).fact == FileFact.TOO_LARGE


def test_a_locked_workbook_is_refused_by_that_name(tmp_path: Path) -> None:
    lock = struct.pack("<HH6s", 0x002F, 6, b"lock!!")
    assert refused(old_workbook(tmp_path, b"", globals_=lock)).fact == FileFact.PASSWORD
    assert refused(old_workbook(tmp_path, b"", stream="EncryptedPackage")).fact == FileFact.PASSWORD


def test_another_old_document_is_no_workbook(tmp_path: Path) -> None:
    assert refused(old_workbook(tmp_path, b"", stream="WordDocument")).fact == FileFact.UNREADABLE


def test_an_old_workbook_over_which_the_reader_stumbles_is_refused(tmp_path: Path) -> None:
    assert refused(old_workbook(tmp_path, struct.pack("<HH", 0x0204, 0))).fact == FileFact.UNREADABLE
