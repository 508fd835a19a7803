"""``rules replay`` and ``rules overrides``, and how an item was decided in ``show item``."""

import signal
import sys
from pathlib import Path

import pytest

from returns_desk.cli.rules_replay import stopped_by_keyboard
from returns_desk.usecases import replay_rules
from tests.cli.desk_at_hand import Commands

ADMIN = ("--badge", "ID-NOA-4")


@pytest.fixture
def changed(run: Commands, kettle: str, tmp_path: Path) -> Path:
    """A file of rules by which no credit of a supplier comes; a kettle was decided for one."""
    file = tmp_path / "rules.toml"
    run.done("rules", "export", "-o", file)
    file.write_text(file.read_text("utf-8").replace('credit_chance = "100%"', 'credit_chance = "0%"'), "utf-8")
    return file


def test_the_rules_in_force_turn_nothing(run: Commands, kettle: str) -> None:
    said = run.done("rules", "replay", 1, *ADMIN, "--json").json
    assert (said["version"], said["file"], said["decisions"], said["changed"]) == (1, None, 1, 0)
    assert "Of 1 decisions 0 would be decided otherwise" in run.done("rules", "replay", 1, *ADMIN).out


def test_a_file_is_replayed_before_it_is_switched_on(run: Commands, changed: Path, kettle: str) -> None:
    said = run.done("rules", "replay", changed, "--last", 5, *ADMIN, "--json").json
    assert (said["version"], said["file"], said["changed"], said["stopped"]) == (None, str(changed), 1, False)
    [turn] = said["turns"]
    assert (turn["was"], turn["would"], turn["difference"]["currency"]) == ("supplier return", "recycling", "ILS")
    assert float(turn["difference"]["amount"]) > 0 > float(turn["difference_then"]["amount"])
    assert said["largest"][0]["item"] == kettle
    assert len(run.done("rules", "list", "--json").json["rows"]) == 1, "nothing is switched on by it"


@pytest.mark.parametrize(("language", "word"), [("en", "would be decided otherwise"), ("he", "היו משתנות")])
def test_a_replay_is_shown_as_tables(run: Commands, changed: Path, kettle: str, language: str, word: str) -> None:
    out = run.done("rules", "replay", changed, *ADMIN, language=language).out
    assert word in out
    assert kettle in out


def test_only_an_admin_may_replay(run: Commands, changed: Path) -> None:
    run.refused("rules", "replay", changed, "--badge", "ID-AVI-3")
    run.refused("rules", "replay", changed)
    run.refused("rules", "replay", 9, *ADMIN)
    run.refused("rules", "replay", "nowhere.toml", *ADMIN)


def test_progress_is_shown_where_somebody_sees_it(
    run: Commands, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "decisions" not in run.done("rules", "replay", changed, *ADMIN).err
    monkeypatch.setattr(sys.stderr.__class__, "isatty", lambda _: True)
    assert "1 of 1 decisions" in run.done("rules", "replay", changed, *ADMIN).err.replace("\u2068", "").replace(
        "\u2069", ""
    )


def test_ctrl_c_ends_a_replay_with_what_was_found(
    run: Commands, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay_rules, "kept_decisions", lambda *_: signal.raise_signal(signal.SIGINT) or ())
    before = signal.getsignal(signal.SIGINT)
    said = run("rules", "replay", changed, *ADMIN, "--json")
    assert (said.code, said.json["stopped"], said.json["decisions"]) == (130, True, 0)
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_twice_ends_everything_at_once() -> None:
    with stopped_by_keyboard() as stopped:
        assert not stopped()
        signal.raise_signal(signal.SIGINT)
        assert stopped()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize(("language", "name"), [("en", "Dana Levi"), ("he", "דנה לוי")])
def test_overrides_are_counted(run: Commands, language: str, name: str) -> None:
    run.scan("RR402101201IL", "7290011232016", "DO-D", "DO-RECYCLE", "DO-O-VALUE", "DO-CLOSE")
    said = run.done("rules", "overrides", "--json", language=language).json
    assert (said["days"], said["decisions"], said["overrides"]) == (90, 1, 1)
    assert said["rows"][0]["key"] == "//"
    assert said["clerks"] == [{"name": name, "decisions": 1, "overrides": 1, "share_percent": 100.0}]
    assert said["reasons"][0]["reason"] == "VALUE"
    assert name in run.done("rules", "overrides", "--days", 1, language=language).out


@pytest.mark.parametrize(
    ("language", "by", "chosen"),
    [
        ("en", "Decided by version 1 of the rules, row: everything", "Chosen: Supplier return"),
        ("he", "הוחלט לפי גרסה 1 של הכללים", "נבחר: החזרה לספק"),
    ],
)
def test_a_decided_item_shows_its_rules_and_every_way_as_it_was(
    run: Commands, kettle: str, language: str, by: str, chosen: str
) -> None:
    out = run.done("show", "item", kettle, language=language).out
    assert by in out
    assert chosen in out
    decision = run.done("show", "item", kettle, "--json").json["decision"]
    assert (decision["rule_version"], decision["rule"], decision["becomes"]) == (1, "//", "supplier return")
    assert len(decision["options"]) == 5
    supplier = next(option for option in decision["options"] if option["becomes"] == "supplier return")
    assert supplier["net"] == decision["net"]


def test_a_decision_that_was_undone_is_not_shown_as_one(run: Commands, kettle: str) -> None:
    run.scan("DO-UNDO", "DO-UNDO")
    assert run.done("show", "item", kettle, "--json").json["decision"] is None
