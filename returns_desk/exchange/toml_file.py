"""A small TOML file that people wrote: its tables with the lines on which they stand, or why there are none."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.refusals import ImportRefused
from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.exchange.rule_values import Written
from returns_desk.exchange.toml_lines import TomlLines

LARGEST = 2_000  # kilobytes
LONGEST = 1_000  # signs of a line
DEEPEST = 60  # points or brackets in a line


@dataclass(frozen=True)
class TomlFile:
    """What a file holds: its tables, none where it is no TOML, and then what is wrong with it."""

    written: dict[str, Any] | None
    lines: TomlLines
    fault: RuleFault | None = None


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a file, as far as they are looked at; none where it cannot be opened. Refuses ``ImportRefused``."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST * 1000 + 1)
    except FileNotFoundError:
        raise ImportRefused(FileFact.MISSING, path.name) from None
    except OSError:
        return None


def toml_from(content: bytes | None) -> TomlFile:
    """Read the bytes of a file; none: it could not be opened."""
    if content is None:
        return _refused(RuleFault(RuleFact.CANNOT_OPEN))
    if len(content) > LARGEST * 1000:
        return _refused(RuleFault(RuleFact.TOO_LARGE, value=str(LARGEST)))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as broken:
        return _refused(RuleFault(RuleFact.NO_TEXT_FILE, line=content.count(b"\n", 0, broken.start) + 1))
    unfit = next(filter(None, map(_unfit_line, enumerate(text.split("\n"), 1))), None)
    return _refused(unfit) if unfit else _parsed(text)


def _unfit_line(numbered: tuple[int, str]) -> RuleFault | None:
    """What is wrong with a line before anybody reads it as TOML."""
    number, line = numbered
    for fact, stands in (
        (RuleFact.NO_TEXT_FILE, _is_binary),
        (RuleFact.TOO_LONG, _is_long),
        (RuleFact.TOO_DEEP, _is_deep),
    ):
        if stands(line):
            return RuleFault(fact, line=number, value=str(LONGEST))
    return None


def _is_binary(line: str) -> bool:
    return "\0" in line


def _is_long(line: str) -> bool:
    return len(line) > LONGEST


def _is_deep(line: str) -> bool:
    """Whether a line nests names or values as no rule does; Python's reader of TOML takes endless room for them."""
    return not line.lstrip().startswith("#") and max(map(line.count, ".[{")) > DEEPEST


def _parsed(text: str) -> TomlFile:
    lines = TomlLines(text)
    try:
        return TomlFile(tomllib.loads(text, parse_float=Written), lines)
    except RecursionError:
        return _refused(RuleFault(RuleFact.TOO_DEEP, line=1))
    except ValueError as error:
        return TomlFile(None, lines, _no_toml(lines, str(error)))


def _refused(fault: RuleFault) -> TomlFile:
    return TomlFile(None, TomlLines(""), fault)


def _no_toml(lines: TomlLines, message: str) -> RuleFault:
    line, column = lines.at_fault(message)
    key = lines.key_at(line)
    if message.startswith("Cannot"):
        return RuleFault(RuleFact.KEY_TWICE, Section.BOOK, 0, key or lines.shown(line), line=line)
    return RuleFault(RuleFact.SYNTAX, Section.BOOK, 0, str(column), lines.shown(line), line=line)
