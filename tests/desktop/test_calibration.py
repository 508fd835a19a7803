"""What is told about a scanner from the keys of known codes; the dialog that hears them."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from returns_desk.desktop.burst import Burst, Pace, Stroke
from returns_desk.desktop.calibration import Ending, Trial, fitting_pace, judge, match_code
from returns_desk.desktop.calibration_words import say_verdict
from returns_desk.desktop.dialogs.calibration_dialog import CalibrationDialog
from returns_desk.desktop.shell import Shell
from returns_desk.documents.scanner_sheet import FIELDS, FIGURES, LETTERS, TRIAL_CODES
from returns_desk.scanning.layout import type_in_hebrew
from returns_desk.settings import Settings
from returns_desk.wording import Words
from tests.desktop.benches import a_bench
from tests.desktop.conftest import OpenShell
from tests.desktop.fake_desk import FakeDesk
from tests.desktop.typing_by_machine import CONTROL, Keyboard


def trial(text: str, gap: int = 4, ending: Ending = Ending.ENTER) -> Trial:
    """A text as a scanner types it."""
    strokes = tuple(Stroke(1_000 + gap * place, sign) for place, sign in enumerate(text))
    return Trial(strokes, ending, 1_000 + gap * len(text) if ending is not Ending.NONE else 0)


def test_a_plain_scanner_is_told_by_its_layout_its_end_and_its_speed() -> None:
    verdict = judge([trial(LETTERS), trial(FIGURES), trial(FIELDS)], TRIAL_CODES)
    assert verdict.read == set(TRIAL_CODES)
    assert (verdict.hebrew, verdict.caps_lock, verdict.ending) == (False, False, Ending.ENTER)
    assert (verdict.sends_separator, verdict.sends_identifier) == (True, False)
    assert (verdict.mean_gap_ms, verdict.largest_gap_ms, verdict.is_too_slow) == (4, 4, False)


def test_a_hebrew_keyboard_is_told_by_the_letters_that_came() -> None:
    verdict = judge([trial(type_in_hebrew(LETTERS))], TRIAL_CODES)
    assert (verdict.hebrew, verdict.caps_lock) == (True, False)


def test_caps_lock_is_told_by_the_case_that_was_turned_round() -> None:
    verdict = judge([trial(LETTERS.swapcase())], TRIAL_CODES)
    assert (verdict.hebrew, verdict.caps_lock) == (False, True)


def test_figures_alone_say_nothing_about_the_layout() -> None:
    verdict = judge([trial(FIGURES)], TRIAL_CODES)
    assert (verdict.hebrew, verdict.caps_lock, verdict.sends_separator) == (None, None, None)


def test_the_separator_is_known_in_whatever_guise_it_comes() -> None:
    before, after = FIELDS.split("\x1d")
    for guise in (Stroke(0, "\x1d", control=True), Stroke(0, "\x1b", control=True), Stroke(0, "]", 27, control=True)):
        heard = Trial((*trial(before).strokes, guise, *trial(after).strokes))
        assert judge([heard], TRIAL_CODES).sends_separator


def test_a_separator_that_is_lost_is_told() -> None:
    verdict = judge([trial(FIELDS.replace("\x1d", ""))], TRIAL_CODES)
    assert verdict.read == {FIELDS}
    assert verdict.sends_separator is False
    assert ("bad", "The sign between two fields is lost: lot and serial run together. Let the scanner send GS.") in [
        (tone, text.replace("\u2068", "").replace("\u2069", "")) for tone, text in say_verdict(Words("en"), verdict)
    ]


def test_the_aim_identifier_is_told_apart_from_other_prefixes() -> None:
    named = judge([trial(f"]C0{LETTERS}"), trial(f"]E0{FIGURES}")], TRIAL_CODES)
    assert (named.sends_identifier, named.prefix) == (True, "")
    prefixed = judge([trial(f"#{LETTERS}")], TRIAL_CODES)
    assert (prefixed.sends_identifier, prefixed.prefix) == (False, "#")


def test_the_aim_identifier_is_known_under_a_hebrew_keyboard_too() -> None:
    verdict = judge([trial(type_in_hebrew(f"]C0{LETTERS}"))], TRIAL_CODES)
    assert (verdict.sends_identifier, verdict.hebrew) == (True, True)


@pytest.mark.parametrize(("ending", "said"), [(Ending.TAB, "Ends with Tab"), (Ending.ENTER, "Ends with Enter")])
def test_the_end_of_the_scan_is_said(ending: Ending, said: str) -> None:
    lines = say_verdict(Words("en"), judge([trial(LETTERS, ending=ending)], TRIAL_CODES))
    assert said in [text for _, text in lines]


def test_something_that_is_no_code_of_the_sheet_changes_nothing() -> None:
    assert match_code(trial("RR123456785IL"), TRIAL_CODES) is None
    assert judge([trial("RR123456785IL")], TRIAL_CODES).read == frozenset()


def test_a_scanner_as_slow_as_a_person_is_called_too_slow() -> None:
    verdict = judge([trial(LETTERS, gap=95)], TRIAL_CODES)
    assert verdict.is_too_slow
    assert say_verdict(Words("en"), verdict)[0][0] == "bad"


@given(st.lists(st.integers(1, 70), min_size=4, max_size=30))
def test_the_proposed_pace_hears_every_scan_that_goes_like_the_trial_and_no_person(gaps: list[int]) -> None:
    mean, largest = sum(gaps) / len(gaps), max(gaps)
    pace = fitting_pace(mean, largest)
    assert largest <= pace.pause_ms <= 300
    assert pace.gap_ms <= 70
    burst, now = Burst(pace), 0
    for gap in [0, *gaps]:
        now += gap
        burst.add(Stroke(now, "x"))
    assert burst.is_scan
    typed = Burst(pace)
    for place in range(6):
        typed.add(Stroke(place * 100, "x"))
    assert not typed.is_scan


@pytest.fixture
def trying(open_shell: OpenShell, qtbot: QtBot) -> Iterator[tuple[Shell, FakeDesk, CalibrationDialog, Keyboard]]:
    shell, desk, _ = open_shell(a_bench())
    shell.show_screen("settings")
    shell.findChild(QPushButton, "calibrate").click()
    dialog = shell.findChild(CalibrationDialog)
    qtbot.waitExposed(dialog)
    keyboard = Keyboard(dialog)
    keyboard.now = 1_000_000
    yield shell, desk, dialog, keyboard
    if shell.findChild(CalibrationDialog) is not None:
        dialog.reject()


def test_the_dialog_hears_even_a_slow_scanner_and_the_desk_hears_nothing(
    trying: tuple[Shell, FakeDesk, CalibrationDialog, Keyboard],
) -> None:
    _, desk, dialog, keyboard = trying
    keyboard.write(LETTERS, gap=50)
    keyboard.press(int(Qt.Key.Key_Tab), "\t", after=50)
    assert dialog.verdict.read == {LETTERS}
    assert (dialog.verdict.mean_gap_ms, dialog.verdict.ending) == (50, Ending.TAB)
    assert desk.scans == []


def test_the_separator_of_real_keys_arrives_in_the_dialog(
    trying: tuple[Shell, FakeDesk, CalibrationDialog, Keyboard],
) -> None:
    _, _, dialog, keyboard = trying
    before, after = FIELDS.split("\x1d")
    keyboard.write(before, gap=5)
    keyboard.press(int(Qt.Key.Key_BracketRight), "\x1d", CONTROL, after=5)
    keyboard.write(after, gap=5, after=5)
    keyboard.enter(after=5)
    assert dialog.verdict.sends_separator


def test_silence_ends_a_trial_too(trying: tuple[Shell, FakeDesk, CalibrationDialog, Keyboard], qtbot: QtBot) -> None:
    _, _, dialog, keyboard = trying
    keyboard.write(LETTERS, gap=5)
    qtbot.waitUntil(lambda: dialog.verdict.read == {LETTERS})
    assert dialog.verdict.ending is Ending.NONE


def test_keeping_the_pace_saves_it_and_lets_the_desk_hear_again(
    trying: tuple[Shell, FakeDesk, CalibrationDialog, Keyboard], qtbot: QtBot
) -> None:
    shell, desk, dialog, keyboard = trying
    changed: list[Settings] = []
    shell.settings_changed.connect(changed.append)
    keyboard.write(LETTERS, gap=20)
    keyboard.enter(after=20)
    dialog.findChild(QPushButton, "keep_pace").click()
    assert Pace(changed[-1].scan_gap_ms, changed[-1].scan_pause_ms) == Pace(40, 80)
    assert "35" not in shell.findChild(QLabel, "pace").text()
    at_desk = Keyboard(shell)
    at_desk.now = keyboard.now + 1_000
    at_desk.scan("DO-NEXT", gap=38)
    qtbot.waitUntil(lambda: desk.scans == ["DO-NEXT"])


def test_the_pace_of_a_scanner_that_is_too_slow_cannot_be_kept(
    trying: tuple[Shell, FakeDesk, CalibrationDialog, Keyboard],
) -> None:
    _, _, dialog, keyboard = trying
    keyboard.write(LETTERS, gap=120)
    keyboard.enter(after=120)
    assert not dialog.findChild(QPushButton, "keep_pace").isEnabled()
