"""The page of suppliers in the real window, with the sample shop behind it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.supplying.page import SupplyingPage
from returns_desk.desktop.widgets.table import Table
from tests.desktop.deciding.conftest import Rules, opened


class Suppliers(Rules):
    """The page as a person has it before them."""

    tab = "settings_suppliers"

    @property
    def page(self) -> Any:
        (page,) = self.shell.inside.findChildren(SupplyingPage)
        return page

    def choose(self, code: str) -> None:
        """Choose a supplier in the list, and wait until its terms were asked about the example."""
        table = self.find(Table, "suppliers_table")
        codes = [each.partner.code for each in table.rows_model.rows]
        table.choose(codes.index(code))
        self.rest()
        assert self.page.board.code == code


OpenSuppliers = Callable[..., Suppliers]


@pytest.fixture
def open_suppliers(sample_home: Path, qtbot: QtBot) -> Iterator[OpenSuppliers]:
    yield from opened(sample_home, qtbot, Suppliers)
