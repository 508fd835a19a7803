"""Parts of a window die on the window's thread: nobody else looks for garbage while one is open."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import OpenShell

_MANY = 50_000


class _Knot:
    """Something that only a round finds: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def threads_that_looked() -> Iterator[set[str]]:
    looked: set[str] = set()

    def listen(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            looked.add(threading.current_thread().name)

    gc.callbacks.append(listen)
    yield looked
    gc.callbacks.remove(listen)


def test_the_stores_thread_never_looks_for_garbage(
    open_shell: OpenShell, qtbot: QtBot, threads_that_looked: set[str]
) -> None:
    shell, _desk, _keyboard = open_shell()
    done: list[bool] = []
    shell.runner.do(lambda _: bool([_Knot() for _ in range(_MANY)]), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert "store" not in threads_that_looked


def test_what_is_dead_goes_while_the_window_is_open(open_shell: OpenShell, qtbot: QtBot) -> None:
    open_shell()
    knots = [_Knot() for _ in range(2_000)]
    one = weakref.ref(knots[-1])
    knots.clear()
    qtbot.waitUntil(lambda: one() is None)


def test_without_a_window_python_looks_by_itself_again(open_shell: OpenShell) -> None:
    shell, _desk, _keyboard = open_shell()
    assert not gc.isenabled()
    shell.close()
    assert gc.isenabled()
