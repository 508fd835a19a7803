"""Where frames come from: a camera of this computer, found again after it was unplugged.

Imports Qt's multimedia part, so nobody imports this before a camera is first wanted.
"""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from returns_desk.desktop.sight.troubles import CameraTrouble

SILENCE_MS = 4_000
_GOOD_PIXELS = 1280 * 720  # more makes every look dearer, less loses fine bars
_LEAST_FRAMES = 10  # a second
_DEVICES = Path("/dev")


class FrameSource(QObject):
    """Gives frames through a video sink, and says when none come any more."""

    framed = Signal(QVideoFrame)
    troubled = Signal(CameraTrouble)
    started = Signal(str)  # the name of what gives the picture

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._on_frame)
        self._silence = QTimer(self, interval=SILENCE_MS, singleShot=True)
        self._silence.timeout.connect(self._on_silence)
        self._was_silent = False

    def open(self) -> None:
        """Begin to give frames; ``started`` or ``troubled`` tells how it went."""

    def close(self) -> None:
        """Give no more frames."""
        self._silence.stop()

    def still(self) -> QImage:
        """The newest frame as a picture; a null picture if there is none."""
        frame = self.sink.videoFrame()
        return frame.toImage() if frame.isValid() else QImage()

    @property
    def has_torch(self) -> bool:
        """Whether there is a light to switch on."""
        return False

    def light(self, on: bool) -> None:
        """Switch the light, where there is one."""

    def focus_on(self, point: QPointF) -> None:
        """Make this point sharp (0 to 1 each way), where that can be done."""

    @property
    def others(self) -> int:
        """How many other cameras there are."""
        return 0

    def take_next(self) -> None:
        """Go to the next camera."""

    def _on_frame(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        self._silence.start()
        if self._was_silent:
            self._was_silent = False
            self.started.emit("")
        self.framed.emit(frame)

    def _on_silence(self) -> None:
        self._was_silent = True
        self.troubled.emit(CameraTrouble.NO_PICTURE)


class Camera(FrameSource):
    """The computer's default camera, or the one that was chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._on_devices)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.sink)
        self._camera: QCamera | None = None
        self._device = QCameraDevice()
        self._wanted = False

    def open(self) -> None:
        """Ask for the camera, which may ask the person first, and start it."""
        self._wanted = True
        app = cast(QCoreApplication, QCoreApplication.instance())
        permission = QCameraPermission()
        match app.checkPermission(permission):
            case Qt.PermissionStatus.Granted:
                self._start()
            case Qt.PermissionStatus.Undetermined:
                app.requestPermission(permission, self, lambda _answer: self._on_permission())
            case _:
                self.troubled.emit(CameraTrouble.NOT_ALLOWED)

    def close(self) -> None:
        """Stop the camera; its light goes out."""
        self._wanted = False
        super().close()
        self._let_go()

    def _on_permission(self) -> None:
        app = cast(QCoreApplication, QCoreApplication.instance())
        if app.checkPermission(QCameraPermission()) is not Qt.PermissionStatus.Granted:
            self.troubled.emit(CameraTrouble.NOT_ALLOWED)
        elif self._wanted:
            self._start()

    def _start(self) -> None:
        inputs = QMediaDevices.videoInputs()
        if not inputs:
            self.troubled.emit(CameraTrouble.NOT_ALLOWED if _is_locked_away() else CameraTrouble.NO_CAMERA)
            return
        if self._device not in inputs:
            self._device = QMediaDevices.defaultVideoInput()
        self._let_go()
        self._camera = camera = QCamera(self._device, self)
        _choose_format(camera, self._device)
        camera.errorOccurred.connect(self._on_error)
        self._session.setCamera(camera)
        if camera.isFocusModeSupported(QCamera.FocusMode.FocusModeAutoNear):
            camera.setFocusMode(QCamera.FocusMode.FocusModeAutoNear)
        self._silence.start()
        camera.start()
        self.started.emit(self._device.description())

    def _let_go(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
            self._camera = None

    def _on_error(self, error: QCamera.Error, _text: str) -> None:
        if error is not QCamera.Error.NoError and self._camera is not None:
            self._silence.stop()
            self.troubled.emit(CameraTrouble.NO_PICTURE)

    def _on_devices(self) -> None:
        """A camera came or went."""
        if not self._wanted:
            return
        inputs = QMediaDevices.videoInputs()
        if self._camera is None:
            self._start()
        elif self._device not in inputs:
            self._silence.stop()
            self._let_go()
            self.troubled.emit(CameraTrouble.UNPLUGGED)
            if inputs:
                self._start()

    @property
    def has_torch(self) -> bool:
        """Whether the camera has a light."""
        return self._camera is not None and self._camera.isTorchModeSupported(QCamera.TorchMode.TorchOn)

    def light(self, on: bool) -> None:
        """Switch the camera's light."""
        if self._camera is not None and self.has_torch:
            self._camera.setTorchMode(QCamera.TorchMode.TorchOn if on else QCamera.TorchMode.TorchOff)

    def focus_on(self, point: QPointF) -> None:
        """Make this point sharp, where the camera can."""
        if self._camera is not None and self._camera.supportedFeatures() & QCamera.Feature.CustomFocusPoint:
            self._camera.setCustomFocusPoint(point)

    @property
    def others(self) -> int:
        """How many other cameras are plugged in."""
        return max(0, len(QMediaDevices.videoInputs()) - 1)

    def take_next(self) -> None:
        """Go to the next camera."""
        inputs = QMediaDevices.videoInputs()
        if self._wanted and inputs:
            place = inputs.index(self._device) if self._device in inputs else -1
            self._device = inputs[(place + 1) % len(inputs)]
            self._start()


def _choose_format(camera: QCamera, device: QCameraDevice) -> None:
    """The size nearest to what reads well, among those that are not too slow."""
    offered = [one for one in device.videoFormats() if one.maxFrameRate() >= _LEAST_FRAMES]
    if offered:
        camera.setCameraFormat(min(offered, key=_distance))


def _distance(offered: QCameraFormat) -> tuple[int, float]:
    size = offered.resolution()
    return abs(size.width() * size.height() - _GOOD_PIXELS), -offered.maxFrameRate()


def _is_locked_away() -> bool:
    """Whether Linux has a camera that this person may not open: such a one is not listed at all."""
    files = list(_DEVICES.glob("video*")) if _DEVICES.is_dir() else []
    return bool(files) and not any(_may_open(file) for file in files)


def _may_open(file: Path) -> bool:
    try:
        with file.open("rb", buffering=0):
            return True
    except PermissionError:
        return False
    except OSError:
        return True  # busy or not a camera: not a question of permission
