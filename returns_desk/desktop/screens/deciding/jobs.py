"""What the page of the rules for decisions asks of the store thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.overrides import OverrideCounts
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.rules import RuleBook
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.domain.snapshots.rule_books import RuleBookSnapshot
from returns_desk.usecases import look_bench
from returns_desk.usecases.look_example import Example, RuleScopes, example, rule_scopes
from returns_desk.usecases.look_overrides import overrides
from returns_desk.usecases.look_rules import rule_books
from returns_desk.usecases.set_rule_book import set_rule_book

if TYPE_CHECKING:
    from returns_desk.desk import Desk


@dataclass(frozen=True)
class DecidingLook:
    """The rules in all versions (newest first), what rows may be for, how often they were overridden; who looks."""

    person: PersonSnapshot | None
    versions: tuple[RuleBookSnapshot, ...]
    scopes: RuleScopes
    overrides: OverrideCounts


def look_at_deciding(desk: "Desk") -> DecidingLook:
    """All that the page shows."""
    person = desk.read(look_bench.bench, whole=False).person
    return DecidingLook(person, desk.read(rule_books), desk.read(rule_scopes), desk.read(overrides))


def look_at_example(desk: "Desk", code: str) -> Example | None:
    """A piece or a product to try the rules with. Refuses ``NotFound``."""
    return desk.read(example, code)


def switch_on(desk: "Desk", book: RuleBook) -> tuple[Event, ...]:
    """Lay down the book's next version. Refuses ``RulesRefused``."""
    return desk.run(AT_THE_BENCH, set_rule_book, book).events
