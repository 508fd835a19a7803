"""The values of a file of rules, key by key: what reads as a book, and what reads as nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from returns_desk.domain.check_rules import MOST_ROWS
from returns_desk.domain.rule_faults import RuleFact, RuleFault, Section
from returns_desk.domain.rule_figures import Figure, in_order, kind_of
from returns_desk.domain.rules import Rule, RuleBook, Stream, StreamFee
from returns_desk.exchange.rule_values import AMOUNT, BY_KIND, DAY, STREAM, TEXT, Unread, shown

BOOK_KEYS = ("valid_from", "currency", "hour", "fee", "rule")
FEE_KEYS = ("stream", "per_kg", "at_least")
SCOPE_KEYS = ("category", "supplier", "from", "until")
_FIGURES = frozenset(Figure)
_Table = dict[str, Any]


class RuleTables:
    """Reads the tables of one file; afterwards ``faults`` says what could not be read, in the order of the file.

    ``unsure``: of some row it is not known for what or when it counts.
    """

    def __init__(self, written: _Table, currency: str) -> None:
        self.faults: list[RuleFault] = []
        self.unsure = False
        self._written = written
        self._currency = currency

    def book(self, today: date) -> RuleBook:
        """The book, as far as it can be read."""
        self._strangers(self._written, BOOK_KEYS, Section.BOOK, 0)
        named = self._value(self._written, "currency", TEXT, self._currency)
        if named.upper() != self._currency:
            self._fault(RuleFact.OTHER_CURRENCY, Section.BOOK, 0, "currency", named)
        if "hour" not in self._written:
            self._fault(RuleFact.MISSING_KEY, Section.BOOK, 0, "hour")
        return RuleBook(
            valid_from=self._value(self._written, "valid_from", DAY, today),
            hour=self._value(self._written, "hour", AMOUNT, 0),
            fees=self._fees(),
            rules=tuple(self._row(table, place) for place, table in self._tables(Section.RULE)),
        )

    def _tables(self, section: Section) -> list[tuple[int, _Table]]:
        """The tables of a name with their places; whatever else stands there is a fault, and an empty table."""
        written = self._written.get(section.value, [])
        if isinstance(written, list) and all(isinstance(each, dict) for each in written):
            return list(enumerate(written[: MOST_ROWS + 1], 1))  # one too many is enough to be told so
        self._fault(RuleFact.NOT_A_TABLE, Section.BOOK, 0, section.value)
        self.unsure = True
        return []

    def _fees(self) -> tuple[StreamFee, ...]:
        tables = self._tables(Section.FEE)
        streams = [self._stream(table, place) for place, table in tables]
        free = [stream for stream in Stream if stream not in streams]  # holds a place whose stream is not known
        fees = []
        for (place, table), stream in zip(tables, streams, strict=True):
            self._strangers(table, FEE_KEYS, Section.FEE, place)
            amounts = [self._value(table, key, AMOUNT, 0, Section.FEE, place) for key in FEE_KEYS[1:]]
            fees.append(StreamFee(stream or (free.pop() if free else Stream.MIXED), *amounts))
        return tuple(fees)

    def _stream(self, table: _Table, place: int) -> Stream | None:
        if "stream" not in table:
            self._fault(RuleFact.MISSING_KEY, Section.FEE, place, "stream")
        named = self._value(table, "stream", STREAM, None, Section.FEE, place)
        if named is not None and not isinstance(named, Stream):
            self._fault(RuleFact.UNKNOWN_STREAM, Section.FEE, place, "stream", named)
        return named if isinstance(named, Stream) else None

    def _row(self, table: _Table, place: int) -> Rule:
        self._strangers(table, (*SCOPE_KEYS, *Figure), Section.RULE, place)
        before = len(self.faults)
        category, supplier = (self._value(table, key, TEXT, "", Section.RULE, place) for key in SCOPE_KEYS[:2])
        begins, ends = (self._value(table, key, DAY, None, Section.RULE, place) for key in SCOPE_KEYS[2:])
        self.unsure = self.unsure or len(self.faults) > before
        figures = [self._figure(table, name, place) for name in table if name in _FIGURES]
        return Rule(category, supplier, begins, ends, in_order(each for each in figures if each is not None))

    def _figure(self, table: _Table, name: str, place: int) -> tuple[str, Any] | None:
        read, known = BY_KIND[kind_of(Figure(name))], len(self.faults)
        value = self._value(table, name, read, None, Section.RULE, place)
        return (name, value) if len(self.faults) == known else None

    def _value(
        self,
        table: _Table,
        key: str,
        read: Callable[[Any, str], Any],
        otherwise: Any,
        section: Section = Section.BOOK,
        place: int = 0,
    ) -> Any:
        """What stands at a key; ``otherwise`` where nothing stands there, or nothing that can be read."""
        if key not in table:
            return otherwise
        try:
            return read(table[key], self._currency)
        except Unread as unread:
            self._fault(unread.fact, section, place, key, shown(table[key]))
            return otherwise

    def _strangers(self, table: _Table, keys: tuple[str, ...], section: Section, place: int) -> None:
        for key in table:
            if key not in keys:
                fact = RuleFact.UNKNOWN_FIGURE if section is Section.RULE else RuleFact.UNKNOWN_KEY
                self._fault(fact, section, place, shown(key), " ".join(keys))

    def _fault(self, fact: RuleFact, section: Section, place: int, name: str, value: str = "") -> None:
        self.faults.append(RuleFault(fact, section, place, name, value))
