"""Settings, the suppliers' terms: read by all, typed by a supervisor, tried with an item, saved, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget

from returns_desk.desktop.widgets.pick import Pick
from tests.desktop.supplying.conftest import OpenSuppliers, Suppliers


def faults_of(suppliers: Suppliers) -> list[list[str]]:
    return suppliers.rows("terms_file_faults")


@pytest.mark.parametrize(
    ("language", "version", "section"),
    [("en", "Version 1 · in force", "What they take back"), ("he", "גרסה 1 · בתוקף", "מה הספק מקבל בחזרה")],
)
def test_a_clerk_reads_terms_and_changes_nothing(
    open_suppliers: OpenSuppliers, language: str, version: str, section: str
) -> None:
    suppliers = open_suppliers("ID-DANA-1", language)
    suppliers.choose("GALIL")
    button = suppliers.find(QPushButton, "terms_version_1")
    assert button.text().replace("\u2068", "").replace("\u2069", "") == version
    assert section in suppliers.said("terms_form")
    assert "GALIL" in suppliers.said("terms_form")
    assert suppliers.said("terms_why_not")
    assert suppliers.find(QLineEdit, "terms_minimum_value").text() == "300.00"
    assert suppliers.find(QLineEdit, "terms_minimum_value").isReadOnly()
    assert not suppliers.find(Pick, "terms_defective").isEnabled()
    assert [suppliers.enabled(f"terms_{name}") for name in ("save", "drop", "import", "export")] == [
        False, False, False, True,
    ]  # fmt: skip


def test_what_is_typed_is_a_draft_and_the_item_is_told_at_once(open_suppliers: OpenSuppliers) -> None:
    suppliers = open_suppliers("ID-AVI-3")
    suppliers.choose("GALIL")
    suppliers.type("try_code", "WH-300")
    suppliers.key(suppliers.find(QLineEdit, "try_code"), int(Qt.Key.Key_Return), "\r")
    suppliers.until(lambda: "WH-300" in suppliers.said("terms_try"))
    suppliers.pick("try_grade", "D")
    assert suppliers.said("try_verdict") == "Taken back for credit"
    assert "Below the minimum after 21 days: ship anyway" in suppliers.said("try_lines")
    suppliers.pick("terms_defective", "destroy in field for credit")
    assert suppliers.said("try_verdict") == "Credited without coming back: destroy it here"
    assert suppliers.said("try_otherwise") == "By the terms in force: Taken back for credit"
    assert "A draft on version 1" in suppliers.said("terms_said")
    assert ["Galil Electric Ltd", "Draft"] in suppliers.rows("suppliers_table")


def test_what_does_not_fit_is_said_under_its_field_and_cannot_be_saved(open_suppliers: OpenSuppliers) -> None:
    suppliers = open_suppliers("ID-AVI-3")
    suppliers.choose("GALIL")
    suppliers.type("terms_credit_percent", "101")
    assert "more than 100%" in suppliers.said("terms_credit_percent_wrong")
    suppliers.type("terms_credit_percent", "90")
    suppliers.type("terms_minimum_wait_days", "0")
    assert "no days to wait" in suppliers.said("terms_minimum_wait_days_wrong")
    suppliers.type("terms_fee_PF", "x")
    assert "no share" in suppliers.said("terms_fee_PF_wrong")
    assert not suppliers.enabled("terms_save")
    suppliers.type("terms_minimum_wait_days", "21")
    suppliers.type("terms_fee_PF", "7")
    assert suppliers.enabled("terms_save")


def test_a_draft_is_saved_and_taken_back_at_the_desk(open_suppliers: OpenSuppliers) -> None:
    suppliers = open_suppliers("ID-AVI-3")
    suppliers.choose("TAVOR")
    suppliers.type("terms_window_days", "45")
    suppliers.press("terms_save")
    suppliers.rest()
    assert "TAVOR" in suppliers.notice
    assert "Ctrl+Z" in suppliers.notice
    assert suppliers.page.board.shown_version.terms.window_days == 45
    assert not suppliers.enabled("terms_drop")
    suppliers.shell.take_scan("DO-UNDO")
    suppliers.rest()
    suppliers.open()
    assert suppliers.find(QLineEdit, "terms_window_days").text() == "60"
    assert [each.terms.version for each in suppliers.page.board.supplier.versions] == [1]


def test_drafts_of_two_suppliers_outlive_the_page_and_another_language(open_suppliers: OpenSuppliers) -> None:
    suppliers = open_suppliers("ID-AVI-3")
    suppliers.choose("GALIL")
    suppliers.type("terms_packing", "two layers")
    suppliers.choose("TAVOR")
    suppliers.type("terms_credit_days", "31")
    suppliers.shell.findChild(QToolButton, "nav_batches").click()
    suppliers.shell.rebuild(suppliers.shell.settings.__class__(language="he", sounds=False, station="1"))
    suppliers.open()
    assert suppliers.page.board.code == "TAVOR"
    assert suppliers.find(QLineEdit, "terms_credit_days").text() == "31"
    suppliers.choose("GALIL")
    assert suppliers.find(QLineEdit, "terms_packing").text() == "two layers"
    suppliers.press("terms_drop")
    assert suppliers.find(QLineEdit, "terms_packing").text() == ""


def test_terms_go_out_as_a_file_and_come_in_as_a_draft(open_suppliers: OpenSuppliers, tmp_path: Path) -> None:
    suppliers = open_suppliers("ID-AVI-3")
    suppliers.choose("HERMON")
    path = tmp_path / "hermon.toml"
    suppliers.page.files.save_file(path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('credit_percent = "80%"', 'credit_percent = "85%"'), encoding="utf-8")
    suppliers.page.files.take_file(path)
    suppliers.until(lambda: suppliers.page.board.draft is not None)
    assert suppliers.find(QLineEdit, "terms_credit_percent").text() == "85"
    assert suppliers.enabled("terms_save")
    suppliers.press("terms_drop")
    path.write_text('credit_percent = "lots"\nsilly = 1\n', encoding="utf-8")
    suppliers.page.files.take_file(path)
    suppliers.until(lambda: len(faults_of(suppliers)) == 2)
    assert [line for line, _ in faults_of(suppliers)] == ["1", "2"]
    assert suppliers.page.board.draft is None


def test_every_field_and_button_has_a_name_and_a_key(open_suppliers: OpenSuppliers) -> None:
    suppliers = open_suppliers("ID-AVI-3")
    fields: list[QWidget] = [
        *suppliers.page.findChildren(QLineEdit),
        *suppliers.page.findChildren(Pick),
        *suppliers.page.findChildren(QPushButton),
    ]
    assert len(fields) > 35
    assert not [one.objectName() for one in fields if not one.accessibleName()]
    assert not [one.objectName() for one in fields if not one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_the_example_stays_in_sight_while_the_form_is_scrolled(open_suppliers: OpenSuppliers) -> None:
    suppliers = open_suppliers("ID-AVI-3")
    email = suppliers.find(QLineEdit, "terms_terms_email")
    email.setFocus()
    around = suppliers.find(QWidget, "terms_try")
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    bar = around.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    suppliers.rest()
    card = suppliers.find(QWidget, "terms_try")
    suppliers.until(lambda: not card.visibleRegion().isEmpty() and card.visibleRegion().boundingRect().top() == 0)
