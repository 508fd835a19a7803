"""Printers are strangers to each test; small disks that can be full."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from returns_desk.exchange.printers.manners import MANNERS


@pytest.fixture(autouse=True)
def _strangers() -> Iterator[None]:
    MANNERS.known.clear()
    yield
    MANNERS.known.clear()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """A disk of its own, mounted with options: ``disk("size=16k")``."""
    places: list[Path] = []

    def mount(options: str) -> Path:
        place = tmp_path / f"disk{len(places)}"
        place.mkdir()
        try:
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("a small disk for a test is mounted by root only")
        places.append(place)
        return place

    yield mount
    for place in places:
        subprocess.run(["umount", place], check=True)
