"""The page of papers in the real window, with the sample shop behind it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.papering.page import PaperingPage
from tests.desktop.deciding.conftest import Rules, opened


class Papers(Rules):
    """The page as a person has it before them."""

    tab = "settings_papers"

    @property
    def page(self) -> Any:
        (page,) = self.shell.inside.findChildren(PaperingPage)
        return page


OpenPapers = Callable[..., Papers]


@pytest.fixture
def open_papers(sample_home: Path, qtbot: QtBot) -> Iterator[OpenPapers]:
    yield from opened(sample_home, qtbot, Papers)
