"""Settings: policies and limits are shown to all, changed by who may, and say how that went."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desktop.dialogs.entry import EntryDialog
from returns_desk.desktop.screens.rules_card import RulesCard
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.settings import Settings

Open = Callable[[str, str], "Rules"]


class Rules:
    """The card in the window, with the sample shop behind it."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self.shell, self._qtbot = shell, qtbot
        shell.findChild(QToolButton, "nav_settings").click()
        shell.findChild(QPushButton, "settings_rules").click()
        self.rest()
        self.card = shell.findChild(RulesCard, "rules_card")

    def rest(self) -> None:
        """Wait until everything that was asked is answered and drawn."""
        done: list[bool] = []
        self.shell.runner.do(lambda _desk: True, done.append)
        self._qtbot.waitUntil(lambda: bool(done), timeout=30_000)
        done.clear()
        self.shell.runner.do(lambda _desk: True, done.append)
        self._qtbot.waitUntil(lambda: bool(done), timeout=30_000)

    @property
    def said(self) -> str:
        texts = " | ".join(one.text() for one in self.card.findChildren(QLabel) if one.isVisibleTo(self.card))
        return texts.replace("\u2068", "").replace("\u2069", "")

    def button(self, name: str) -> QPushButton:
        """The button that is shown: one of the rows before may not be gone yet."""
        (shown,) = (one for one in self.card.findChildren(QPushButton, name) if one.isVisibleTo(self.card))
        return shown

    def fill(self, **typed: str) -> None:
        """Type into the open form, and press Enter."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EntryDialog)
        for name, text in typed.items():
            dialog.findChild(QLineEdit, name).setText(text)
        dialog.findChild(QPushButton, "entry_go_on").click()
        self.rest()

    @property
    def notice(self) -> str:
        texts = [one.text() for one in self.shell.inside.screen_shown.findChildren(QLabel)]
        return " | ".join(texts).replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
def open_rules(sample_home: Path, qtbot: QtBot) -> Iterator[Open]:
    shells: list[Shell] = []

    def build(badge: str, language: str) -> Rules:
        settings = Settings(language=language, sounds=False, station="1")
        made = build_shell(settings, desk_opener(sample_home, settings, sample=True), sample_home)
        shells.append(made)
        qtbot.addWidget(made)
        made.resize(1280, 720)
        with qtbot.waitSignal(made.runner.opened, timeout=30_000):
            made.show()
        made.activateWindow()
        made.take_scan(badge)
        qtbot.waitUntil(lambda: made.bench is not None and made.bench.person is not None, timeout=30_000)
        return Rules(made, qtbot)

    yield build
    for made in shells:
        made.close()


@pytest.mark.parametrize(
    ("language", "policy", "counsel"),
    [("en", "Israel, distance sale", "checked with counsel"), ("he", "ישראל, מכר מרחוק", "יועץ משפטי")],
)
def test_everybody_sees_the_policies_and_the_word_about_counsel(
    open_rules: Open, language: str, policy: str, counsel: str
) -> None:
    rules = open_rules("ID-AVI-3", language)
    assert policy in rules.said
    assert counsel in rules.said
    assert "14" in rules.said


def test_a_clerk_sees_why_nothing_can_be_changed(open_rules: Open) -> None:
    rules = open_rules("ID-DANA-1", "en")
    assert "A supervisor does this" in rules.said
    assert not rules.button("limits_change").isEnabled()
    assert not rules.button("policy_il-distance_change").isEnabled()


def test_a_supervisor_makes_a_new_version_from_a_day(open_rules: Open) -> None:
    rules = open_rules("ID-AVI-3", "en")
    rules.button("policy_il-distance_change").click()
    rules.fill(window_days="21", protected_months="6", fee_percent="2.5", valid_from="2199-01-01")
    assert "version 2" in rules.notice
    assert "Version 2 counts from 2199-01-01" in rules.said
    rules.button("policy_il-distance_change").click()
    rules.fill(valid_from="2026-01-01")
    assert "21 days from delivery" in rules.said, "a form begins with the newest version"
    assert "6 months" in rules.said
    rules.button("policy_il-shop_change").click()
    rules.fill(window_by_category="toys: 60, games: 60", valid_from="2026-01-01")
    assert "toys, games: 60 days" in rules.said


def test_figures_that_do_not_fit_are_refused_in_words(open_rules: Open) -> None:
    rules = open_rules("ID-AVI-3", "en")
    rules.button("policy_generic_change").click()
    rules.fill(window_by_category="sixty")
    assert "does not fit in days by category" in rules.notice
    assert "version 2" not in rules.said


def test_limits_are_changed_in_a_form(open_rules: Open) -> None:
    rules = open_rules("ID-AVI-3", "en")
    rules.button("limits_change").click()
    rules.fill(clerk_amount="450.50", weight_off="10")
    assert "450.50" in rules.said
    assert "weight off by 10%" in rules.said


def test_the_company_prefix_of_cartons_is_set_and_checked(open_rules: Open) -> None:
    rules = open_rules("ID-AVI-3", "en")
    assert "cartons get our own numbers" in rules.said
    rules.button("gs1_prefix_change").click()
    rules.fill(gs1_prefix="12")
    assert "is not a GS1 company prefix" in rules.notice
    rules.button("gs1_prefix_change").click()
    rules.fill(gs1_prefix="7290011")
    assert "SSCC numbers that begin with 7290011" in rules.said
