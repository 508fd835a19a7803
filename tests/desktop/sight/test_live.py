"""The live camera, from a film through the very same sink: outlined, taken once, asked about, unplugged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from returns_desk.desktop.sight.troubles import CameraTrouble
from tests.desktop.code_pictures import EMPTY, scene
from tests.desktop.sight.conftest import KETTLE, UNKNOWN, OpenStation

OTHER_UNKNOWN = "XX-2210-7781"
# what Qt's multimedia part says, once, on a computer without a graphics card
pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't load .* library", "Couldn't resolve .* symbols", "No RHI backend", extend=True
)


def plain(text: str) -> str:
    """A text without directing signs."""
    return text.translate(dict.fromkeys((0x2068, 0x2069, 0x200E, 0x200F)))


def test_a_known_code_is_outlined_with_its_name_and_taken_once(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((KETTLE, "EAN13")), 2.5))
    station.wait_for(lambda: station.scans == [KETTLE])
    [mark] = station.part("camera_view").marks
    assert mark.title.startswith("Electric kettle")
    assert plain(mark.line) == f"Product · {KETTLE}"
    assert mark.known
    assert station.text("sight_title").startswith("Electric kettle")
    station.wait_for_end()
    assert station.scans == [KETTLE]
    station.settle()
    assert station.shell.bench is not None
    assert station.shell.bench.item is not None


def test_the_same_code_is_taken_again_after_the_set_time_out_of_sight(open_camera: OpenStation) -> None:
    station = open_camera(camera_again_ms=600)
    kettle = scene((KETTLE, "EAN13"))
    station.film((kettle, 0.8), (EMPTY, 0.3), (kettle, 0.6), (EMPTY, 1.2), (kettle, 0.8))
    station.wait_for_end()
    assert station.scans == [KETTLE, KETTLE]


def test_an_unknown_code_is_taken_only_when_the_clerk_says_so(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((UNKNOWN, "EAN13")), 20))
    station.read_question()
    assert station.scans == []
    assert station.text("sight_title") == f"Unknown code: {UNKNOWN}"
    assert not station.part("camera_view").marks[0].known
    station.press(int(Qt.Key.Key_Return), "\r")
    assert station.scans == [UNKNOWN]


def test_an_unknown_code_that_is_left_is_not_asked_about_again(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((UNKNOWN, "EAN13")), 20))
    station.read_question()
    station.press(int(Qt.Key.Key_Escape), "\x1b")
    assert station.part("sight").question is None
    station.qtbot.wait(600)
    assert station.part("sight").question is None
    assert station.scans == []


def test_an_unknown_code_can_be_touched_in_the_picture(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((UNKNOWN, "EAN13")), 20))
    station.read_question()
    view = station.part("camera_view")
    QTest.mouseClick(
        view, Qt.MouseButton.LeftButton, pos=view._outline(view.marks[0]).boundingRect().center().toPoint()
    )
    assert station.scans == [UNKNOWN]


def test_an_enter_that_was_on_its_way_answers_no_question(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((UNKNOWN, "EAN13")), 20))
    station.wait_for(lambda: station.part("sight").question is not None)
    station.keys.enter(after=500)
    station.qtbot.wait(130)
    assert station.scans == []


def test_of_several_unknown_codes_the_clerk_chooses(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((UNKNOWN, "EAN13"), (OTHER_UNKNOWN, "Code128")), 20))
    station.read_question()
    assert station.scans == []
    buttons = [station.part(f"sight_answer_{place}") for place in range(2)]
    next(button for button in buttons if OTHER_UNKNOWN in button.accessibleName()).click()
    assert station.scans == [OTHER_UNKNOWN]


def test_a_blurred_code_is_read_by_the_thorough_look(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((KETTLE, "EAN13"), blur=1.6), 20))
    station.wait_for(lambda: station.scans == [KETTLE])


def test_a_camera_that_is_pulled_out_is_said_and_the_scanner_works_on(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((EMPTY, 0.5))
    station.wait_for_end()
    assert station.troubles == [CameraTrouble.UNPLUGGED]
    assert station.text("sight_title") == "The camera is gone"
    assert "F2" in station.text("sight_detail")
    station.keys.scan(KETTLE)
    station.wait_for(lambda: station.scans == [KETTLE])


def test_without_a_camera_it_is_said_in_words(open_station: OpenStation) -> None:
    station = open_station(language="he")
    station.press(int(Qt.Key.Key_F9))
    if not station.part("camera_view")._picture.isNull():
        pytest.skip("this computer has a camera")
    assert station.text("sight_title") in ("לא נמצאה מצלמה", "אין הרשאה להשתמש במצלמה")
    station.press(int(Qt.Key.Key_F9))
    assert not station.part("sight").isVisible()


def test_the_camera_stays_open_in_another_language(open_camera: OpenStation) -> None:
    station = open_camera()
    station.film((scene((UNKNOWN, "EAN13")), 20))
    station.part("language").click()
    station.wait_for(lambda: station.part("sight").question is not None)
    assert station.sight.is_live
    assert "קוד לא מוכר" in station.text("sight_title")


def test_the_camera_gives_still_pictures(open_camera: OpenStation) -> None:
    station = open_camera()
    assert station.sight.still().isNull()
    station.film((EMPTY, 20))
    station.wait_for(lambda: not station.sight.still().isNull())
    assert (station.sight.still().width(), station.sight.still().height()) == (640, 480)
