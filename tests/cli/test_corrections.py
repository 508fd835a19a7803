"""``undo`` and ``product``: steps taken back and products dropped from a command line."""

from tests.cli.desk_at_hand import Commands


def step_of(run: Commands, number: str, event: str) -> str:
    timeline = run.done("show", "item", number, "--json").json["timeline"]
    return str([entry["step"] for entry in timeline if entry["event"] == event][-1])


def test_a_supervisor_takes_back_the_step_that_a_timeline_names(run: Commands, kettle: str) -> None:
    step = step_of(run, kettle, "ItemDecided")
    assert "Not allowed" in run.refused("undo", step, "--badge", "ID-DANA-1")
    taken_back = run.done("undo", step, "--badge", "ID-AVI-3", "--json").json
    assert [event["event"] for event in taken_back["events"]] == ["StepUndone"]
    shown = run.done("show", "item", kettle, "--json").json
    assert (shown["disposition"], shown["grade"]) == (None, "D")
    assert "taken back already" in run.refused("undo", step, "--badge", "ID-AVI-3")


def test_a_later_step_that_stands_in_the_way_is_named(run: Commands, kettle: str) -> None:
    said = run.refused("undo", step_of(run, kettle, "ItemGraded"), "--badge", "ID-AVI-3")
    assert "Supplier return" in said
    assert "SB-000001" in said


def test_without_a_step_it_is_the_newest_of_ones_own(run: Commands, kettle: str) -> None:
    run.done("undo", "--badge", "ID-DANA-1")
    assert run.done("show", "parcel", "RR402101201IL", "--json").json["state"] == "worked"
    assert "Nothing of yours" in run.refused("undo", "--badge", "ID-OMER-2")


def test_a_step_that_there_is_not_is_refused(run: Commands) -> None:
    for name in ("nothing", "00", "0" * 32, "'; DROP TABLE items"):
        assert "step" in run.refused("undo", name, "--badge", "ID-AVI-3")


def test_a_product_leaves_the_catalogue_and_comes_back(run: Commands) -> None:
    run.done("product", "drop", "KX-17")
    assert run.done("show", "product", "KX-17", "--json").json["state"] == "dropped"
    assert "no longer" in run.refused("product", "drop", "KX-17")
    assert "Not allowed" in run.refused("product", "restore", "KX-17", "--badge", "ID-DANA-1")
    run.done("product", "restore", "KX-17", "--badge", "ID-AVI-3", language="he")
    assert run.done("show", "product", "KX-17", "--json").json["state"] == ""
