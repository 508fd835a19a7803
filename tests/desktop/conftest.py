"""Windows for tests: the real shell over a desk without a database, shown and ready for scans."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from returns_desk.app import desk_opener
from returns_desk.desk import Desk
from returns_desk.desktop.lasting_constants import keep_constants_alive
from returns_desk.desktop.shell import Shell
from returns_desk.desktop.window import build_shell
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.settings import Settings
from tests.desktop.fake_desk import FakeDesk
from tests.desktop.typing_by_machine import Keyboard

keep_constants_alive()  # as the window does after its first paint


@pytest.fixture
def window(sample_home: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Shell]:
    """A window on the sample shop, in English or in the language that the test asks for."""
    settings = Settings(language=getattr(request, "param", "en"), sounds=False, station="1")
    shell = build_shell(settings, desk_opener(sample_home, settings, sample=True), sample_home)
    qtbot.addWidget(shell)
    shell.resize(1280, 720)
    with qtbot.waitSignal(shell.runner.opened, timeout=30_000):
        shell.show()
    yield shell
    shell.close()


OpenShell = Callable[..., tuple[Shell, FakeDesk, Keyboard]]


@pytest.fixture
def open_shell(qtbot: QtBot) -> Iterator[OpenShell]:
    """Open a window on a bench: ``open_shell(bench, language="he")`` gives the window, its desk and its keyboard."""
    shells: list[Shell] = []

    def build(
        bench: BenchSnapshot | None = None, language: str = "en", **changes: Any
    ) -> tuple[Shell, FakeDesk, Keyboard]:
        desk = FakeDesk(bench)
        shell = build_shell(Settings(language=language, sounds=False, station="2", **changes), lambda: cast(Desk, desk))
        shells.append(shell)
        qtbot.addWidget(shell)
        shell.resize(1280, 720)
        with qtbot.waitSignal(shell.runner.opened):
            shell.show()
        qtbot.waitUntil(lambda: shell.desk.bench is not None)
        shell.activateWindow()
        return shell, desk, Keyboard(shell)

    yield build
    for shell in shells:
        shell.close()
