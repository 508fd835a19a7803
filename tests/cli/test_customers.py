"""``policy``, ``limits``, ``agree``, ``dispute``: what customers get, at the command line."""

from pathlib import Path

import pytest

from tests.cli.desk_at_hand import Commands

DANA = ("--badge", "ID-DANA-1")
AVI = ("--badge", "ID-AVI-3")
ESPRESSO = "1Z5A7W210368412668\n7290011232030\nEM15-204417\nDO-D\n"
CABLE = "RR402100166IL\n7290011231088\nDO-B\n"
ITEM = "IT-1-000001"


@pytest.fixture
def cable(run: Commands) -> str:
    """A cable of 29.90 in hand, delivered nine days ago, given back five days after."""
    run.done("scan", *DANA, typed=CABLE)
    return ITEM


def test_the_policies_in_force_are_listed_with_the_word_about_counsel(run: Commands) -> None:
    listed = run.done("policy", "list", "--json").json
    assert [row["code"] for row in listed["rows"]] == ["il-distance", "il-shop", "generic"]
    assert listed["rows"][0]["fee_cap"] == {"amount": "100.00", "currency": "ILS"}
    for language, counsel in (("en", "checked with counsel"), ("he", "יועץ משפטי")):
        assert counsel in run.done("policy", "list", language=language).out


def test_a_policy_gets_a_new_version_from_a_file(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(
        'valid_from = 2199-01-01\nwindow_days = 21\nfee_percent = 2.5\nfee_cap = "80"\n'
        "[window_by_category]\ntoys = 60\n"
    )
    made = run.done("policy", "set", "il-distance", "--file", file, *AVI, "--json").json
    assert (made["version"], made["fee_percent"], made["fee_cap"]["amount"]) == (2, 2.5, "80.00")
    shown = run.done("policy", "show", "il-distance", "--json").json
    assert [one["version"] for one in shown["versions"]] == [1, 2]
    assert shown["window_by_category"] == {"toys": 60}
    assert shown["protected_months"] == 4, "what the file leaves out stays"
    assert run.done("policy", "list", "--json").json["rows"][0]["version"] == 1, "not in force yet"
    assert "2.5" in run.done("policy", "show", "il-distance").out


@pytest.mark.parametrize(
    "written",
    [
        "window_days = true",
        "fee_percent = 1.234",
        'fee_cap = "much"',
        "window = 5",
        "valid_from = 5",
        "channels = 3",
        "x",
    ],
)
def test_a_file_that_is_no_policy_is_refused(run: Commands, tmp_path: Path, written: str) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(written)
    run.refused("policy", "set", "eu", "--file", file, *AVI)
    run.refused("policy", "set", "eu", "--file", tmp_path / "none.toml", *AVI)
    run.refused("policy", "set", "nowhere", "--file", file, *AVI)
    run.refused("policy", "show", "eu")


def test_only_who_may_lays_rules_down(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text("window_days = 1")
    run.refused("policy", "set", "generic", "--file", file, *DANA)
    run.refused("policy", "set", "generic", "--file", file)
    run.refused("limits", "--clerk-amount", "1", *DANA)


def test_limits_are_shown_and_changed(run: Commands) -> None:
    assert run.done("limits", "--json").json["clerk_amount"]["amount"] == "300.00"
    run.done("limits", "--clerk-amount", "450.50", "--weight-off", "12.5", *AVI)
    now = run.done("limits", "--json").json
    assert (now["clerk_amount"]["amount"], now["weight_off_percent"], now["wrong_items"]) == ("450.50", 12.5, 3)
    run.refused("limits", "--clerk-amount", "much", *AVI)


def test_what_the_policy_grants_is_agreed_and_shown(run: Commands, cable: str) -> None:
    said = run.done("agree", cable, "--outcome", "refund", *DANA, "--json").json
    assert said["events"] == ["OutcomeAgreed"]
    shown = run.done("show", "item", cable, "--json").json
    assert shown["policy"]["verdict"] == "allowed"
    assert shown["policy"]["code"] == "il-distance"
    assert shown["policy"]["fee"] == {"amount": "1.50", "currency": "ILS"}
    assert shown["agreed"]["amount"] == {"amount": "28.40", "currency": "ILS"}
    assert "Day 5 of 14" in " ".join(shown["policy"]["said"])
    assert "יום 5 מתוך 14" in run.done("show", "item", cable, language="he").out
    run.done("agree", cable, "--outcome", "credit", "--amount", "20", *DANA)
    assert run.done("show", "item", cable, "--json").json["agreed"]["outcome"] == "store_credit"


def test_over_the_limit_a_supervisor_signs_too(run: Commands) -> None:
    said = run.done("scan", *DANA, "--json", typed=f"{ESPRESSO}DO-C-REFUND\n").objects[-1]
    assert (said["ok"], said["refusal"]) == (False, "ApprovalNeeded")
    assert "supervisor" in said["way_on"]
    agree = ("agree", ITEM, "--outcome", "refund", *DANA)
    assert "second signature" in run.refused(*agree)
    run.refused(*agree, "--second-badge", "ID-AVI-3")
    run.refused(*agree, "--second-badge", "ID-AVI-3", "--pin-stdin", typed="0000\n")
    run.refused(*agree, "--second-badge", "ID-OMER-2", "--pin-stdin", typed="2580\n")
    run.done(*agree, "--second-badge", "ID-AVI-3", "--pin-stdin", typed="2580\n")
    entry = run.done("show", "item", ITEM, "--json").json["timeline"][-1]
    assert entry["event"] == "OutcomeAgreed"
    assert "Avi" in run.done("show", "item", ITEM).out
    assert entry["who"].startswith("דנה")


def test_nobody_signs_twice(run: Commands) -> None:
    run.done("scan", *DANA, typed=ESPRESSO)
    agree = ("agree", ITEM, "--outcome", "refund", *AVI, "--pin-stdin")
    run.refused(*agree, typed="2580\n")
    run.refused(*agree, "--second-badge", "ID-AVI-3", typed="2580\n")
    run.done(*agree, "--second-badge", "ID-NOA-4", typed="1470\n")


def test_a_dispute_is_noted_and_stands_in_the_piece(run: Commands, cable: str) -> None:
    run.done("dispute", cable, "wants the shipping too", *DANA)
    assert run.done("show", "item", cable, "--json").json["dispute"] == "wants the shipping too"
    run.refused("dispute", "IT-9-9", "x", *DANA)
    run.refused("agree", "IT-9-9", "--outcome", "none", *DANA)
    run.refused("agree", cable, "--outcome", "none", "--amount", "5", *DANA)
    run.refused("agree", cable, "--outcome", "refund", "--amount", "much", *DANA)
