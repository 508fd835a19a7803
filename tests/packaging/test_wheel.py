"""``pip install .`` gives a whole program: the wheel carries every resource and starts away from the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROBE = """
import returns_desk
from returns_desk.resources import resource
from returns_desk.wording import Words
print(returns_desk.__file__)
print(resource("fonts", "Heebo-Bold.ttf").is_file())
print(Words("he")("Faulty"))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    pytest.importorskip("hatchling", reason="the wheel's builder (hatchling) is not installed here")
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-w", folder, checkout], check=True, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_every_resource_is_in_the_wheel(wheel: Path, checkout: Path) -> None:
    resources = [path.relative_to(checkout / "resources") for path in (checkout / "resources").rglob("*")]
    wanted = {
        f"returns_desk/_resources/{path.as_posix()}" for path in resources if path.suffix and path.suffix != ".pyc"
    }
    with zipfile.ZipFile(wheel) as packed:
        assert not wanted - set(packed.namelist())
    assert {"fonts", "icons", "sounds", "wording", "sample", "themes"} <= {path.parts[0] for path in resources}


def test_every_module_is_in_the_wheel_and_no_test(wheel: Path, checkout: Path) -> None:
    wanted = {path.relative_to(checkout).as_posix() for path in (checkout / "returns_desk").rglob("*.py")}
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert not wanted - names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"returns_desk"}


def test_the_licence_and_the_command_come_along(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        said = {Path(name).name: name for name in packed.namelist() if ".dist-info/" in name}
        assert "returns-desk = returns_desk.app:main" in packed.read(said["entry_points.txt"]).decode()
    assert "LICENSE" in said


def test_an_installed_program_finds_its_own_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    run = [sys.executable, "-P", "-c", PROBE]
    done = subprocess.run(
        run, env={"PYTHONPATH": str(tmp_path / "installed")}, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    place, font, word = done.stdout.split("\n")[:3]
    assert Path(place).is_relative_to(tmp_path / "installed")
    assert (font, word) == ("True", "תקול")
