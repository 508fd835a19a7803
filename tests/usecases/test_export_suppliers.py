"""Suppliers out as a table and in again: nothing of the terms is lost, and a narrower file leaves what it lacks."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.terms import BelowMinimum, CreditMode, FreightPayer, SupplierTerms
from returns_desk.exchange.read_suppliers import COLUMNS, read_suppliers
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import SupplierRow
from returns_desk.exchange.write_table import write_csv
from returns_desk.usecases.export_suppliers import export_suppliers
from returns_desk.usecases.import_rows import Taken, import_suppliers
from returns_desk.usecases.look_terms import terms_of_supplier
from returns_desk.usecases.set_terms import set_terms
from tests.builders import TODAY, Station

WHOLE = SupplierTerms(
    valid_from=TODAY,
    defective=CreditMode.DESTROY,
    not_defective=CreditMode.RETURN,
    minimum_value=30_050,
    minimum_quantity=12,
    below_minimum=BelowMinimum.DONATE,
    credit_bp=8_750,
    fee_by_reason={SupplierReason.POOR_FIT: 750},
    freight_payer=FreightPayer.US,
    freight_bp=250,
    separate_defective=True,
    packing="=one layer, קרטון כפול",
    return_address="Dock 4; Haifa",
    contact="Ilana",
    email="returns@galil.example",
    language="en",
)


def written(station: Station) -> bytes:
    target = BytesIO()
    station.desk.read(export_suppliers, lambda columns, rows: write_csv(columns, rows, target))
    return target.getvalue()


def read(content: bytes | str, path: Path) -> tuple[SupplierRow, ...]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reading = read_suppliers(path, Import(TODAY))
    assert reading.refused == ()
    return reading.rows


def terms_now(station: Station) -> SupplierTerms:
    shown = station.desk.read(terms_of_supplier, "GALIL").in_force
    assert shown is not None
    return shown.terms


def test_what_is_exported_is_imported_as_the_same(station: Station, tmp_path: Path) -> None:
    station.do_as("avi", set_terms, "GALIL", WHOLE)
    content = written(station)
    assert content.decode("utf-8-sig").splitlines()[0] == ",".join(COLUMNS)
    rows = read(content, tmp_path / "suppliers.csv")
    assert [row.code for row in rows] == ["GALIL", "GESHER", "SHFELA", "TAVOR"]
    assert replace(rows[0].terms or SupplierTerms(), version=1) == WHOLE
    assert station.do_as("avi", import_suppliers, rows) == Taken(same=4)
    assert terms_now(station) == replace(WHOLE, version=2)


def test_a_file_without_the_newer_columns_leaves_what_they_say(station: Station, tmp_path: Path) -> None:
    station.do_as("avi", set_terms, "GALIL", WHOLE)
    narrow = "code,name,defective,credit_percent\nGALIL,גליל,credit on return,80\n"
    station.do_as("avi", import_suppliers, read(narrow, tmp_path / "narrow.csv"))
    assert terms_now(station) == replace(WHOLE, version=3, defective=CreditMode.RETURN, credit_bp=8_000)


def test_terms_that_contradict_themselves_are_refused_with_their_row(tmp_path: Path) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text("code,name,minimum_value,minimum_wait_days\nGALIL,x,300,0\nTAVOR,y,300,21\n", encoding="utf-8")
    reading = read_suppliers(path, Import(TODAY))
    assert [row.code for row in reading.rows] == ["TAVOR"]
    assert [(each.line, each.refusal.column) for each in reading.refused] == [(2, "minimum_wait_days")]


def test_imported_terms_begin_on_the_day_their_file_names_when_it_is_to_come(station: Station, tmp_path: Path) -> None:
    later = "code,name,valid_from,credit_percent\nGALIL,x,2027-01-01,70\n"
    station.do_as("avi", import_suppliers, read(later, tmp_path / "later.csv"))
    shown = station.desk.read(terms_of_supplier, "GALIL")
    newest = shown.versions[0].terms
    assert (newest.version, newest.valid_from.isoformat()) == (2, "2027-01-01")
    assert terms_now(station).version == 1
