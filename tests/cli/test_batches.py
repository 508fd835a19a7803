"""``batch``: from submission to the credit."""

import pytest

from tests.cli.desk_at_hand import Commands

AVI = ("--badge", "ID-AVI-3", "--pin-stdin")
BATCH = "SB-000001"


@pytest.fixture
def submitted(run: Commands, kettle: str) -> str:
    run.done("batch", "submit", BATCH, "--badge", "ID-DANA-1")
    return BATCH


def _state(run: Commands) -> str:
    return str(run.done("show", "batch", BATCH, "--json").json["state"])


def test_a_batch_goes_all_the_way_to_its_credit(run: Commands, submitted: str) -> None:
    approved = run.done("batch", "approve", BATCH, *AVI, "--json", typed="2580\n").json
    assert (approved["state"], approved["slip"][:3]) == ("awaiting authorization", "SR-")
    run.done("batch", "authorize", BATCH, "--badge", "ID-DANA-1", "--authorization", "RGA-77", "--until", "2999-01-31")
    run.done("batch", "pack", BATCH, "--badge", "ID-DANA-1", "--packages", "2", "--weight", "4300")
    run.done("batch", "ship", BATCH, "--badge", "ID-DANA-1", "--carrier", "DHL", "--waybill", "W1")
    credit = ("--credit", "CN-1", "--amount", "₪57.95", "--final")
    run.done("batch", "credit", BATCH, "--badge", "ID-AVI-3", *credit)
    shown = run.done("show", "batch", BATCH, "--json").json
    assert (shown["state"], shown["packages"], shown["waybill"]) == ("credited", 2, "W1")
    assert shown["credited"] == {"amount": "57.95", "currency": "ILS"}
    run.done("batch", "close", BATCH, "--badge", "ID-AVI-3")
    assert run.done("verify").code == 0


def test_approval_needs_the_supervisors_pin(run: Commands, submitted: str) -> None:
    run.refused("batch", "approve", BATCH, "--badge", "ID-AVI-3")
    run.refused("batch", "approve", BATCH, *AVI, typed="0000\n")
    run.refused("batch", "approve", BATCH, *AVI, typed="")
    assert _state(run) == "submitted"


def test_a_clerk_cannot_approve(run: Commands, submitted: str) -> None:
    run.refused("batch", "approve", BATCH, "--badge", "ID-OMER-2")
    run.refused("batch", "approve", BATCH, "--badge", "ID-OMER-2", "--pin-stdin", typed="2580\n")
    assert _state(run) == "submitted"


def test_nobody_approves_what_they_submitted(run: Commands, kettle: str) -> None:
    run.done("batch", "submit", BATCH, "--badge", "ID-AVI-3")
    assert "prepared" in run.refused("batch", "approve", BATCH, *AVI, typed="2580\n")
    run.done("batch", "approve", BATCH, "--badge", "ID-NOA-4", "--pin-stdin", typed="1470\n")


def test_lines_are_sent_back_with_a_reason(run: Commands, submitted: str, kettle: str) -> None:
    run.refused("batch", "send-back", BATCH, *AVI, typed="2580\n")
    back = ("--note", "photo missing", "--item", kettle)
    run.done("batch", "send-back", BATCH, *AVI, *back, typed="2580\n")
    assert _state(run) == "sent back"


def test_a_batch_is_withdrawn_pulled_empty_and_cancelled(run: Commands, submitted: str, kettle: str) -> None:
    run.done("batch", "withdraw", BATCH, "--badge", "ID-DANA-1")
    run.refused("batch", "pull", BATCH, "--badge", "ID-DANA-1")
    run.done("batch", "pull", BATCH, "--badge", "ID-DANA-1", "--item", kettle)
    assert "nothing" in run.refused("batch", "submit", BATCH, "--badge", "ID-DANA-1")
    run.done("batch", "cancel", BATCH, "--badge", "ID-DANA-1", "--note", "empty")
    assert _state(run) == "cancelled"


def test_a_rejected_batch_frees_its_pieces(run: Commands, submitted: str, kettle: str) -> None:
    run.done("batch", "reject", BATCH, *AVI, "--note", "not theirs", typed="2580\n")
    assert run.done("show", "item", kettle, "--json").json["batch"] == ""


@pytest.mark.parametrize("amount", ["", "many", "12.345678", "1e999"])
def test_an_amount_that_is_none_is_refused(run: Commands, submitted: str, amount: str) -> None:
    run.refused("batch", "credit", BATCH, "--badge", "ID-AVI-3", "--credit", "CN-1", "--amount", amount)


def test_a_refused_move_leaves_only_its_refusal(run: Commands, kettle: str) -> None:
    before = run.done("show", "batch", BATCH, "--json").json
    run.refused("batch", "ship", BATCH, "--badge", "ID-DANA-1")
    assert run.done("show", "batch", BATCH, "--json").json == before
    assert "refused" in run.done("export", "journal").out.casefold()


def test_a_badge_is_needed_for_every_move(run: Commands, kettle: str) -> None:
    assert run("batch", "submit", BATCH).code == 2
