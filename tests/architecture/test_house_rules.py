"""Rules of the house that no linter knows: where time comes from, how things are called, what stands in no file."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from .source import CHECKOUT, PACKAGE, Module, modules

# The ports of time and of new ids: everything else is handed them, so that tests can say when it is.
CLOCKS = {"app.py", "desk.py", "desktop/clock.py", "store/ids.py", "store/migrate.py"}
TIME_AND_CHANCE = re.compile(
    r"(datetime\.(now|utcnow|today)|date\.today|time\.time|(uuid\.|uuid_utils\.)?uuid[1-7]|secrets\.\w+)$"
)
VAGUE_NAMES = re.compile(r"(Manager|Helper|Utils?|Service|Data|Info)$|^(Abstract|My)[A-Z]")
VAGUE_MODULES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "data", "info", "service"}
MACHINE_PATHS = re.compile(r"(?<![\w.$}])/(?:wo" + r"rk|opt|root|tmp|home/\w+)/")
INDEXES = re.compile(r"--(find-links|index-url|extra-index-url|trusted-host)|file:///")
SHIPPED_TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".po", ".lock", ".json", ".csv", ".sh", ".txt", ""}
LEFT_ALONE = {"build", "dist", "__pycache__", "node_modules"}


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _calls(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node.lineno, _dotted(node.func)


def _imports(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_time_and_new_ids_come_in_through_their_ports() -> None:
    read = [
        f"{module.name}:{line} {name}"
        for module in modules()
        if module.name not in CLOCKS
        for line, name in _calls(module)
        if TIME_AND_CHANCE.match(name)
    ]
    assert not read


def test_the_domain_needs_nothing_but_python() -> None:
    foreign = [
        f"{module.name}: {name}"
        for module in modules()
        if module.name.startswith("domain/")
        for name in _imports(module)
        if not name.startswith("returns_desk.domain") and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert not foreign


def test_no_paragraph_is_made_from_raw_text() -> None:
    raw = [f"{m.name}:{line}" for m in modules() for line, name in _calls(m) if name.split(".")[-1] == "Paragraph"]
    assert not raw, "reportlab reads markup (and pictures) out of a Paragraph's text"


def test_nothing_is_called_vaguely() -> None:
    vague = [f"{module.name}" for module in modules() if Path(module.name).stem in VAGUE_MODULES]
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and VAGUE_NAMES.search(node.name):
                vague.append(f"{module.name}:{node.lineno} {node.name}")
            if isinstance(node, ast.FunctionDef) and node.name.lstrip("_").startswith("get_"):
                vague.append(f"{module.name}:{node.lineno} {node.name}")
    assert not vague


def test_every_module_says_what_it_is_for() -> None:
    silent = [m.name for m in modules() if not ast.get_docstring(m.tree) and m.tree.body]
    assert not silent


def test_nothing_is_left_to_do_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert not [module.name for module in modules() if later.search(module.text)]


def test_packaging_is_no_package() -> None:
    assert not (CHECKOUT / "packaging" / "__init__.py").exists(), "it would shadow the PyPI package `packaging`"


def _mocks(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any("mock" in name for name in _imports(Module(path.name, "", tree)))


def test_no_test_uses_mocks() -> None:
    assert not [path.name for path in (CHECKOUT / "tests").rglob("*.py") if _mocks(path)]


def _shipped_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(CHECKOUT.rglob("*")):
        inside = path.relative_to(CHECKOUT)
        hidden = any(part.startswith(".") and part != ".ci" for part in inside.parts[:-1])
        if not hidden and LEFT_ALONE.isdisjoint(inside.parts) and path.is_file() and path.suffix in SHIPPED_TEXT:
            yield inside.as_posix(), path.read_text(encoding="utf-8", errors="replace")


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert not [name for name, text in _shipped_texts() if MACHINE_PATHS.search(text)]


def test_no_lock_names_an_index_or_a_folder() -> None:
    locks = sorted((CHECKOUT / "packaging").glob("*.lock"))
    assert locks
    assert not [lock.name for lock in locks if INDEXES.search(lock.read_text(encoding="utf-8"))]


def test_the_program_is_where_the_tests_look() -> None:
    assert (PACKAGE / "__init__.py").is_file()
    assert len(modules()) > 20
