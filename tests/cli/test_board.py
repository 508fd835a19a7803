"""``batch ready``, ``turn`` and ``destroy``; ``list batches --urgent``: the board on the command line."""

from tests.cli.desk_at_hand import Commands

DANA, AVI = ("--badge", "ID-DANA-1"), ("--badge", "ID-AVI-3")
BATCH = "SB-000001"


def test_the_board_says_what_to_do_with_each_batch(run: Commands, kettle: str) -> None:
    row = run.done("list", "batches", "--urgent", "--json").json["rows"][0]
    assert (row["number"], row["proposal"], row["proposal_why"]) == (BATCH, "wait", "minimum open")
    assert row["missing_to_minimum"] == {"amount": "239.00", "currency": "ILS"}
    assert row["proposal_days"] == 21
    assert row["evidence_missing"] == []
    assert "239.00" in run.done("list", "batches", "--urgent").out


def test_a_plain_list_is_as_it_was(run: Commands, kettle: str) -> None:
    row = run.done("list", "batches", "--json").json["rows"][0]
    assert row["number"] == BATCH
    assert "proposal" not in row


def test_a_batch_is_made_ready_and_opened_again(run: Commands, kettle: str) -> None:
    assert run.done("batch", "ready", BATCH, *DANA, "--json").json["state"] == "ready"
    assert run.done("batch", "reopen", BATCH, *DANA, "--json").json["state"] == "collecting"


def test_a_batch_is_turned(run: Commands, kettle: str) -> None:
    run.refused("batch", "turn", BATCH, *DANA)
    assert kettle in run.refused("batch", "turn", BATCH, *DANA, "--to", "donate")
    turned = run.done("batch", "turn", BATCH, *DANA, "--to", "recycle", "--note", "too far", "--json").json
    assert turned["state"] == "cancelled"
    assert run.done("show", "batch", "RB-000001", "--json").json["lines"][0]["item"] == kettle


def test_goods_that_the_supplier_wants_back_are_not_destroyed(run: Commands, kettle: str) -> None:
    run.done("batch", "submit", BATCH, *DANA)
    run.done("batch", "approve", BATCH, *AVI, "--pin-stdin", typed="2580\n")
    run.refused("batch", "destroy", BATCH, *DANA, "--witness", "Yossi")


def test_goods_are_destroyed_before_a_witness(run: Commands) -> None:
    run.scan("RR402109647IL", "7290011235055", "DO-D", "DO-OK", "DO-OK")
    assert "IT-1-000001" in run.refused("batch", "submit", BATCH, *DANA)
    row = run.done("list", "batches", "--urgent", "--json").json["rows"][0]
    assert (row["mode"], row["evidence_missing"]) == ("destroy", [{"item": "IT-1-000001", "kinds": ["defect"]}])
