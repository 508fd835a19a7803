"""Printers are strangers to each test."""

from collections.abc import Iterator

import pytest

from returns_desk.exchange.printers.manners import MANNERS


@pytest.fixture(autouse=True)
def _strangers() -> Iterator[None]:
    MANNERS.known.clear()
    yield
    MANNERS.known.clear()
