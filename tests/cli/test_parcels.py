"""``parcel``: what a parcel is, said without a window."""

import pytest

from tests.cli.desk_at_hand import Commands

BOX, DANA = "PA-1-000001", ("--badge", "ID-DANA-1")
KETTLE, MICROPHONE = "7290011232016", "MC7-440213"


@pytest.fixture
def unknown(run: Commands) -> Commands:
    """A shop in which an unknown parcel with a kettle was worked and closed."""
    run.scan("JD014600006281234567", KETTLE, "DO-D", "DO-OK", "DO-CLOSE")
    return run


def test_unmatched_parcels_are_listed_with_how_long_they_are_here(unknown: Commands) -> None:
    listed = unknown.done("list", "parcels", "--state", "unmatched", "--json").json
    assert [row["number"] for row in listed["rows"]] == [BOX]
    assert listed["rows"][0]["age_days"] >= 0
    assert BOX in unknown.done("list", "parcels", "--state", "unmatched").out


def test_a_parcel_is_described_told_and_matched(unknown: Commands) -> None:
    described = unknown.done(
        "parcel", "describe", BOX, "--sender", "Shira, 052-555-0102", "--condition", "wet", "--weight", "1400", *DANA,
        "--json",
    ).json  # fmt: skip
    assert (described["condition"], described["weight_g"]) == ("wet", 1400)
    told = unknown.done("parcel", "candidates", BOX, "--json").json["rows"]
    assert told[0]["number"] == "RMA-20402"
    assert {ground["ground"] for ground in told[0]["grounds"]} == {"phone", "product", "days"}
    assert "RMA-20402" in unknown.done("parcel", "candidates", BOX).out
    matched = unknown.done("parcel", "match", BOX, "RMA-20402", *DANA, "--json").json
    assert (matched["rmas"], matched["events"]) == (["RMA-20402"], ["ParcelMatched"])
    unknown.refused("parcel", "match", BOX, "RMA-20402", *DANA)
    assert unknown.done("verify").code == 0


def test_a_parcel_becomes_a_return_without_authorization(unknown: Commands) -> None:
    made = unknown.done("parcel", "unauthorized", BOX, *DANA, "--json").json
    assert made["rmas"] == ["RA-1-000001"]
    assert unknown.done("show", "rma", "RA-1-000001", "--json").json["authorized"] is False


def test_an_order_that_nobody_announced_comes_back(run: Commands) -> None:
    answers = run.scan("JD014600006281234567", MICROPHONE, "DO-B", "SO-88201", "DO-OK")
    assert all(answer["ok"] for answer in answers)
    assert "SO-88201" in answers[-2]["way_on"]
    assert (answers[-2]["question"], answers[-2]["choices"]) == ("which return", ["SO-88201"])
    assert (answers[-1]["question"], answers[-1]["choices"]) == (None, [])
    shown = run.done("show", "rma", "RA-1-000001", "--json").json
    assert [(line["sku"], line["received"]) for line in shown["lines"]] == [("MC-7", 1), ("WC-HD", 0)]


def test_a_strangers_parcel_goes_back(run: Commands) -> None:
    run.scan("JD014600006281234567", "DO-NEXT")
    assert run.done("parcel", "not-ours", BOX, *DANA, "--json").json["state"] == "not ours"
    assert run.done("parcel", "sent-back", BOX, *DANA, "--json").json["state"] == "sent back"
    run.refused("parcel", "not-ours", BOX, *DANA)


@pytest.mark.parametrize(
    "arguments",
    [
        ("match", BOX, *DANA),
        ("match", BOX, "RMA-20402"),
        ("match", BOX, "RMA-9", *DANA),
        ("candidates", "PA-9-9"),
        ("unauthorized", BOX, "--order", "SO-404", *DANA),
        ("sent-back", BOX, *DANA),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(unknown: Commands, arguments: tuple[str, ...]) -> None:
    before = unknown.done("show", "parcel", BOX, "--json").json["rmas"]
    unknown.refused("parcel", *arguments)
    assert unknown.done("show", "parcel", BOX, "--json").json["rmas"] == before


def test_sales_come_in_and_come_again(run: Commands, shared_sales: str) -> None:
    first = run.done("import", "sales", shared_sales, "--json").json
    assert (first["taken"], first["changed"], first["refused"]) == (1, 0, [])
    again = run.done("import", "sales", shared_sales, "--json").json
    assert (again["taken"], again["same"]) == (0, 1)


@pytest.fixture
def shared_sales(run: Commands) -> str:
    """A file with one sold line."""
    path = run.home / "sold.csv"
    path.write_text("order,sku,quantity,price\nSO-99001,KX-17,1,129.90\n", encoding="utf-8")
    return str(path)


def test_a_matched_parcel_names_its_return_where_candidates_are_asked_for(unknown: Commands) -> None:
    unknown.done("parcel", "match", BOX, "RMA-20402", *DANA)
    assert "RMA-20402" in unknown.done("parcel", "candidates", BOX).out


@pytest.mark.parametrize(("language", "said"), [("he", "נקלטה במלואה"), ("en", "All received")])
def test_where_a_return_stands_is_said_in_the_clerks_language(unknown: Commands, language: str, said: str) -> None:
    unknown.done("parcel", "match", BOX, "RMA-20402", *DANA)
    assert said in unknown.done("list", "rmas", language=language).out
    assert said in unknown.done("show", "rma", "RMA-20402", language=language).out
    assert unknown.done("list", "rmas", "--state", "received", "--json").json["rows"][0]["state"] == "received"
    assert unknown.done("list", "rmas", "--state", "partly-received", "--json").json["rows"] == []
