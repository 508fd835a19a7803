"""Files of recalled goods: what is taken, and what is refused with its line and reason."""

from datetime import date
from pathlib import Path

import pytest

from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.items import Disposition
from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange.read_recalls import COLUMNS, read_recalls
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import Reading, RecallRow
from returns_desk.resources import resource

TODAY = date(2026, 11, 22)


def read(folder: Path, *lines: str) -> Reading[RecallRow]:
    path = folder / "recalls.csv"
    path.write_text("\n".join((",".join(COLUMNS), *lines)), encoding="utf-8")
    return read_recalls(path, Import(TODAY))


def test_a_line_says_which_goods_why_since_when_and_what_becomes_of_them(tmp_path: Path) -> None:
    (row,) = read(tmp_path, "R-17,7290011232016,L5,SN-100,SN-200,overheats,Supplier,-2d").rows
    assert row == RecallRow(
        2, "R-17", "7290011232016", "L5", "SN-100", "SN-200", "overheats", Disposition.SUPPLIER, date(2026, 11, 20)
    )


def test_number_and_code_are_enough_and_a_sku_is_a_code(tmp_path: Path) -> None:
    assert read(tmp_path, "R-17,KX-17,,,,,,").rows == (RecallRow(2, "R-17", "KX-17"),)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        (",KX-17,,,,,,", RowFact.MISSING),
        ("R-17,,,,,,,", RowFact.MISSING),
        ("R-17,KX-17,,,SN-200,,,", RowFact.MISSING),
        ("R-17,KX-17,,SN-200,SN-100,,,", RowFact.SERIALS_CROSSED),
        ("R-17,KX-17,,1000,999,,,", RowFact.SERIALS_CROSSED),
        ("R-17,KX-17,,SN-1,SN-1000,,,", RowFact.SERIALS_DIFFER),
        ("R-17,KX-17,,,,,restock,", RowFact.NOT_A_CHOICE),
        ("R-17,KX-17,,,,,donate,", RowFact.NOT_A_CHOICE),
        ("R-17,KX-17,,,,,burn,", RowFact.NOT_A_CHOICE),
        ("R-17,KX-17,,,,,,yesterday", RowFact.NOT_A_DATE),
        (f"R-17,{'9' * 61},,,,,,", RowFact.TOO_LONG),
    ],
)
def test_nonsense_is_refused_with_its_reason_and_the_rest_is_taken(tmp_path: Path, line: str, fact: RowFact) -> None:
    reading = read(tmp_path, line, "R-18,KX-17,,,,,,")
    assert [(row.line, row.refusal.fact) for row in reading.refused] == [(2, fact)]
    assert [row.number for row in reading.rows] == ["R-18"]


def test_the_same_goods_twice_in_one_notice_are_told_by_the_earlier_line(tmp_path: Path) -> None:
    reading = read(tmp_path, "R-17,07290011232016,l 5,,,,,", "R-17,7290011232016,L5,,,again,,")
    assert [(row.line, row.refusal.fact, row.refusal.value) for row in reading.refused] == [(3, RowFact.DUPLICATE, "2")]


def test_a_file_without_codes_is_no_file_of_recalls(tmp_path: Path) -> None:
    path = tmp_path / "recalls.csv"
    path.write_text("number,lot\nR-17,L5\n", encoding="utf-8")
    with pytest.raises(ImportRefused):
        read_recalls(path, Import(TODAY))


def test_the_sample_has_a_lot_and_a_range_of_serials() -> None:
    reading = read_recalls(Path(resource("sample", "recalls.csv")), Import(TODAY))
    assert not reading.refused
    assert [(bool(row.lot), bool(row.serial_to)) for row in reading.rows] == [(True, False), (False, True)]
