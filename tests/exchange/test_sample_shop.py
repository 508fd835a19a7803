"""The sample shop: files in the very import format, whole, and rich enough to show the trade."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from stdnum import ean
from stdnum.il import hp

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.people import Role
from returns_desk.domain.terms import AuthorizationNeed, CreditMode
from returns_desk.exchange.read_expected import read_expected
from returns_desk.exchange.read_inside import read_inside
from returns_desk.exchange.read_people import read_people
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.read_suppliers import read_suppliers
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import ExpectedRow, InsideRow, PersonRow, ProductRow, SupplierRow
from returns_desk.resources import resource

TODAY = date(2026, 11, 22)
WANTED = Import(TODAY)
S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def sample(name: str) -> Path:
    return resource("sample", f"{name}.csv")


@pytest.fixture(scope="module")
def products() -> dict[str, ProductRow]:
    reading = read_products(sample("products"), WANTED)
    assert not reading.refused
    return {row.sku: row for row in reading.rows}


@pytest.fixture(scope="module")
def partners() -> dict[str, SupplierRow]:
    reading = read_suppliers(sample("partners"), WANTED)
    assert not reading.refused
    return {row.code: row for row in reading.rows}


@pytest.fixture(scope="module")
def expected() -> tuple[ExpectedRow, ...]:
    reading = read_expected(sample("expected"), WANTED)
    assert not reading.refused
    return reading.rows


@pytest.fixture(scope="module")
def inside() -> tuple[InsideRow, ...]:
    reading = read_inside(sample("inside"), WANTED)
    assert not reading.refused
    return reading.rows


@pytest.fixture(scope="module")
def people() -> dict[str, PersonRow]:
    reading = read_people(sample("people"), WANTED)
    assert not reading.refused
    return {row.badge: row for row in reading.rows}


def test_products_have_two_names_a_valid_ean_a_place_and_a_supplier(
    products: dict[str, ProductRow], partners: dict[str, SupplierRow]
) -> None:
    assert len(products) >= 60
    assert len({code for row in products.values() for code in row.codes}) == len(products)
    for row in products.values():
        assert all(len(code) == 13 and ean.is_valid(code) for code in row.codes)
        assert row.name != row.name_en
        assert row.name_en.isascii() or "×" in row.name_en
        assert row.place
        assert row.cost is not None
        assert row.price is not None
        assert row.cost.minor < row.price.minor
        assert partners[row.supplier].kind is PartnerKind.SUPPLIER


def test_partners_differ_in_their_terms(partners: dict[str, SupplierRow]) -> None:
    kinds = Counter(row.kind for row in partners.values())
    assert kinds == {PartnerKind.SUPPLIER: 5, PartnerKind.CHARITY: 1, PartnerKind.RECYCLER: 1}
    assert all(hp.is_valid(row.company_number) for row in partners.values())
    terms = [row.terms for row in partners.values() if row.terms]
    assert any(t.not_defective is CreditMode.NONE for t in terms)
    assert any(t.defective is t.not_defective is CreditMode.RETURN for t in terms)
    assert any(t.defective is CreditMode.DESTROY for t in terms)
    assert {t.authorization for t in terms} == set(AuthorizationNeed)
    assert any(t.minimum_value == 30_000 and t.fee_bp == 500 for t in terms)
    assert any(not t.opened_accepted for t in terms)
    assert any(t.photos_needed for t in terms)
    assert min(t.window_days for t in terms) == 30
    assert {row.language for row in partners.values()} == {"he", "en"}


def test_the_people_are_those_that_the_manual_names(people: dict[str, PersonRow]) -> None:
    assert {badge: (row.role, row.pin) for badge, row in people.items()} == {
        "ID-DANA-1": (Role.CLERK, ""),
        "ID-OMER-2": (Role.CLERK, ""),
        "ID-AVI-3": (Role.SUPERVISOR, "2580"),
        "ID-NOA-4": (Role.ADMIN, "1470"),
    }
    assert all(row.name and row.name_en for row in people.values())


def test_announced_returns_cover_what_happens_in_a_day(
    expected: tuple[ExpectedRow, ...], products: dict[str, ProductRow], partners: dict[str, SupplierRow]
) -> None:
    lines = Counter(row.rma for row in expected)
    boxes = Counter({(row.tracking, row.rma) for row in expected})
    shared = Counter(tracking for tracking, _ in boxes)
    assert len(lines) == 25
    assert all(row.sku in products for row in expected)
    assert 1 in lines.values()
    assert max(lines.values()) >= 3
    assert max(shared.values()) == 2
    assert any(row.expires and row.expires < TODAY for row in expected)
    assert any(row.quantity > 1 for row in expected)
    assert {row.vip for row in expected} == {True, False}
    assert any(row.customer.isascii() for row in expected)
    assert all(row.bought and row.delivered and row.bought <= row.delivered <= TODAY for row in expected)
    open_windows = [_window_open(row, products, partners) for row in expected]
    assert open_windows.count(False) == 1


def _window_open(row: ExpectedRow, products: dict[str, ProductRow], partners: dict[str, SupplierRow]) -> bool:
    terms = partners[products[row.sku].supplier].terms
    assert terms
    ends = terms.window_ends(purchased=row.bought, delivered=row.delivered, returned=TODAY)
    return ends is not None and ends >= TODAY


def test_tracking_numbers_of_the_post_have_right_check_digits(expected: tuple[ExpectedRow, ...]) -> None:
    numbers = {number for row in expected for number in row.tracking if row.carrier == "Israel Post"}
    assert len(numbers) >= 15
    for number in numbers:
        assert number.endswith("IL")
        rest = 11 - sum(int(d) * w for d, w in zip(number[2:10], S10_WEIGHTS, strict=True)) % 11
        assert int(number[10]) == {10: 0, 11: 5}.get(rest, rest)


def test_serialised_pieces_are_announced_with_their_serials(
    expected: tuple[ExpectedRow, ...], products: dict[str, ProductRow]
) -> None:
    assert [row.rma for row in expected if products[row.sku].serialised and not row.serial] == []


def test_the_boxes_hold_what_was_announced_but_for_one_wrong_and_one_missing_piece(
    expected: tuple[ExpectedRow, ...], inside: tuple[InsideRow, ...], products: dict[str, ProductRow]
) -> None:
    by_code = {code: row.sku for row in products.values() for code in row.codes}
    announced: Counter[tuple[str, str, str]] = Counter()
    for row in expected:
        announced[row.tracking[0], row.sku, row.serial] += row.quantity
    found = Counter((row.tracking, by_code[row.code], row.serial) for row in inside)
    assert {row.tracking for row in inside} == {row.tracking[0] for row in expected}
    assert [sku for _, sku, _ in announced - found] == ["WH-300", "PC-24"]
    assert [sku for _, sku, _ in found - announced] == ["KD-20"]
    assert {row.grade.value for row in inside} == set("ABCDE")
    assert all(row.caption and row.caption_en for row in inside)


def test_dates_move_with_the_day_so_that_the_sample_never_ages() -> None:
    later = read_expected(sample("expected"), Import(date(2031, 5, 1))).rows
    assert max(row.announced for row in later if row.announced) < date(2031, 5, 1)
    assert min(row.bought for row in later if row.bought) > date(2031, 1, 1)
