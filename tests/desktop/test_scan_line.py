"""The line of scans: what it tells, and what it does not tell twice."""

from pytestqt.qtbot import QtBot

from tests.desktop.benches import a_bench, waiting_for_grade
from tests.desktop.conftest import OpenShell


def test_a_bench_that_stands_as_before_is_not_shown_again(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell, desk, _ = open_shell(a_bench())
    told: list[object] = []
    shell.scans.bench_changed.connect(told.append)
    shell.scans.look_again()
    shell.runner.do(lambda _: None, told.append)  # answered after the look
    qtbot.waitUntil(lambda: told == [None])
    desk.bench = waiting_for_grade()
    shell.scans.look_again()
    qtbot.waitUntil(lambda: told == [None, desk.bench])
