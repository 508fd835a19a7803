"""packaging/run: what it says and does before the program starts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="the scripts in packaging/ are for bash, which is not here")
WINDOW = [[], ["--sample"], ["--language", "he"], ["--home", "list", "--sample"], ["--training", "--station", "2"]]
NO_WINDOW = [["demo"], ["--help"], ["--version"], ["--home", "here", "list", "items"], ["identify", "", "a b", "$(x)"]]


@pytest.fixture
def echo(tmp_path: Path) -> Path:
    """A stand-in for Python that says what it was asked to run, one argument a line."""
    script = tmp_path / "echo"
    script.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def _run(checkout: Path, echo: Path, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"RETURNS_DESK_PYTHON": str(echo), **more}
    command = [str(checkout / "packaging" / "run"), *args]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=echo.parent)


@pytest.mark.parametrize("args", WINDOW, ids=" ".join)
def test_without_a_display_the_window_is_refused_in_words(checkout: Path, echo: Path, args: list[str]) -> None:
    done = _run(checkout, echo, *args)
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "returns-desk demo" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("args", NO_WINDOW, ids=" ".join)
def test_a_command_without_a_window_needs_no_display(checkout: Path, echo: Path, args: list[str]) -> None:
    done = _run(checkout, echo, *args)
    assert done.returncode == 0
    assert done.stdout.split("\n")[:-1] == ["-P", "-m", "returns_desk", *args]
    assert done.stderr == ""


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_display_the_window_is_started(checkout: Path, echo: Path, name: str) -> None:
    done = _run(checkout, echo, "--sample", **{name: "something"})
    assert done.stdout.split("\n")[:-1] == ["-P", "-m", "returns_desk", "--sample"]


def _with_setup(checkout: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    text = f'set -euo pipefail; source "{checkout}/packaging/setup.sh"; {script}'
    return subprocess.run([str(BASH), "-c", text], env=os.environ | more, capture_output=True, text=True, check=False)


@pytest.fixture
def few_libraries(tmp_path: Path) -> str:
    """A PATH on which the loader knows one library only."""
    loader = tmp_path / "ldconfig"
    loader.write_text("#!/bin/sh\nprintf '\\tlibEGL.so.1 (libc6,x86-64) => /lib/libEGL.so.1\\n'\n", encoding="utf-8")
    loader.chmod(0o755)
    return f"{tmp_path}:{os.environ['PATH']}"


@pytest.mark.skipif(sys.platform != "linux", reason="packages are for Linux")
def test_a_missing_library_is_named_by_its_package(checkout: Path, few_libraries: str) -> None:
    done = _with_setup(checkout, 'missing_libraries "${libraries_of_window[@]}"', PATH=few_libraries)
    missing = done.stdout.split()
    assert "libegl1" not in missing
    assert {"libgl1", "libxcb-cursor0", "libxkbcommon-x11-0", "libdbus-1-3"} <= set(missing)


@pytest.mark.skipif(sys.platform != "linux", reason="packages are for Linux")
def test_where_nothing_may_be_installed_it_is_said_and_the_program_goes_on(checkout: Path, few_libraries: str) -> None:
    done = _with_setup(checkout, "may_install() { return 1; }; want_system_libraries; echo on", PATH=few_libraries)
    assert done.stdout == "on\n"
    sorry = "needs system packages that could not be installed here (as root: apt-get install"
    assert f"the window {sorry} libgl1 " in done.stderr
    assert f"one of the two readers of codes in pictures {sorry} libzbar0)" in done.stderr


def test_one_package_that_cannot_be_had_does_not_stop_the_others(checkout: Path) -> None:
    script = (
        'may_install() { return 0; }; asked=(); apt() { asked+=("$*"); [[ $* != *odd* ]]; };'
        "install_packages good1 odd good2 || echo failed; printf '%s\\n' \"${asked[@]}\""
    )
    said = _with_setup(checkout, script).stdout.splitlines()
    assert said[0] == "failed"
    assert [line.split()[-1] for line in said if line.startswith("install")] == ["good2", "good1", "odd", "good2"]


def test_an_old_python_is_refused_in_words(checkout: Path, tmp_path: Path) -> None:
    done = _with_setup(checkout, f"find_python() {{ return 1; }}; environment={tmp_path}/v; make_environment")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr


SCRIPTS = ["run", "test", "bench", "soak", "look", "lock", "setup.sh", "setup-test.sh", "../.ci/run"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_sound_bash(checkout: Path, name: str) -> None:
    script = checkout / "packaging" / name
    subprocess.run([str(BASH), "-n", script], check=True)
    assert script.suffix == ".sh" or os.access(script, os.X_OK)


def test_the_gate_runs_the_very_same_checks(checkout: Path) -> None:
    assert "exec packaging/test" in (checkout / ".ci" / "run").read_text(encoding="utf-8")
