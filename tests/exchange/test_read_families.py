"""Rows of every family: the good ones whole, the others refused with line and reason."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.grades import Finding, Grade, StatedReason, SupplierReason, WantedOutcome
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.people import Role
from returns_desk.domain.refusals import RowRefused
from returns_desk.domain.terms import (
    AuthorizationNeed,
    BelowMinimum,
    CreditMode,
    FreightPayer,
    SupplierTerms,
    WindowStart,
)
from returns_desk.exchange.read_expected import read_expected
from returns_desk.exchange.read_inside import read_inside
from returns_desk.exchange.read_people import read_people
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.read_suppliers import read_suppliers
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import Reading

from .files import text_file, workbook

TODAY = date(2026, 11, 22)
Read = Callable[[Path, Import], Reading[Any]]


def read(folder: Path, family: Read, *lines: str) -> Reading[Any]:
    return family(text_file(folder, "\n".join(lines)), Import(TODAY))


def refusals(reading: Reading[Any]) -> list[tuple[int, RowRefused]]:
    return [(refused.line, refused.refusal) for refused in reading.refused]


def test_a_product_is_read_whole(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        read_products,
        "sku,codes,name,name_en,category,cost,price,supplier,supplier_sku,serialised,electrical,weight_g,place",
        "WH-300,7290011234560 X-1,אוזניות,Headphones,electronics,84.50,169.90,GALIL,GE-1,yes,yes,260,B-14-2",
    )
    row = reading.rows[0]
    assert (row.line, row.sku, row.codes, row.supplier, row.supplier_sku) == (
        2,
        "WH-300",
        ("7290011234560", "X-1"),
        "GALIL",
        "GE-1",
    )
    assert (str(row.cost), str(row.price), row.serialised, row.electrical, row.weight_g, row.place) == (
        "84.50",
        "169.90",
        True,
        True,
        260,
        "B-14-2",
    )


def test_a_bad_row_never_stops_the_rest(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        read_products,
        "sku,codes,name,price,weight_g",
        "A,7290011234560,one,1,",
        "B,7290011234563,two,1,",
        ",,three,1,",
        "D,,,1,",
        "E,,five,cheap,",
        "F,,six,1,heavy",
        "A,,seven,1,",
        "H,7290011234560,eight,1,5",
        "I,half",
    )
    assert [row.sku for row in reading.rows] == ["A", "H"]
    assert refusals(reading) == [
        (3, RowRefused(RowFact.CHECK_DIGIT, "codes", "7290011234563")),
        (4, RowRefused(RowFact.MISSING, "sku")),
        (5, RowRefused(RowFact.MISSING, "name")),
        (6, RowRefused(RowFact.NOT_MONEY, "price", "cheap")),
        (7, RowRefused(RowFact.NOT_A_NUMBER, "weight_g", "heavy")),
        (8, RowRefused(RowFact.DUPLICATE, value="2")),
        (10, RowRefused(RowFact.CELLS, value="2")),
    ]


def test_a_refused_row_is_no_duplicate_of_the_next(tmp_path: Path) -> None:
    reading = read(tmp_path, read_products, "sku,name,price", "A,one,x", "A,one,1")
    assert [row.line for row in reading.rows] == [3]


def test_a_workbook_gives_the_same_rows_as_text(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["sku", "codes", "name", "price"],
        ["A", 7290011234560, "כוס", 12.5],
        ["B", "", "צלחת", "7,50"],
    ]
    text = ["sku,codes,name,price", "A,7290011234560,כוס,12.5", 'B,,צלחת,"7,50"']
    from_text = read(tmp_path, read_products, *text)
    assert read_products(workbook(tmp_path, rows), Import(TODAY)) == from_text
    assert len(from_text.rows) == 2


def test_a_supplier_is_read_with_its_terms(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        read_suppliers,
        "code,kind,name,defective,not_defective,authorization,authorization_days,window_days,window_from,minimum_value,"
        "minimum_wait_days,below_minimum,credit_percent,fee_percent,fee_by_reason,freight_payer,freight_percent,"
        "opened_accepted,photos_needed,serials_needed,credit_days,valid_from",
        'S,supplier,ספק,destroy in field for credit,credit on return,"yes, after their inspection",21,45,purchase,300,'
        "10,donate,92.5,5,EI=10 PF=7.5,us,3,no,yes,yes,60,2026-01-01",
    )
    assert reading.rows[0].terms == SupplierTerms(
        valid_from=date(2026, 1, 1),
        defective=CreditMode.DESTROY,
        not_defective=CreditMode.RETURN,
        authorization=AuthorizationNeed.INSPECTION,
        authorization_days=21,
        window_days=45,
        window_from=WindowStart.PURCHASE,
        minimum_value=30_000,
        minimum_wait_days=10,
        below_minimum=BelowMinimum.DONATE,
        credit_bp=9_250,
        fee_bp=500,
        fee_by_reason={SupplierReason.EXCESS_INVENTORY: 1_000, SupplierReason.POOR_FIT: 750},
        freight_payer=FreightPayer.US,
        freight_bp=300,
        opened_accepted=False,
        photos_needed=True,
        serials_needed=True,
        credit_days=60,
    )


def test_what_terms_leave_blank_is_as_usual(tmp_path: Path) -> None:
    reading = read(tmp_path, read_suppliers, "code,name,opened_accepted,window_days", "S,Supplier,,60")
    assert reading.rows[0].terms == SupplierTerms(window_days=60)
    assert reading.rows[0].kind is PartnerKind.SUPPLIER


@pytest.mark.parametrize(("head", "row"), [("code,name", "S,Supplier"), ("code,name,opened_accepted", "S,Supplier,")])
def test_terms_that_nobody_told_are_not_guessed(tmp_path: Path, head: str, row: str) -> None:
    assert read(tmp_path, read_suppliers, head, row).rows[0].terms is None


def test_a_charity_has_no_terms(tmp_path: Path) -> None:
    reading = read(tmp_path, read_suppliers, "code,kind,name,company_number", "C,charity,עמותה,580447193")
    assert (reading.rows[0].terms, reading.rows[0].company_number) == (None, "580447193")


@pytest.mark.parametrize(
    ("column", "text", "fact"),
    [
        ("fee_by_reason", "ZZ=5", RowFact.NOT_A_CHOICE),
        ("fee_by_reason", "PF", RowFact.NOT_A_NUMBER),
        ("credit_percent", "120", RowFact.NOT_A_NUMBER),
        ("window_from", "yesterday", RowFact.NOT_A_CHOICE),
        ("email", "a@b c@d", RowFact.NOT_AN_ADDRESS),
        ("language", "fr", RowFact.NOT_A_CHOICE),
        ("kind", "friend", RowFact.NOT_A_CHOICE),
    ],
)
def test_a_supplier_with_a_strange_value_is_refused(tmp_path: Path, column: str, text: str, fact: RowFact) -> None:
    reading = read(tmp_path, read_suppliers, f"code,name,{column}", f"S,Supplier,{text}")
    assert [(line, refusal.fact, refusal.column) for line, refusal in refusals(reading)] == [(2, fact, column)]


def test_an_announced_return_is_read_whole(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        read_expected,
        "rma,tracking,carrier,order,channel,customer,phone,vip,announced,bought,delivered,expires,stated,wanted,sku,"
        "code,description,unit_price,quantity,serial,note",
        "RMA-1,RR123456785IL PA-2,Israel Post,SO-1,post,מיכל,050-1,yes,-3d,-9d,-6d,+8d,FAULTY,exchange,WH-300,"
        "7290011234560,Headphones,169.90,1,88121733,note",
    )
    row = reading.rows[0]
    assert (row.rma, row.tracking, row.vip) == ("RMA-1", ("RR123456785IL", "PA-2"), True)
    assert (row.announced, row.expires) == (date(2026, 11, 19), date(2026, 11, 30))
    assert (row.stated, row.wanted) == (StatedReason.FAULTY, WantedOutcome.EXCHANGE)
    assert (row.code, str(row.unit_price), row.serial, row.create_product) == (
        "7290011234560",
        "169.90",
        "88121733",
        False,
    )


def test_lines_of_announced_returns_are_held_against_each_other(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        read_expected,
        "rma,customer,sku,code,quantity,serial",
        "R-1,Dana,A,,1,S-1",
        "R-1,Dana,A,,1,S-2",
        "R-1,Dana,A,,1,S-1",
        "R-1,Omer,B,,1,",
        "R-2,Omer,B,,1,",
        "R-2,Omer,,7290011234560,2,",
        "R-2,Omer,,,2,",
        "R-2,Omer,C,,0,",
        "R-2,Omer,C,,,",
    )
    assert [row.line for row in reading.rows] == [2, 3, 6, 7]
    assert refusals(reading) == [
        (4, RowRefused(RowFact.DUPLICATE, value="2")),
        (5, RowRefused(RowFact.DIFFERS, "customer", "2")),
        (8, RowRefused(RowFact.MISSING, "sku")),
        (9, RowRefused(RowFact.NOT_A_NUMBER, "quantity", "0")),
        (10, RowRefused(RowFact.MISSING, "quantity")),
    ]


def test_people_are_read_and_what_is_secret_stands_in_no_refusal(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        read_people,
        "badge,name,role,pin",
        "ID-AVI-3,אבי,supervisor,2580",
        "ID-avi-4,x,clerk,",
        "ID-EVA-5,x,clerk,12",
        "ID-BEN-6,x,chief,",
        "ID-AVI-3,x,clerk,",
    )
    assert (reading.rows[0].role, reading.rows[0].pin) == (Role.SUPERVISOR, "2580")
    assert "2580" not in repr(reading)
    assert "ID-" not in repr(reading)
    assert refusals(reading) == [
        (3, RowRefused(RowFact.NOT_A_BADGE, "badge")),
        (4, RowRefused(RowFact.NOT_A_PIN, "pin")),
        (5, RowRefused(RowFact.NOT_A_CHOICE, "role", "chief")),
        (6, RowRefused(RowFact.DUPLICATE, value="2")),
    ]


def test_pieces_in_a_box_are_read_in_order_and_may_be_alike(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        read_inside,
        "tracking,code,grade,findings,decision",
        "T-1,C-1,A,,",
        "T-1,C-1,D,NOPOWER BROKEN,HOLD",
        "T-1,C-1,Z,,",
        "T-1,C-1,A,,THROW",
    )
    assert [(row.grade, row.findings, row.decision) for row in reading.rows] == [
        (Grade.A, (), "OK"),
        (Grade.D, (Finding.NO_POWER, Finding.BROKEN), "HOLD"),
    ]
    assert [line for line, _ in refusals(reading)] == [4, 5]
