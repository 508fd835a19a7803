"""A book of rules for decisions from a TOML file: everything that is wrong in it is told, each with its line.

Money is written in the shop's currency, shares in percent. Nothing is guessed: a value that cannot be read makes a
fault, and what stands in the book at its place is of no account.
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.refusals import ImportRefused
from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.domain.rules import RuleBook
from returns_desk.exchange.rule_tables import RuleTables
from returns_desk.exchange.rule_values import Written
from returns_desk.exchange.toml_lines import TomlLines

LARGEST = 2_000  # kilobytes
LONGEST = 1_000  # signs of a line
DEEPEST = 60  # points or brackets in a line
_COVERING = frozenset({RuleFact.NO_GENERAL, RuleFact.GAP, RuleFact.ENDS, RuleFact.OVERLAP})


@dataclass(frozen=True)
class RuleFile:
    """What a file says: its book, none where it is no TOML, and what of it could not be read.

    ``unsure``: of some row it is not known for what or when it counts, so that nobody can say which days are covered.
    """

    book: RuleBook | None
    unread: tuple[RuleFault, ...]
    lines: TomlLines
    unsure: bool = False

    def faults(self, check: Callable[[RuleBook], Iterable[RuleFault]]) -> tuple[RuleFault, ...]:
        """All faults by their lines: those of the file, and those that ``check`` finds in its book."""
        found = () if self.book is None else check(self.book)
        told = [*self.unread, *(each for each in found if not (self.unsure and each.fact in _COVERING))]
        placed = dict.fromkeys(self._placed(each) for each in told)
        return tuple(sorted(placed, key=lambda fault: fault.line))

    def _placed(self, fault: RuleFault) -> RuleFault:
        if fault.line or self.book is None:
            return fault
        table = fault.section.value
        other = self.lines.line(table, fault.other) if fault.other else 0
        return replace(fault, line=self.lines.line(table, fault.place, fault.name), other=other)


def read_rules(path: Path, currency: str, today: date) -> RuleFile:
    """Read a file; one that leaves ``valid_from`` out begins today. Refuses ``ImportRefused`` where there is none."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST * 1000 + 1)
    except FileNotFoundError:
        raise ImportRefused(FileFact.MISSING, path.name) from None
    except OSError:
        return _refused(RuleFault(RuleFact.CANNOT_OPEN))
    return rules_from(content, currency, today)


def rules_from(content: bytes, currency: str, today: date) -> RuleFile:
    """Read the bytes of a file."""
    if len(content) > LARGEST * 1000:
        return _refused(RuleFault(RuleFact.TOO_LARGE, value=str(LARGEST)))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as broken:
        return _refused(RuleFault(RuleFact.NO_TEXT_FILE, line=content.count(b"\n", 0, broken.start) + 1))
    unfit = next(filter(None, map(_unfit_line, enumerate(text.split("\n"), 1))), None)
    return _refused(unfit) if unfit else _parsed(text, currency, today)


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


def _parsed(text: str, currency: str, today: date) -> RuleFile:
    lines = TomlLines(text)
    try:
        written = tomllib.loads(text, parse_float=Written)
    except RecursionError:
        return _refused(RuleFault(RuleFact.TOO_DEEP, line=1))
    except ValueError as error:
        return RuleFile(None, (_no_toml(lines, str(error)),), lines)
    return _read(written, lines, currency, today)


def _read(written: dict[str, Any], lines: TomlLines, currency: str, today: date) -> RuleFile:
    tables = RuleTables(written, currency)
    book = tables.book(today)
    return RuleFile(book, tuple(tables.faults), lines, tables.unsure)


def _refused(fault: RuleFault) -> RuleFile:
    return RuleFile(None, (fault,), TomlLines(""))


def _no_toml(lines: TomlLines, message: str) -> RuleFault:
    line, column = lines.at_fault(message)
    key = lines.key_at(line)
    if message.startswith("Cannot"):
        return RuleFault(RuleFact.KEY_TWICE, Section.BOOK, 0, key or lines.shown(line), line=line)
    return RuleFault(RuleFact.SYNTAX, Section.BOOK, 0, str(column), lines.shown(line), line=line)
