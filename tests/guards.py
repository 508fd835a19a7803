"""What no test may leave behind or let pass unseen: log warnings, threads, timers, windows, a dialog that waits.

Qt's own warnings are caught by pytest-qt (``qt_log_level_fail`` in pyproject.toml). A test that provokes a log record
on purpose says so: ``@pytest.mark.expects_log("regular expression")``.
"""

import gc
import logging
import re
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from shiboken6 import isValid

_GRACE_SECONDS = 1.0
_started: "weakref.WeakSet[QtCore.QObject]" = weakref.WeakSet()


class NestedLoop(AssertionError):
    """A dialog wanted to wait for the person in an event loop of its own."""


def _refuse_to_wait(*_args: Any, **_kwargs: Any) -> None:
    raise NestedLoop("a dialog that waits in its own event loop: use open() and signals")


_WAITING = {
    QtWidgets.QDialog: ["exec"],
    QtWidgets.QMessageBox: ["exec", "information", "question", "warning", "critical", "about"],
    QtWidgets.QFileDialog: ["getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"],
    QtWidgets.QInputDialog: ["getText", "getInt", "getDouble", "getItem", "getMultiLineText"],
    QtWidgets.QMenu: ["exec"],
}


@pytest.fixture(autouse=True, scope="session")
def _dialogs_never_wait() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for kind, names in _WAITING.items():
            for name in names:
                patch.setattr(kind, name, _refuse_to_wait)
        yield


def _remembering(start: Callable[..., Any]) -> Callable[..., Any]:
    def start_and_remember(thing: QtCore.QObject, *args: Any, **kwargs: Any) -> Any:
        _started.add(thing)
        return start(thing, *args, **kwargs)

    return start_and_remember


_set_aside = gc.freeze


@pytest.fixture(autouse=True, scope="session")
def _windows_keep_nothing_for_ever() -> Iterator[None]:
    """A window keeps what its start made for its whole run; here hundreds of them come and go in one process."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("freeze", "unfreeze"):
            patch.setattr(gc, name, lambda: None)
        yield


@pytest.fixture(autouse=True)
def _windows_are_torn_down(request: pytest.FixtureRequest) -> None:
    """What is left of the windows before goes now, on Qt's thread: never later, by whoever looks for garbage then.

    The style sheet goes with them, and after them (Qt forgets whom it dressed): the next window is built bare and
    dressed once, as in the program, which takes half the time.
    """
    app = QtWidgets.QApplication.instance()
    if "qtbot" in request.fixturenames and isinstance(app, QtWidgets.QApplication):
        gc.collect()
        _set_aside()  # what lives between two tests is not looked through again
        app.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
        app.setStyleSheet("")


@pytest.fixture(autouse=True, scope="session")
def _what_was_started_is_known() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for kind in (QtCore.QTimer, QtCore.QThread, QtCore.QThreadPool):
            patch.setattr(kind, "start", _remembering(kind.start))
        yield


class _Listener(logging.Handler):
    """Keep what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(listener)
    expected = [text for marker in request.node.iter_markers("expects_log") for text in marker.args]
    unexpected = [line for line in listener.heard if not any(re.search(text, line) for text in expected)]
    unheard = [text for text in expected if not any(re.search(text, line) for line in listener.heard)]
    assert not unexpected, f"logged without being expected: {unexpected}"
    assert not unheard, f"expected in the log but not there: {unheard}"


def _running_threads() -> set[threading.Thread | QtCore.QObject]:
    running: set[threading.Thread | QtCore.QObject] = set(threading.enumerate())
    for thing in filter(isValid, list(_started)):
        if isinstance(thing, QtCore.QThread) and thing.isRunning():
            running.add(thing)
        if isinstance(thing, QtCore.QThreadPool) and thing.activeThreadCount():
            running.add(thing)
    return running


def _left_threads(before: set[threading.Thread | QtCore.QObject]) -> list[threading.Thread | QtCore.QObject]:
    """Threads that are still there after a moment's grace; a foreign thread seen by Python is judged by Qt instead."""
    deadline = time.monotonic() + _GRACE_SECONDS
    while left := [it for it in _running_threads() - before if not isinstance(it, threading._DummyThread)]:
        if time.monotonic() > deadline:
            break
        time.sleep(0.005)
    return left


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    threads = _running_threads()
    windows = set(_open_windows())
    yield
    left = _left_threads(threads)
    assert not left, f"threads left running: {left}"
    timers = [it for it in list(_started) if isValid(it) and isinstance(it, QtCore.QTimer) and it.isActive()]
    for timer in timers:
        timer.stop()  # the next test starts clean
    assert not timers, f"timers left running: {[timer.objectName() or timer.parent() for timer in timers]}"
    open_now = [window for window in _open_windows() if window not in windows]
    names = [window.objectName() or type(window).__name__ for window in open_now]
    for window in open_now:
        window.close()
    assert not names, f"windows left open: {names}"


def _open_windows() -> list[QtWidgets.QWidget]:
    if not isinstance(QtWidgets.QApplication.instance(), QtWidgets.QApplication):
        return []
    return [window for window in QtWidgets.QApplication.topLevelWidgets() if isValid(window) and window.isVisible()]
