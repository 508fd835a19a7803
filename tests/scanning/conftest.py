"""Where the real scans are, on a machine that has them."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def real_scans() -> Path:
    """The folder with real photographs and tracking numbers, beside the checkout; absent on a user's machine."""
    for above in Path(__file__).resolve().parents:
        if (above / "shared" / "data" / "tracking_numbers.json").is_file():
            return above / "shared" / "data"
    pytest.skip("the real photographs and tracking numbers are not on this machine")
