"""``show`` and ``list``."""

import pytest

from tests.cli.desk_at_hand import Commands

LISTED = ("parcels", "items", "batches", "documents", "exceptions", "products", "suppliers", "rmas", "people")


@pytest.mark.parametrize("kind", LISTED)
def test_every_list_has_rows_with_number_and_state(run: Commands, kettle: str, kind: str) -> None:
    page = run.done("list", kind, "--json").json
    assert set(page) == {"rows", "total"}
    assert page["total"] >= len(page["rows"])
    assert all({"number", "state"} <= set(row) for row in page["rows"])
    run.done("list", kind)
    run.done("list", kind, language="he")


def test_the_rows_hold_what_scripts_rely_on(run: Commands, kettle: str) -> None:
    parcel = run.done("list", "parcels", "--state", "closed", "--json").json["rows"][0]
    assert (parcel["tracking"], parcel["rmas"]) == ("RR402101201IL", ["RMA-20402"])
    item = run.done("list", "items", "--json").json["rows"][0]
    assert {key: item[key] for key in ("number", "parcel", "sku", "grade", "disposition", "batch")} == {
        "number": kettle,
        "parcel": "RR402101201IL",
        "sku": "KX-17",
        "grade": "D",
        "disposition": "supplier",
        "batch": "SB-000001",
    }
    batch = run.done("list", "batches", "--json").json["rows"][0]
    assert (batch["partner"], batch["lines"]) == ("Galil Electric Ltd", 1)
    assert batch["expected_credit"] == {"amount": "57.95", "currency": "ILS"}


def test_a_list_is_cut_at_its_limit_and_says_how_much_there_is(run: Commands) -> None:
    page = run.done("list", "products", "--limit", "3", "--json").json
    assert len(page["rows"]) == 3
    assert page["total"] > 60
    assert f"{page['total'] - 3} more" in run.done("list", "products", "--limit", "3").out


@pytest.mark.parametrize("state", ["put-back", "put_back", "Put Back"])
def test_a_state_may_be_written_with_a_hyphen(run: Commands, state: str) -> None:
    assert run.done("list", "items", "--state", state, "--json").json["rows"] == []


def test_a_state_that_there_is_not_is_refused(run: Commands) -> None:
    assert "flying" in run.refused("list", "items", "--state", "flying")
    assert "open" in run.refused("list", "products", "--state", "open")


def test_an_item_is_shown_with_its_timeline(run: Commands, kettle: str) -> None:
    shown = run.done("show", "item", kettle, "--json").json
    assert shown["number"] == kettle
    assert [entry["event"] for entry in shown["timeline"]][:3] == ["ItemTaken", "LabelQueued", "ItemGraded"]
    assert len(shown["timeline"][0]["step"]) == 32
    assert set(shown["timeline"][0]) >= {"at", "who", "station", "what"}
    assert shown["timeline"][0]["at"].endswith("Z")
    assert shown["timeline"][0]["who"] == "דנה לוי"
    assert "\u2068" not in str(shown)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("parcel", "RR402101201IL"),
        ("batch", "SB-000001"),
        ("product", "KX-17"),
        ("product", "7290011232016"),
        ("rma", "rma-20402"),
        ("supplier", "galil"),
    ],
)
def test_everything_is_shown_to_people_and_programs(run: Commands, kettle: str, kind: str, number: str) -> None:
    assert "timeline" in run.done("show", kind, number, "--json").json
    assert "Number" in run.done("show", kind, number).out
    assert "מספר" in run.done("show", kind, number, language="he").out


@pytest.mark.parametrize("kind", ["parcel", "item", "batch", "product", "rma", "supplier"])
def test_a_number_that_nothing_has_is_refused_in_words(run: Commands, kind: str) -> None:
    assert "NOPE-1" in run.refused("show", kind, "NOPE-1")


def test_exceptions_are_what_somebody_should_look_at(run: Commands) -> None:
    run.scan("JD014600006281234567", "7290011231088", "DO-C", "DO-HOLD")
    rows = run.done("list", "exceptions", "--json").json["rows"]
    assert {(row["kind"], row["subject"]) for row in rows} >= {("held", "item"), ("unmatched", "parcel")}


def test_every_way_is_shown_with_its_money_and_what_blocks_it(run: Commands, kettle: str) -> None:
    found = run.done("show", "item", kettle, "--json").json["recommendation"]
    ways = {option["becomes"]: option for option in found["options"]}
    assert list(ways) == ["available", "open box", "supplier return", "donation", "recycling"]
    assert (found["rule_version"], found["advised"], found["best"]) == (1, "supplier return", "supplier return")
    supplier = ways["supplier return"]
    assert [(part["part"], part["amount"]["amount"]) for part in supplier["parts"]] == [
        ("credit", "61.00"),
        ("restocking fee", "-3.05"),
        ("handling", "-3.30"),
    ]
    assert [supplier[name]["amount"] for name in ("recovery", "cost", "net")] == ["57.95", "3.30", "54.65"]
    assert (supplier["chance_percent"], supplier["settled_batches"], supplier["blocks"]) == (100.0, 0, [])
    assert ways["available"]["blocks"] == ["grade", "unsafe"]
    assert ways["recycling"]["stream"] == "electronic"


def test_every_way_is_told_to_a_person_line_by_line(run: Commands, kettle: str) -> None:
    told = run.done("show", "item", kettle).out
    assert "Recommended: Supplier return: credit ₪57.95, net ₪54.65, faulty within 90 days (70 left)" in told
    for line in ("Credit ₪61.00", "Restocking fee -₪3.05", "Handling -₪3.30", "Net ₪54.65"):
        assert f"        {line}\n" in told
    assert "        Blocked: not with this grade\n" in told
    assert "מומלץ: החזרה לספק: זיכוי" in run.done("show", "item", kettle, language="he").out


def test_before_its_grade_an_item_has_no_ways(run: Commands) -> None:
    run.scan("RR402101201IL", "7290011232016")
    assert run.done("show", "item", "IT-1-000001", "--json").json["recommendation"] is None
    assert "The ways today" not in run.done("show", "item", "IT-1-000001").out


def test_a_product_shows_its_stock_and_how_it_came_there(run: Commands, kettle: str) -> None:
    shown = run.done("show", "product", "7290011232016", "--json").json
    heaps = {(heap["stock"], heap["quantity"]) for heap in shown["stock"]}
    assert ("supplier return", 1) in heaps
    newest = shown["movements"][0]
    assert (newest["item"], newest["from_status"], newest["to_status"]) == (kettle, "quarantine", "supplier return")
    assert kettle in newest["what"]
    assert newest["who"]
    for language in ("he", "en"):
        text = run.done("show", "product", "KX-17", language=language).out
        assert kettle in text
