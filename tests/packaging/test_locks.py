"""The lock files: what pyproject.toml asks for, once, with hashes, the same in both."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.*?))? \\$", re.MULTILINE)


def _pins(checkout: Path, name: str) -> dict[str, str]:
    text = (checkout / "packaging" / name).read_text(encoding="utf-8")
    found = PIN.findall(text)
    assert len({package for package, _, _ in found}) == len(found), "one version of each on every system"
    return {package: version for package, version, _ in found}


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict:
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_program_and_its_tests_run_on_the_same_versions(checkout: Path) -> None:
    run, test = _pins(checkout, "requirements.lock"), _pins(checkout, "requirements-test.lock")
    assert run.items() <= test.items()


def test_everything_asked_for_is_locked_at_a_version_that_fits(checkout: Path, project: dict) -> None:
    groups = {
        "requirements.lock": project["project"]["dependencies"] + project["dependency-groups"]["build"],
        "requirements-test.lock": project["project"]["optional-dependencies"]["test"],
    }
    for lock, asked in groups.items():
        pins = _pins(checkout, lock)
        for requirement in map(Requirement, asked):
            assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_locked_part_has_its_hashes(checkout: Path, lock: str) -> None:
    text = (checkout / "packaging" / lock).read_text(encoding="utf-8")
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    assert not [part.split()[0] for part in parts if part.strip() and "--hash=sha256:" not in part]


def test_the_heavy_web_engine_stays_out(checkout: Path) -> None:
    locked = _pins(checkout, "requirements-test.lock")
    assert "pyside6" not in locked
    assert not [name for name in locked if "webengine" in name]
