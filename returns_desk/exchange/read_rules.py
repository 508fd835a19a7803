"""A book of rules for decisions from a TOML file: everything that is wrong in it is told, each with its line.

Money is written in the shop's currency, shares in percent. Nothing is guessed: a value that cannot be read makes a
fault, and what stands in the book at its place is of no account.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from returns_desk.domain.rule_faults import RuleFact, RuleFault
from returns_desk.domain.rules import RuleBook
from returns_desk.exchange.rule_tables import RuleTables
from returns_desk.exchange.toml_file import read_bytes, toml_from
from returns_desk.exchange.toml_lines import TomlLines

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
    return rules_from(read_bytes(path), currency, today)


def rules_from(content: bytes | None, currency: str, today: date) -> RuleFile:
    """Read the bytes of a file; none: it could not be opened."""
    file = toml_from(content)
    if file.written is None:
        return RuleFile(None, (file.fault,) if file.fault else (), file.lines)
    tables = RuleTables(file.written, currency)
    book = tables.book(today)
    return RuleFile(book, tuple(tables.faults), file.lines, tables.unsure)
