"""A sample shop for every test: made once, copied for each."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from returns_desk.app import main
from tests.cli.desk_at_hand import Commands


@pytest.fixture(scope="session")
def _sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("sample")
    assert main(["--home", str(home), "--language", "en", "init", "--sample"]) == 0
    return home


@pytest.fixture
def home(_sample_home: Path, tmp_path: Path) -> Path:
    """The folder of a sample shop on its first morning."""
    folder = tmp_path / "home"
    shutil.copytree(_sample_home, folder)
    return folder


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Commands]:
    """Runs commands in the sample shop."""
    with pytest.MonkeyPatch.context() as patch:
        yield Commands(home, capsys, patch)


@pytest.fixture
def run_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Commands]:
    """Runs commands where nothing was begun yet."""
    with pytest.MonkeyPatch.context() as patch:
        yield Commands(tmp_path / "nothing", capsys, patch)


@pytest.fixture
def kettle(run: Commands) -> str:
    """A faulty kettle, unpacked and decided for its supplier; gives its number. Its batch is SB-000001."""
    run.scan("RR402101201IL", "7290011232016", "DO-D", "DO-F-LEAKS", "DO-OK", "DO-CLOSE")
    return "IT-1-000001"
