"""The piece in hand on the Desk screen: what is known of it, why it came back, what is checked, and the rarer acts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.bench_view import BenchView
from returns_desk.desktop.screens.panels.findings_row import FindingsRow
from returns_desk.desktop.screens.panels.guide_popup import GuidePopup
from returns_desk.desktop.screens.panels.photos_part import PhotosPart
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.desktop.widgets.few_lines import FewLines
from returns_desk.desktop.widgets.mark_chip import MarkChip
from returns_desk.domain.checklists import Check, CheckAnswer, CheckKind, Checklist, GradeGuide
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason
from returns_desk.domain.items import SerialCheck
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.snapshots import BenchSnapshot, ItemSnapshot, NextStep, Question, QuestionKind
from tests.desktop.benches import a_bench, a_parcel, an_item, waiting_for_decision, waiting_for_grade
from tests.desktop.conftest import OpenShell
from tests.desktop.fake_desk import FakeDesk
from tests.desktop.typing_by_machine import SHIFT

CHECKS = Checklist(
    "audio",
    1,
    (
        Check("CASE", "הנרתיק נמצא?", "Is the case there?", needed=False),
        Check("POWER", "נדלק?", "Does it power on?"),
        Check("BATTERY", "סוללה", "Battery", CheckKind.MEASURE, least="80", unit="%"),
        Check("ACC", "אביזרים?", "Accessories?", CheckKind.CHOICE, ("הכול", "חלק"), ("all", "some"), good=("הכול",)),
    ),
)
GUIDES = (GradeGuide("audio", Grade.D, "לא נדלק", "Does not power on"),)
POWER = Question(QuestionKind.CHECK, "POWER", (), ("supplier", "", "נדלק?", "Does it power on?", "yes or no"))
ACCESSORIES = Question(
    QuestionKind.CHECK, "ACC", ("הכול", "חלק"), ("supplier", "", "אביזרים?", "Accessories?", "choice")
)
BATTERY = Question(QuestionKind.CHECK, "BATTERY", (), ("supplier", "", "סוללה", "Battery", "measure"))


def graded(**changes: object) -> ItemSnapshot:
    """The headphones, faulty."""
    return replace(an_item(Grade.D, (Finding.NO_POWER,)), **changes)  # type: ignore[arg-type]


def with_item(item: ItemSnapshot, **changes: object) -> BenchSnapshot:
    """A bench with a piece in hand, and its checks."""
    bench = a_bench(parcel=a_parcel(item), item=item, step=NextStep.DECIDE)
    return replace(bench, checklist=CHECKS, **changes)  # type: ignore[arg-type]


def answered(qtbot: QtBot, shell: Shell, desk: FakeDesk, count: int = 1) -> list[str]:
    qtbot.waitUntil(lambda: len(desk.scans) == count and shell.runner.count == 0)
    return desk.scans


def seen(shell: Shell) -> str:
    """All the words in sight."""
    labels = [each for each in shell.findChildren(QLabel) if each.isVisible()]
    buttons = [each for each in shell.findChildren(QPushButton) if each.isVisible()]
    return " | ".join([each.text() for each in labels] + [each.text() for each in buttons])


def marks(shell: Shell) -> list[tuple[str, str]]:
    chips = [chip for chip in shell.findChildren(MarkChip) if chip.isVisible()]
    return [(chip.findChildren(QLabel)[-1].text(), str(chip.property("tone") or "")) for chip in chips]


def test_what_is_to_be_known_of_a_piece_stands_beside_its_name(open_shell: OpenShell) -> None:
    item = graded(serial_check=SerialCheck.FITS, lot="L2291", expires=date(2020, 1, 31), quantity=3, second_look=True)
    shell, _, _ = open_shell(with_item(item))
    plain = [(word.replace("\u2068", "").replace("\u2069", ""), tone) for word, tone in marks(shell)]
    assert plain == [
        ("× 3", "brand"),
        ("Second look", "brand"),
        ("Serial 88121733", "ok"),
        ("Lot L2291", ""),
        ("Expired 2020-01-31", "bad"),
    ]


@pytest.mark.parametrize("check", [SerialCheck.OTHER, SerialCheck.NEVER_SOLD, SerialCheck.RETURNED_BEFORE])
def test_a_doubtful_serial_is_said_in_red(open_shell: OpenShell, check: SerialCheck) -> None:
    shell, _, _ = open_shell(with_item(graded(serial_check=check)))
    assert (shell.words.name(check), "bad") in marks(shell)


def test_the_three_reasons_are_in_sight_once_there_is_a_grade(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(with_item(graded()))
    found, liability = shell.findChild(QPushButton, "found_reason"), shell.findChild(QPushButton, "liability")
    assert "Really faulty" in found.text()
    assert "The supplier" in liability.text()
    assert (found.property("sure"), liability.property("sure")) == ("false", "false")
    said = " ".join(str(each.accessibleName()) for each in shell.findChildren(QLabel) if each.isVisible())
    assert "Does not work" in said
    assert "To supplier" in said


def test_before_the_grade_nothing_was_found_yet(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(waiting_for_grade())
    assert not shell.findChild(QPushButton, "found_reason").isVisible()


def test_what_the_inspector_said_is_marked(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(with_item(graded(found=FoundReason.USED, liability=Liability.CUSTOMER)))
    found = shell.findChild(QPushButton, "found_reason")
    assert ("Was used" in found.text(), found.property("sure")) == (True, "true")


def test_the_comma_chooses_why_it_came_back_and_then_who_answers(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_decision())
    keyboard.press(ord(","), ",", after=200)
    qtbot.waitUntil(lambda: "Why did it really come back?" in seen(shell))
    assert not shell.findChild(QPushButton, "disposition_donate").isVisible()
    keyboard.press(ord("3"), "3", after=200)
    assert answered(qtbot, shell, desk) == ["DO-I-USED"]
    keyboard.press(ord(","), ",", after=300)
    keyboard.press(ord(","), ",", after=300)
    qtbot.waitUntil(lambda: "Who answers for it?" in seen(shell))
    keyboard.press(ord("2"), "2", after=300)
    assert answered(qtbot, shell, desk, 2)[1] == "DO-L-CARRIER"
    assert shell.findChild(QPushButton, "disposition_donate").isVisible()


def test_a_choice_is_left_with_escape_and_nothing_is_decided_behind_it(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_decision())
    qtbot.mouseClick(shell.findChild(QPushButton, "liability"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Who answers for it?" in seen(shell))
    keyboard.enter(after=300)
    keyboard.press(int(Qt.Key.Key_Escape), "\x1b", after=300)
    qtbot.waitUntil(lambda: shell.findChild(QPushButton, "disposition_donate").isVisible())
    assert desk.scans == []


@pytest.mark.parametrize(
    ("key", "text", "modifiers"),
    [
        (ord("."), ".", None),
        (int(Qt.Key.Key_Menu), "", None),
        (int(Qt.Key.Key_F10), "", SHIFT),
    ],
)
def test_the_rarer_acts_open_by_key_and_each_is_a_scan(
    open_shell: OpenShell, qtbot: QtBot, key: int, text: str, modifiers: Qt.KeyboardModifier | None
) -> None:
    shell, desk, keyboard = open_shell(waiting_for_decision())
    keyboard.press(key, text, modifiers or Qt.KeyboardModifier.NoModifier, after=200)
    qtbot.waitUntil(lambda: "Inspect again" in seen(shell))
    keyboard.press(ord("3"), "3", after=300)
    assert answered(qtbot, shell, desk) == ["DO-AGAIN"]


def test_with_nothing_in_hand_the_rarer_acts_are_about_the_box(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, _ = open_shell(a_bench(parcel=a_parcel(), step=NextStep.SCAN_ITEM))
    qtbot.mouseClick(shell.findChild(QPushButton, "more_acts"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The box is empty" in seen(shell))
    qtbot.mouseClick(shell.findChild(QPushButton, "answer_1"), Qt.MouseButton.LeftButton)
    assert answered(qtbot, shell, desk) == ["DO-EMPTY"]


def test_a_note_is_written_in_place_and_scans_meanwhile_do_not_land_in_it(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_decision())
    keyboard.press(int(Qt.Key.Key_F3), "", after=200)
    field = shell.findChild(QLineEdit, "note")
    qtbot.waitUntil(field.hasFocus)
    keyboard.write("dent", gap=200)
    keyboard.write("DO-F-BROKEN", gap=10, after=600)
    keyboard.enter()
    assert answered(qtbot, shell, desk) == ["DO-F-BROKEN"]
    qtbot.waitUntil(lambda: field.text() == "dent")
    keyboard.enter(after=600)
    qtbot.waitUntil(lambda: ("write_note", "dent") in desk.steps)
    assert not field.isVisible()
    qtbot.wait(150)
    assert desk.scans == ["DO-F-BROKEN"], "the Enter of the note decides nothing"


def test_a_note_that_was_begun_waits_for_its_piece(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(waiting_for_decision())
    keyboard.press(int(Qt.Key.Key_F3), "", after=200)
    field = shell.findChild(QLineEdit, "note")
    qtbot.waitUntil(field.hasFocus)
    keyboard.write("dent", gap=200)
    qtbot.waitUntil(lambda: field.text() == "dent")
    other = replace(graded(), id="i2", number="IT-2-004599")
    desk.answers["IT-2-004599"] = with_item(other)
    keyboard.write("IT-2-004599", gap=10, after=600)
    keyboard.enter()
    answered(qtbot, shell, desk)
    qtbot.waitUntil(lambda: not field.isVisible())
    assert desk.steps == []
    desk.answers["IT-2-004512"] = waiting_for_decision()
    keyboard.write("IT-2-004512", gap=10, after=600)
    keyboard.enter()
    answered(qtbot, shell, desk, 2)
    keyboard.press(int(Qt.Key.Key_F3), "", after=600)
    qtbot.waitUntil(lambda: field.isVisible() and field.text() == "dent")


def test_checks_are_asked_needed_ones_first_and_answered_in_place(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, _ = open_shell(with_item(graded()))
    assert "Does it power on?" in seen(shell)
    assert "Is the case there?" not in seen(shell)
    qtbot.mouseClick(shell.findChild(QPushButton, "check_no"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.steps == [("answer_check", "POWER", "no")])
    qtbot.waitUntil(lambda: shell.runner.count == 0)


def test_a_measured_value_is_typed_with_its_limits_in_sight(open_shell: OpenShell, qtbot: QtBot) -> None:
    item = graded(answers=(CheckAnswer("POWER", "yes", True),))
    shell, desk, keyboard = open_shell(with_item(item))
    assert "Battery (at least \u206880%\u2069)" in seen(shell).replace("\u2068\u2068", "\u2068").replace(
        "\u2069\u2069", "\u2069"
    )
    field = shell.findChild(QLineEdit, "check_value")
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    keyboard.write("71", gap=200)
    keyboard.enter(after=300)
    qtbot.waitUntil(lambda: desk.steps == [("answer_check", "BATTERY", "71")])
    qtbot.waitUntil(lambda: shell.runner.count == 0)


def test_answered_checks_are_folded_with_what_did_not_pass_first_and_can_be_answered_again(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    answers = (CheckAnswer("POWER", "yes", True), CheckAnswer("BATTERY", "71", False))
    shell, _, _ = open_shell(with_item(graded(answers=answers)))
    battery, power = shell.findChild(QPushButton, "done_BATTERY"), shell.findChild(QPushButton, "done_POWER")
    assert (battery.property("tone"), power.property("tone")) == ("bad", "ok")
    assert battery.x() < power.x()
    qtbot.mouseClick(power, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Does it power on?" in seen(shell))


@pytest.mark.parametrize(
    ("question", "key", "code"),
    [
        (POWER, "y", "DO-YES"),
        (POWER, "כ", "DO-YES"),
        (POWER, "ט", "DO-YES"),
        (POWER, "n", "DO-NO"),
        (POWER, "ל", "DO-NO"),
        (POWER, "מ", "DO-NO"),
        (ACCESSORIES, "2", "DO-2"),
    ],
)
def test_a_check_that_the_desk_asks_is_answered_by_key(
    open_shell: OpenShell, qtbot: QtBot, question: Question, key: str, code: str
) -> None:
    shell, desk, keyboard = open_shell(with_item(graded(), question=question, next_step=NextStep.ANSWER))
    keyboard.press(ord(key.upper()), key, after=200)
    assert answered(qtbot, shell, desk) == [code]


def test_a_value_that_the_desk_asks_is_typed(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(with_item(graded(), question=BATTERY, next_step=NextStep.ANSWER))
    keyboard.enter(after=300)
    keyboard.write("71", gap=200)
    keyboard.enter(after=300)
    assert answered(qtbot, shell, desk) == ["71"]


def test_enter_is_no_answer_where_there_is_something_to_choose(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, keyboard = open_shell(with_item(graded(), question=POWER, next_step=NextStep.ANSWER))
    keyboard.enter(after=300)
    keyboard.press(ord("Y"), "y", after=300)
    assert answered(qtbot, shell, desk) == ["DO-YES"]


def test_a_grade_says_what_it_means_when_one_points_at_it(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, _, _ = open_shell(with_item(graded(), guides=GUIDES))
    guide = shell.findChild(QWidget, "guide")
    shell.findChild(QPushButton, "grade_D").setFocus()
    qtbot.waitUntil(guide.isVisible)
    assert "Does not power on" in seen(shell)


def test_in_a_tall_window_the_guides_stand_in_the_grades(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(with_item(graded(), guides=GUIDES))
    shell.resize(1920, 1080)
    assert [each.text() for each in shell.findChild(QPushButton, "grade_D").findChildren(QLabel)][-1] == GUIDES[
        0
    ].text_en


def test_findings_without_room_are_behind_more_and_those_found_never_are(open_shell: OpenShell, qtbot: QtBot) -> None:
    last = tuple(Finding)[-1]
    shell, desk, _ = open_shell(with_item(graded(findings=(last,))))
    row = shell.findChild(FindingsRow)
    assert row.findChild(QPushButton, f"finding_{last.name.lower()}").isVisible()
    hidden = row.findChild(FewLines).left_out
    assert hidden
    qtbot.mouseClick(shell.findChild(QPushButton, "more_findings"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "What else was found?" in seen(shell))
    qtbot.mouseClick(shell.findChild(QPushButton, "answer_1"), Qt.MouseButton.LeftButton)
    assert answered(qtbot, shell, desk)[0].startswith("DO-F-")


@pytest.mark.parametrize("language", ["he", "en"])
def test_with_everything_to_be_said_the_smallest_station_does_not_scroll(
    open_shell: OpenShell, qtbot: QtBot, language: str
) -> None:
    item = graded(
        serial_check=SerialCheck.NEVER_SOLD, lot="L2291", expires=date(2026, 12, 5),
        answers=(CheckAnswer("POWER", "no", False), CheckAnswer("BATTERY", "71", False)),
    )  # fmt: skip
    needed = (PhotoKind.DEFECT, PhotoKind.FRONT)
    shell, _, _ = open_shell(with_item(item, guides=GUIDES, photos_needed=needed), language=language)
    view = shell.findChild(BenchView)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)
    assert view.horizontalScrollBar().maximum() == 0


def test_what_must_be_photographed_is_one_button_where_the_room_is_narrow(open_shell: OpenShell) -> None:
    shell, _, _ = open_shell(with_item(graded(), photos_needed=(PhotoKind.DEFECT,)))
    button = shell.findChild(QPushButton, "photos")
    assert button.isVisible()
    assert "Defect" in button.text()
    shell.resize(1920, 1080)
    assert not button.isVisible()
    assert shell.findChild(QWidget, "photo_needed_defect").isVisible()


class OnePicture:
    """A shelf with one picture, that is there at once."""

    def ask(self, sha256: str, size: QSize, hear: Callable[[QImage], None]) -> None:
        """Give a blue picture for the one fingerprint, nothing for others."""
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(0xFF0000FF)
        hear(picture if sha256 == "5" * 64 else QImage())


def test_a_guide_shows_its_picture_where_there_is_one(open_shell: OpenShell, qtbot: QtBot) -> None:
    guides = (replace(GUIDES[0], picture="5" * 64), GradeGuide("audio", Grade.E, "שבור", "Broken", picture="6" * 64))
    shell, _, _ = open_shell(with_item(graded(), guides=guides))
    guide = shell.findChild(GuidePopup)
    guide.join(OnePicture())
    shell.findChild(QPushButton, "grade_D").setFocus()
    qtbot.waitUntil(lambda: guide.isVisible() and not guide.findChildren(QLabel)[0].pixmap().isNull())
    assert guide.findChildren(QLabel)[0].isVisible()
    shell.findChild(QPushButton, "grade_E").setFocus()
    qtbot.waitUntil(lambda: guide.isVisible() and "Broken" in seen(shell))
    assert not guide.findChildren(QLabel)[0].isVisible()


def test_missing_photographs_can_be_taken_right_from_the_question(open_shell: OpenShell, qtbot: QtBot) -> None:
    question = Question(QuestionKind.PHOTOS_MISSING, "supplier", ("defect",))
    needed = (PhotoKind.DEFECT,)
    bench = with_item(graded(), question=question, next_step=NextStep.ANSWER, photos_needed=needed)
    shell, desk, _ = open_shell(bench)
    wanted: list[str] = []
    shell.findChild(PhotosPart).strip.wanted.connect(wanted.append)
    qtbot.mouseClick(shell.findChild(QPushButton, "answer_F4"), Qt.MouseButton.LeftButton)
    assert (wanted, desk.scans) == (["defect"], [])


def test_a_short_reason_below_cuts_no_longer_one_above(open_shell: OpenShell, qtbot: QtBot) -> None:
    bench = waiting_for_grade()
    assert bench.item is not None
    item = replace(bench.item, stated=StatedReason.CHANGED_MIND, grade=Grade.A)
    shell, _, _ = open_shell(replace(bench, item=item))
    says = [one for one in shell.findChildren(ElidedLabel) if "Customer" in one.whole]
    qtbot.waitUntil(lambda: [one.text() == one.whole for one in says] == [True])
