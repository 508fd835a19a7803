"""Rules are replayed before they are switched on, come from files and go into them; overrides stand beside them."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from returns_desk.desktop.screens.deciding.files import FilesCard
from returns_desk.desktop.screens.deciding.page import DecidingPage
from returns_desk.desktop.screens.deciding.replay_card import ReplayCard
from returns_desk.domain.items import StockStatus
from returns_desk.domain.replay import Replayed, Sums
from returns_desk.wording import Words
from returns_desk.wording.replay import say_replayed, say_turn
from tests.desktop.deciding.conftest import OpenRules, Rules, plain

KETTLE = "7290011232016"
OVERRIDDEN = ("RR402101201IL", KETTLE, "DO-D", "DO-RECYCLE", "DO-O-VALUE", "DO-CLOSE", "ID-NOA-4")


def replayed(rules: Rules) -> str:
    """Press Replay and wait for what it says."""
    rules.press("rules_replay")
    rules.until(lambda: rules.enabled("rules_export"))
    return rules.said("replay_said")


def test_other_rules_are_replayed_over_what_was_decided(open_rules: OpenRules) -> None:
    rules = open_rules("ID-OMER-2", "en", *OVERRIDDEN)
    assert replayed(rules).startswith("Of 1 decisions 0 would be decided otherwise")
    rules.type("rule_credit_chance", "0")
    said = replayed(rules)
    assert "Of 1 decisions 1 would be decided otherwise" in said
    assert "Of 1 overrides 1 would have been advised" in said
    (turn, together) = rules.rows("replay_table")
    assert turn[:2] == ["Supplier return, now Recycle", "1"]
    assert "won" in turn[2]
    assert together[:3] == ["Together", "1", turn[2]]
    rules.press("replay_by_categories")
    assert [row[0] for row in rules.rows("replay_table")] == ["kitchen", "Together"]
    rules.press("replay_by_largest")
    assert rules.rows("replay_table")[0][0] == "IT-1-000001 · kitchen · Supplier return, now Recycle"
    rules.press("replay_close")
    assert not rules.find(ReplayCard, "rule_replay").isVisible()


def test_a_replay_over_nothing_says_so(open_rules: OpenRules) -> None:
    assert "No decision has been kept yet" in replayed(open_rules())


def test_a_replay_that_was_stopped_tells_what_it_saw(open_rules: OpenRules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("returns_desk.desktop.screens.deciding.replay_job.PIECE", 1)
    rules = open_rules("ID-OMER-2", "en", *OVERRIDDEN)
    rules.find(QPushButton, "rules_replay").click()
    assert not rules.enabled("rules_switch_on")
    rules.find(QPushButton, "replay_stop").click()
    rules.until(lambda: rules.enabled("rules_export"))
    assert rules.said("replay_said").startswith("Stopped before the end")


@pytest.mark.parametrize(
    ("minor", "said"), [(4_210, "₪42.10 won"), (-4_210, "₪42.10 lost"), (0, "no money won or lost")]
)
def test_money_won_and_lost_is_said_in_a_word(minor: int, said: str) -> None:
    found = Replayed(2, 10, 3, (), (), (), (Sums("ILS", 10, 3, 0, minor),), stopped=True)
    (line,) = say_replayed(Words("en"), found)
    assert plain(line) == f"Stopped before the end. Of 10 decisions 3 would be decided otherwise: {said}"


def test_where_every_way_is_blocked_the_turn_says_so() -> None:
    assert plain(say_turn(Words("en"), None, StockStatus.OPEN_BOX)) == "Every way is blocked, now Restock as open box"


def test_overrides_stand_beside_their_row_and_are_counted_four_ways(open_rules: OpenRules) -> None:
    rules = open_rules("ID-OMER-2", "en", *OVERRIDDEN)
    assert rules.rows()[0][4] == "1 of 1"
    assert rules.rows("overrides_table") == [["everything", "1 of 1", "100%"]]
    rules.press("overrides_by_clerks")
    assert rules.rows("overrides_table")[0][0] == "Omer Peretz"
    rules.press("overrides_by_reasons")
    assert rules.rows("overrides_table")[0][1:] == ["1 of 1", "100%"]
    assert "In 90 days: 1 of 1 decisions" in rules.said("rule_overrides")


def test_rules_go_into_a_file_and_come_back_as_a_draft(open_rules: OpenRules, tmp_path: Path) -> None:
    rules = open_rules()
    rules.type("rule_open_box_a", "77")
    files: Any = rules.find(FilesCard, "rule_file_faults_card")
    file = tmp_path / "rules.toml"
    files.save_file(file)
    assert str(file) in rules.notice
    assert "open_box_a" in file.read_text(encoding="utf-8")
    assert not rules.enabled("rules_import"), "a draft is not lost to a file"
    rules.press("rules_drop")
    files.take_file(file)
    rules.until(lambda: "is the draft now" in rules.notice)
    assert rules.find(QLineEdit, "rule_open_box_a").text() == "77"
    assert rules.enabled("rules_switch_on")
    assert [each.book.version for each in rules.page.board.look.versions] == [1], "nothing counts yet"


def test_the_rules_of_the_program_are_written_so_that_they_can_be_taken_in(
    open_rules: OpenRules, tmp_path: Path
) -> None:
    rules = open_rules()
    files: Any = rules.find(FilesCard, "rule_file_faults_card")
    files.save_file(tmp_path / "rules.toml")
    files.take_file(tmp_path / "rules.toml")
    rules.until(lambda: "is the draft now" in rules.notice)
    assert rules.find(QLineEdit, "rule_as_new_a").text() == "100"
    assert rules.page.board.faults == ()


def test_a_file_that_does_not_fit_is_listed_with_lines_and_the_rules_stay(
    open_rules: OpenRules, tmp_path: Path
) -> None:
    rules = open_rules()
    file = tmp_path / "wrong.toml"
    file.write_text('hour = "60.00"\n\n[[rule]]\nopen_box_a = "185%"\ncategory = "dragons"\n', encoding="utf-8")
    files: Any = rules.find(FilesCard, "rule_file_faults_card")
    files.take_file(file)
    rules.until(lambda: bool(rules.rows("rule_file_faults")))
    lines = {line: why for line, why in rules.rows("rule_file_faults")}
    assert "more than 100%" in lines["4"]
    assert "dragons" in lines["5"]
    assert "not taken" in rules.notice
    assert rules.find(QWidget, "rule_file_faults_card").isVisible()
    assert rules.page.board.draft is None
    files.take_file(tmp_path / "none.toml")
    rules.until(lambda: "none.toml" in rules.notice)


def test_what_cannot_be_written_is_said(open_rules: OpenRules, tmp_path: Path) -> None:
    rules = open_rules()
    rules.find(FilesCard, "rule_file_faults_card").save_file(tmp_path / "no" / "rules.toml")
    assert "Nothing can be written" in rules.notice


def test_the_page_is_built_when_it_is_first_chosen(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.shell.rebuild(rules.shell.settings)
    rules.shell.show_screen("settings")
    assert not rules.shell.inside.findChildren(DecidingPage)
