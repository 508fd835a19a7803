"""Printing at a station with one decided piece in a batch."""

from pathlib import Path

import pytest

from tests.builders import Station, decided_kettle
from tests.outbox.printing import Printing


@pytest.fixture
def printing(station: Station, tmp_path: Path) -> Printing:
    """The label of a kettle waits, and the kettle lies in SB-000001."""
    decided_kettle(station)
    return Printing(station, tmp_path)
