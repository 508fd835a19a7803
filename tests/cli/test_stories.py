"""``story``: the whole way from parcel to credit, from any number on it, for people and for programs."""

import pytest

from tests.cli.desk_at_hand import Commands


@pytest.fixture
def sent(run: Commands) -> str:
    """A kettle that went back to its supplier under RGA-1; the slip's number."""
    run.scan("RR402101201IL", "7290011232016", "DO-D", "DO-F-LEAKS", "DO-OK", "DO-CLOSE")
    run.done("batch", "submit", "SB-000001", "--badge", "ID-DANA-1")
    sign = ("--badge", "ID-AVI-3", "--pin-stdin", "--json")
    slip = run.done("batch", "approve", "SB-000001", *sign, typed="2580\n").json["slip"]
    run.done("batch", "authorize", "SB-000001", "--badge", "ID-DANA-1", "--authorization", "RGA-1")
    return str(run.done("show", "batch", "SB-000001", "--json").json["slip"] or slip)


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_number_on_the_way_tells_the_same(run: Commands, sent: str, language: str) -> None:
    told = {
        number: run.done("story", number, "--json", language=language).json
        for number in ("SB-000001", "IT-1-000001", "RR402101201IL", "RGA-1", sent)
    }
    steps = [[entry["step"] for entry in each["story"]] for each in told.values()]
    assert all(each == steps[0] for each in steps)
    story = told[sent]["story"]
    assert {"at", "who", "station", "what", "event", "about", "papers", "photos", "files"} <= set(story[0])
    assert all(entry["what"] for entry in story)
    assert [entry["at"] for entry in story] == sorted(entry["at"] for entry in story)
    assert sent in {paper["number"] for entry in story for paper in entry["papers"]}
    assert (told[sent]["kind"], told["RGA-1"]["kind"]) == ("batch", "authorization")
    people_read = run.done("story", "IT-1-000001", language=language).out.splitlines()
    assert len(people_read) == len(run.done("story", "IT-1-000001", "--whole", language=language).out.splitlines())
    assert any(f"[{sent}]" in line for line in people_read)


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_number_that_nobody_knows_is_refused_in_one_line(run: Commands, language: str) -> None:
    assert "NO-SUCH-7" in run.refused("story", "NO-SUCH-7", language=language)
