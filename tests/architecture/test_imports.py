"""Who may import whom: the contracts hold, and each of them really breaks when it is provoked."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .source import CHECKOUT, PACKAGE

LAYERS = "layers: who may import whom"
QT = "Qt only in the desktop"
SQLALCHEMY = "SQLAlchemy only in the store"
PAST_THE_USE_CASES = "the desktop never reaches past the use cases"

PROVOKED = [
    (LAYERS, "domain/money.py", "from returns_desk.wording import words"),
    (LAYERS, "domain/money.py", "from returns_desk import settings"),
    (LAYERS, "resources.py", "from returns_desk import wording"),
    (LAYERS, "wording/words.py", "from returns_desk import store"),
    (LAYERS, "store/work.py", "from returns_desk import documents"),
    (LAYERS, "documents/kit/page.py", "from returns_desk import exchange"),
    (LAYERS, "exchange/rows.py", "from returns_desk import scanning"),
    (LAYERS, "scanning/scan.py", "from returns_desk import store"),
    (LAYERS, "usecases/__init__.py", "from returns_desk import desk"),
    (LAYERS, "desk.py", "from returns_desk import desktop"),
    (LAYERS, "desktop/__init__.py", "from returns_desk import cli"),
    (LAYERS, "desktop/__init__.py", "from returns_desk import app"),
    (QT, "usecases/__init__.py", "import PySide6.QtCore"),
    (QT, "documents/kit/page.py", "from PySide6 import QtGui"),
    (QT, "cli.py", "import PySide6"),
    (SQLALCHEMY, "usecases/__init__.py", "import sqlalchemy"),
    (SQLALCHEMY, "desk.py", "from sqlalchemy.orm import Session"),
    (SQLALCHEMY, "exchange/rows.py", "import pysqlite3"),
    (PAST_THE_USE_CASES, "desktop/__init__.py", "from returns_desk.store import database"),
]


def _lint(folder: Path) -> tuple[int, str]:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the house to do damage in."""
    shutil.copytree(PACKAGE, tmp_path / "returns_desk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def _file_of(copy: Path, name: str) -> Path:
    """The file of a module, also where it has become a package since."""
    path = copy / "returns_desk" / name
    return path if path.exists() else path.with_suffix("") / "__init__.py"


def test_every_contract_is_kept() -> None:
    status, said = _lint(CHECKOUT)
    assert status == 0, said


@pytest.mark.parametrize(("contract", "module", "line"), PROVOKED, ids=[f"{m}: {line}" for _, m, line in PROVOKED])
def test_a_forbidden_import_breaks_its_contract(copy: Path, contract: str, module: str, line: str) -> None:
    path = _file_of(copy, module)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    status, said = _lint(copy)
    assert status == 1
    assert f"{contract} BROKEN" in said


def test_a_new_package_must_be_given_its_layer(copy: Path) -> None:
    (copy / "returns_desk" / "newcomer.py").write_text('"""Nobody said where this belongs."""\n', encoding="utf-8")
    status, said = _lint(copy)
    assert status == 1
    assert "newcomer" in said
