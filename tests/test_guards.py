"""The guards can fail: each is provoked in a test run of its own."""

import pytest

pytest_plugins = ["pytester"]

PROVOKED = {
    "a log warning nobody expected": (
        "import logging\ndef test_it(): logging.getLogger('x').warning('odd')",
        "logged without being expected",
    ),
    "a thread left running": (
        "import threading\nstop = threading.Event()\n"
        "def test_it(): threading.Thread(target=stop.wait, daemon=True).start()",
        "threads left running",
    ),
    "a Qt warning": (
        "from PySide6.QtCore import qWarning\ndef test_it(): qWarning('odd')",
        "Qt messages with level WARNING or above emitted",
    ),
    "a dialog that waits": (
        "from PySide6.QtWidgets import QDialog\ndef test_it(qapp): QDialog().exec()",
        "a dialog that waits in its own event loop",
    ),
    "a question that waits": (
        "from PySide6.QtWidgets import QMessageBox\ndef test_it(qapp): QMessageBox.question(None, 'a', 'b')",
        "a dialog that waits in its own event loop",
    ),
    "a timer left running": (
        "from PySide6.QtCore import QTimer\nkept = []\ndef test_it(qapp): kept.append(QTimer()); kept[0].start(1000)",
        "timers left running",
    ),
    "a window left open": (
        "from PySide6.QtWidgets import QWidget\nkept = []\ndef test_it(qapp): kept.append(QWidget()); kept[0].show()",
        "windows left open",
    ),
    "a thread of Qt's left running": (
        "from PySide6.QtCore import QThread\nfrom threading import Event\nstop, seen, kept = Event(), Event(), []\n"
        "class Thread(QThread):\n    def run(self): seen.set(); stop.wait(4)\n"
        "def test_it(qapp): kept.append(Thread()); kept[0].start(); seen.wait(5)",
        "threads left running",
    ),
}


@pytest.fixture
def guarded(pytester: pytest.Pytester, request: pytest.FixtureRequest) -> pytest.Pytester:
    """A test folder of its own with the guards of this one."""
    pytester.makeini("[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\nmarkers = expects_log(text): heard\n")
    pytester.makeconftest('pytest_plugins = ["tests.guards"]')
    pytester.syspathinsert(request.config.rootpath)
    return pytester


@pytest.mark.parametrize("name", PROVOKED)
def test_each_guard_fails_the_test_that_deserves_it(guarded: pytest.Pytester, name: str) -> None:
    code, said = PROVOKED[name]
    guarded.makepyfile(code)
    result = guarded.runpytest_subprocess("-p", "no:cacheprovider")
    assert result.ret != 0  # Qt aborts a process that ends with its thread running
    assert said in result.stdout.str()


def test_an_expected_warning_passes_and_must_be_heard(guarded: pytest.Pytester) -> None:
    guarded.makepyfile(
        """
        import logging
        import pytest

        @pytest.mark.expects_log("o.d")
        def test_heard(): logging.getLogger("x").warning("odd")

        @pytest.mark.expects_log("never")
        def test_unheard(): pass
        """
    )
    result = guarded.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*expected in the log but not there*"])
