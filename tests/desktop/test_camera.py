"""Where frames come from: silence is told and ends, a computer without a camera says so."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from returns_desk.desktop.sight.troubles import CameraTrouble

pytest.importorskip(
    "PySide6.QtMultimedia",
    reason="Qt's multimedia part lacks a library on this computer (libpulse0 on Debian)",
    exc_type=ImportError,
)
from PySide6.QtMultimedia import QMediaDevices, QVideoFrame

from returns_desk.desktop.camera import Camera, FrameSource

pytestmark = pytest.mark.qt_log_ignore(
    "Couldn't load .* library", "Couldn't resolve .* symbols", "No RHI backend", extend=True
)


def a_frame() -> QVideoFrame:
    picture = QImage(32, 24, QImage.Format.Format_RGB32)
    picture.fill(0x808080)
    return QVideoFrame(picture)


def test_a_source_that_falls_silent_is_told_and_told_again_when_it_comes_back(qtbot: QtBot) -> None:
    source = FrameSource()
    source._silence.setInterval(30)
    with qtbot.waitSignal(source.troubled) as silence:
        source.sink.setVideoFrame(a_frame())
    assert silence.args == [CameraTrouble.NO_PICTURE]
    with qtbot.waitSignals([source.started, source.framed]):
        source.sink.setVideoFrame(a_frame())
    source.close()


def test_the_newest_frame_is_a_still_picture(qtbot: QtBot) -> None:
    source = FrameSource()
    assert source.still().isNull()
    with qtbot.waitSignal(source.framed):
        source.sink.setVideoFrame(a_frame())
    assert source.still().width() == 32
    source.close()


def test_a_computer_without_a_camera_says_so(qtbot: QtBot) -> None:
    if QMediaDevices.videoInputs():
        pytest.skip("this computer has a camera")
    camera = Camera()
    with qtbot.waitSignal(camera.troubled) as told:
        camera.open()
    assert told.args[0] in (CameraTrouble.NO_CAMERA, CameraTrouble.NOT_ALLOWED)
    assert not camera.has_torch
    camera.light(True)
    camera.take_next()
    camera.close()
