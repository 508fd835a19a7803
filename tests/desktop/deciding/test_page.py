"""Settings, the rules for decisions: read by all, typed by an admin, tried with an example, switched on, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from returns_desk.desktop.widgets.pick import Pick
from tests.desktop.deciding.conftest import OpenRules


@pytest.mark.parametrize(
    ("language", "version", "why"),
    [("en", "Version 1 · in force", "An administrator does this"), ("he", "גרסה 1 · בתוקף", "פעולה של הניהול")],
)
def test_a_supervisor_reads_the_rules_and_why_nothing_can_be_changed(
    open_rules: OpenRules, language: str, version: str, why: str
) -> None:
    rules = open_rules("ID-AVI-3", language)
    assert rules.find(QPushButton, "rule_version_1").text().replace("\u2068", "").replace("\u2069", "") == version
    assert why in rules.said("deciding_why_not")
    assert rules.find(QLineEdit, "rule_as_new_a").isReadOnly()
    assert not rules.find(Pick, "rule_category").isEnabled()
    assert not any(rules.enabled(name) for name in ("rules_switch_on", "rules_replay", "rules_import", "rule_add"))
    assert rules.enabled("rules_export")
    assert "100%" in rules.rows()[0][3]


def test_what_is_typed_is_a_draft_and_shows_at_once_in_table_and_verdict(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.pick("example_grade", "B")
    assert rules.advised == "Restock as open box"
    rules.press("rule_add")
    rules.pick("rule_category", rules.find(Pick, "example_category").value)
    rules.type("rule_open_box_b", "0")
    rules.pick("rule_resale_opened", "no")
    category, supplier, when, figures, *_ = rules.rows()[1]
    assert (supplier, when, figures) == (
        "All suppliers",
        "always",
        "open box B 0% · opened ones reach nobody's hands again",
    )
    assert category == rules.find(Pick, "example_category").value
    assert rules.advised not in ("Restock as open box", "Donate")
    assert "By row 2" in rules.said("example_rule")
    assert "By the rules in force: Restock as open box" in rules.said("example_rule")
    assert "A draft on version 1" in rules.said("rule_version_said")


def test_what_is_left_empty_is_shown_as_inherited(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.type("rule_as_new_b", "60")
    rules.press("rule_add")
    rules.pick("rule_supplier", rules.find(Pick, "rule_supplier").itemData(1))
    field = rules.find(QLineEdit, "rule_as_new_b")
    assert (field.text(), field.placeholderText()) == ("", "60%")
    assert rules.rows()[1][3] == "everything as inherited"


def test_what_does_not_fit_is_said_under_its_field_and_cannot_be_switched_on(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.type("rule_open_box_a", "much")
    assert "is no share" in rules.said("rule_open_box_a_wrong")
    assert "is no share" in rules.find(QLineEdit, "rule_open_box_a").accessibleDescription()
    assert not rules.enabled("rules_switch_on")
    rules.type("rule_open_box_a", "101")
    assert "more than 100%" in rules.said("rule_open_box_a_wrong")
    rules.type("rule_open_box_a", "99")
    rules.type("rule_until", "2026-12-31")
    assert "row 1" in rules.said("rule_faults")
    rules.type("rule_until", "")
    rules.type("book_hour", "a lot")
    assert "An hour of handling costs" in rules.said("book_hour_wrong")
    rules.type("book_hour", "70")
    assert rules.said("rule_faults") == ""
    assert rules.enabled("rules_switch_on")


def test_a_draft_is_switched_on_and_taken_back_at_the_desk(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.type("rule_open_box_a", "77")
    rules.press("rules_switch_on")
    assert "version 2" in rules.notice
    assert "Ctrl+Z" in rules.notice
    assert rules.page.board.shown_version is not None
    assert rules.page.board.shown_version.book.rules[0].figures == (("open_box_a", 7_700),)
    assert "laid down by" in rules.said("rule_version_said")
    assert "Noa" in rules.said("rule_version_said")
    assert not rules.enabled("rules_drop")
    rules.shell.take_scan("DO-UNDO")
    rules.rest()
    rules.open()
    assert [each.book.version for each in rules.page.board.look.versions] == [1]
    assert rules.find(QLineEdit, "rule_open_box_a").text() == ""


def test_a_draft_outlives_leaving_the_page_and_another_language(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.type("rule_open_box_a", "77")
    rules.shell.findChild(QToolButton, "nav_batches").click()
    rules.open()
    assert rules.find(QLineEdit, "rule_open_box_a").text() == "77"
    rules.shell.rebuild(rules.shell.settings.__class__(language="he", sounds=False, station="1"))
    rules.open()
    assert rules.find(QLineEdit, "rule_open_box_a").text() == "77"
    assert "טיוטה" in rules.said("rule_version_said")


def test_a_draft_is_dropped_and_other_versions_are_only_read_beside_it(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.type("rule_open_box_a", "77")
    rules.press("rule_version_1")
    assert rules.find(QLineEdit, "rule_open_box_a").text() == ""
    assert rules.find(QLineEdit, "rule_open_box_a").isReadOnly()
    rules.press("rule_version_0")
    assert rules.find(QLineEdit, "rule_open_box_a").text() == "77"
    rules.press("rules_drop")
    assert rules.find(QLineEdit, "rule_open_box_a").text() == ""
    assert not rules.page.findChildren(QPushButton, "rule_version_0") or not rules.enabled("rules_drop")


def test_rows_are_chosen_added_and_removed_by_keys_alone(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.key(rules.find(QPushButton, "rule_add"), int(Qt.Key.Key_Space), " ")
    rules.until(lambda: len(rules.rows()) == 2)
    assert rules.page.board.number == 1
    rules.key(rules.find(QWidget, "rule_table"), int(Qt.Key.Key_Up))
    rules.until(lambda: rules.page.board.number == 0)
    rules.key(rules.find(QPushButton, "rule_remove"), int(Qt.Key.Key_Space), " ")
    rules.until(lambda: len(rules.rows()) == 1)
    assert not rules.enabled("rule_remove"), "one row always stands"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_example_is_a_product_a_piece_or_what_is_typed(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.type("example_code", "NOTHING")
    rules.key(rules.find(QLineEdit, "example_code"), int(Qt.Key.Key_Return), "\r")
    rules.until(lambda: bool(rules.said("example_code_wrong")))
    rules.press("example_last")
    assert rules.said("example_code_wrong") == ""
    rules.type("example_price", "1000")
    assert "₪850" in rules.said("example_open_box")
    rules.choose_in_list("example_finding", "UNSAFE")
    assert rules.page.findChildren(QPushButton, "example_finding_UNSAFE")
    assert "Blocked" in rules.said("example_open_box")
    rules.press("example_finding_UNSAFE")
    assert "Blocked" not in rules.said("example_open_box")


def test_every_field_and_button_has_a_name_and_a_key(open_rules: OpenRules) -> None:
    rules = open_rules()
    fields = [
        *rules.page.findChildren(QLineEdit),
        *rules.page.findChildren(Pick),
        *rules.page.findChildren(QPushButton),
    ]
    assert len(fields) > 40
    nameless = [one.objectName() for one in fields if not one.accessibleName()]
    assert not nameless
    assert not [one.objectName() for one in fields if not one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_tab_goes_through_the_page_as_it_is_read_also_after_a_draft_began(open_rules: OpenRules) -> None:
    rules = open_rules()
    rules.type("rule_open_box_a", "77")
    wanted = [
        "rules_export",
        "rule_version_0",
        "rule_version_1",
        "rule_add",
        "rule_table",
        "rule_category",
        "rule_as_new_a",
    ]
    wanted += ["rule_recycle_seconds", "book_valid_from", "book_mixed_at_least", "example_code", "overrides_by_rows"]
    chain, part = [], rules.find(QPushButton, "rules_switch_on")
    for _ in range(600):
        part = part.nextInFocusChain()
        if part.isVisibleTo(rules.page) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(part.objectName())
    places = [chain.index(name) for name in wanted]
    assert places == sorted(places)
