"""``import``: rows taken, changed, refused with line and reason; the same file again changes nothing."""

import json
import shutil
from pathlib import Path

import pytest

from returns_desk.resources import resource
from tests.cli.desk_at_hand import Commands

HEAD = "sku,name,codes,price\n"


@pytest.fixture
def products(tmp_path: Path) -> Path:
    file = tmp_path / "products.csv"
    file.write_text(HEAD + "NEW-1,One,7290011239992,10.00\nNEW-2,Two,123,x\nNEW-3,Three,,5\n", encoding="utf-8")
    return file


def test_good_rows_are_taken_and_bad_ones_say_why(run: Commands, products: Path) -> None:
    report = run.done("import", "products", products, "--json").json
    assert (report["taken"], report["changed"]) == (2, 0)
    assert [(row["line"], bool(row["reason"])) for row in report["refused"]] == [(3, True)]
    assert "line 3" in run.done("import", "products", products).out
    assert run.done("show", "product", "NEW-1", "--json").json["price"] == {"amount": "10.00", "currency": "ILS"}


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("products", "products.csv"),
        ("suppliers", "partners.csv"),
        ("expected", "expected.csv"),
        ("people", "people.csv"),
    ],
)
def test_the_same_file_again_changes_nothing(run: Commands, kind: str, file: str) -> None:
    report = run.done("import", kind, resource("sample", file), "--json").json
    assert (report["taken"], report["changed"], report["refused"]) == (0, 0, [])
    assert report["same"] > 0


def test_a_changed_row_is_changed(run: Commands, products: Path) -> None:
    run.done("import", "products", products)
    products.write_text(HEAD + "NEW-1,One,7290011239992,11.00\n", encoding="utf-8")
    assert run.done("import", "products", products, "--json").json["changed"] == 1


def test_a_trial_finds_everything_and_writes_nothing(run: Commands, products: Path) -> None:
    tried = run.done("import", "products", products, "--dry-run", "--json").json
    run.refused("show", "product", "NEW-1")
    assert tried == {**run.done("import", "products", products, "--json").json, "dry_run": True}


def test_lines_of_one_return_that_stand_apart_come_together(run: Commands, tmp_path: Path) -> None:
    lines = ["rma,customer,sku,quantity", "R-1,Anna,KX-17,1"]
    lines += [f"X-{number},Ben,T2,1" for number in range(600)]
    lines += ["R-1,Anna,T2,2"]
    file = tmp_path / "expected.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert run.done("import", "expected", file, "--json").json["taken"] == 602
    assert len(run.done("show", "rma", "R-1", "--json").json["lines"]) == 2


def test_a_mapping_is_a_file_or_a_shipped_name(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("item_code,item_name,description,price\n7290011239992,סבון,נוזלי,7.90\n", encoding="utf-8")
    run.refused("import", "products", file)
    mapped = shutil.copy(resource("mappings", "israeli_price_list.toml"), tmp_path / "mine.toml")
    assert run.done("import", "products", file, "--map", mapped, "--json").json["taken"] == 1
    assert run.done("import", "products", file, "--map", "israeli_price_list", "--json").json["same"] == 1
    run.refused("import", "expected", file, "--map", "israeli_price_list")
    run.refused("import", "products", file, "--map", "no_such_mapping")


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"%PDF-1.7", b"\x00\x01\x02", HEAD.encode()])
def test_a_file_that_holds_no_rows_of_ours_is_refused_whole(run: Commands, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(content)
    assert run.refused("import", "products", file)


def test_customers_are_honestly_refused(run: Commands, products: Path) -> None:
    assert "announced returns" in run.refused("import", "customers", products)


def test_a_file_that_is_not_there_is_refused(run: Commands, tmp_path: Path) -> None:
    assert "none.csv" in run.refused("import", "products", tmp_path / "none.csv")


def test_a_clerk_may_not_import(run: Commands, products: Path) -> None:
    run.refused("import", "products", products, "--badge", "ID-DANA-1")
    run.done("import", "products", products, "--badge", "ID-AVI-3")


def test_no_command_leads_around_an_approval(run: Commands, tmp_path: Path) -> None:
    """The computer's owner may add a clerk, but neither make a supervisor nor change one's PIN."""
    file = tmp_path / "people.csv"
    rows = ["badge,name,role,pin", "ID-EVE-9,Eve,supervisor,1111", "ID-AVI-3,אבי כהן,supervisor,1111"]
    rows += ["ID-DANA-1,דנה לוי,supervisor,2222", "ID-GIL-5,Gil,clerk,"]
    file.write_text("\n".join(rows), encoding="utf-8")
    report = run.done("import", "people", file, "--json").json
    assert report["taken"] == 1
    assert [(row["line"], row["fact"]) for row in report["refused"]] == [
        (2, "needs admin"),
        (3, "needs admin"),
        (4, "needs admin"),
    ]
    run.refused("import", "people", file, "--badge", "ID-NOA-4")
    signed = ("--badge", "ID-NOA-4", "--pin-stdin")
    assert run.done("import", "people", file, *signed, "--json", typed="1470\n").json["refused"] == []


def test_an_import_stands_in_the_journal_once(run: Commands, products: Path) -> None:
    for _ in range(2):
        run.done("import", "products", products)
    entries = json.loads(run.done("export", "journal", "--format", "json").out)
    taken = [entry for entry in entries if entry["event"] == "RowsImported"]
    assert [(json.loads(entry["facts"])["file"], entry["person"]) for entry in taken] == [("products.csv", "")]


def test_a_narrower_file_of_returns_leaves_what_it_has_no_column_for(run: Commands, tmp_path: Path) -> None:
    before = run.done("show", "rma", "RMA-20411", "--json").json
    file = tmp_path / "narrow.csv"
    file.write_text("rma,customer,sku,quantity\nRMA-20411,אבנר טל,LB-4,5\n", encoding="utf-8")
    assert run.done("import", "expected", str(file), "--json").json["changed"] == 1
    after = run.done("show", "rma", "RMA-20411", "--json").json
    assert after["lines"][0]["quantity"] == 5
    kept = ("phone", "order", "channel", "tracking", "announced", "delivered", "expires", "stated", "wanted")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
