"""How big a module, a function and a class may grow. Raising a limit is a visible change of this file."""

import ast
import subprocess
import sys

from .source import PACKAGE, is_migration, modules

MODULE_LINES = 300
FUNCTION_LINES = 40
CLASS_LINES = 200
COMPLEXITY = 8
ARGUMENTS = 6

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _length(node: ast.ClassDef | Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _too_long(kind: type | tuple[type, ...], limit: int) -> list[str]:
    return [
        f"{module.name}:{node.lineno} {node.name}: {_length(node)} lines"
        for module in modules()
        if not is_migration(module)
        for node in ast.walk(module.tree)
        if isinstance(node, kind) and _length(node) > limit
    ]


def test_no_module_is_too_long() -> None:
    long = [f"{m.name}: {m.lines} lines" for m in modules() if m.lines > MODULE_LINES and not is_migration(m)]
    assert not long


def test_no_function_is_too_long() -> None:
    assert not _too_long((ast.FunctionDef, ast.AsyncFunctionDef), FUNCTION_LINES)


def test_no_class_is_too_long() -> None:
    assert not _too_long(ast.ClassDef, CLASS_LINES)


def _arguments(function: Function) -> int:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_no_function_takes_too_many_arguments() -> None:
    many = [
        f"{module.name}:{node.lineno} {node.name}: {_arguments(node)} arguments"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, Function) and _arguments(node) > ARGUMENTS
    ]
    assert not many


def test_no_function_is_too_tangled_and_none_opts_out() -> None:
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--ignore-noqa", "--no-cache", "--quiet"]
    limit = ["--select", "C901", "--config", f"lint.mccabe.max-complexity={COMPLEXITY}", "--output-format", "concise"]
    found = subprocess.run([*ruff, *limit, PACKAGE], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
