"""``import places``, ``list places``, ``show place`` and ``place``: bins without a window."""

from pathlib import Path

from tests.cli.desk_at_hand import Commands

DANA, AVI = ("--badge", "ID-DANA-1"), ("--badge", "ID-AVI-3")
PLATE = "IT-1-000001"
FAN = ("RR402104123IL", "7290011236021", "DO-B", "DO-OK")  # an opened box of a category that has no place for such


def test_places_come_from_a_file_again_and_again_and_are_listed(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("code,name,status,categories\nK-1,Shelf,open box,home\nDO-OK,,,\n", encoding="utf-8")
    tried = run.done("import", "places", file, "--dry-run", *AVI, "--json").json
    assert (tried["taken"], [row["line"] for row in tried["refused"]]) == (1, [3])
    assert "K-1" not in run.done("list", "places").out
    run.done("import", "places", file, *AVI)
    assert run.done("import", "places", file, *AVI, "--json").json["same"] == 1
    rows = {row["number"]: row for row in run.done("list", "places", "--json").json["rows"]}
    assert rows["K-1"] == {
        "number": "K-1",
        "state": "",
        "name": "Shelf",
        "holds": "open box",
        "categories": ["home"],
        "pieces": 0,
    }
    assert "אריזות פתוחות: מטבח" in run.done("list", "places", language="he").out


def test_a_piece_without_a_place_stands_out_until_it_is_put_in_one(run: Commands) -> None:
    run.scan(*FAN)
    (row,) = run.done("list", "exceptions", "--kind", "no-place", "--json").json["rows"]
    assert (row["number"], row["state"], row["ways"]) == (PLATE, "decided", ["put", "open"])
    assert "Open box" in run.refused("place", PLATE, "B-14-2", *DANA)
    done = run.done("place", PLATE, "OB-C-1", *DANA, "--json").json
    assert (done["state"], done["stock"], done["place"]) == ("placed", "open box", "OB-C-1")
    assert run.done("list", "exceptions", "--kind", "no-place", "--json").json["rows"] == []
    shown = run.done("show", "place", "ob-c-1", "--json").json
    assert (shown["pieces"], [item["number"] for item in shown["items"]]) == (1, [PLATE])
    assert run("verify").code == 0


def test_a_place_is_used_no_longer_once_no_product_calls_it_its_own(run: Commands) -> None:
    assert "WH-300" in run.refused("place", "drop", "B-14-2", *AVI)
    assert run.done("place", "drop", "OB-H-1", *AVI, "--json").json["state"] == "dropped"
    assert "OB-H-1" in run.refused("place", "drop", "OB-H-1", *AVI)
    run.refused("place", "drop", "OB-E-1", *DANA)


def test_an_unknown_place_or_piece_is_said_in_words(run: Commands) -> None:
    assert "No place Z-9 is known" in run.refused("show", "place", "Z-9")
    run.scan(*FAN)
    assert "No place Z-9 is known" in run.refused("place", PLATE, "Z-9", *DANA)
    assert "IT-9-000009" in run.refused("place", "IT-9-000009", "OB-C-1", *DANA)
