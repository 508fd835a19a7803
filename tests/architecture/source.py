"""The program's own source as syntax trees, read once for all tests of the house."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "returns_desk"


@dataclass(frozen=True)
class Module:
    """One module: its path inside the package (``store/work.py``), its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, in order of name."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Module(path.relative_to(PACKAGE).as_posix(), text, ast.parse(text)))
    return tuple(found)


def is_migration(module: Module) -> bool:
    """A written migration is a record of the past: never touched again, so never split either."""
    return module.name.startswith("store/migrations/versions/")
