"""What the page of suppliers asks of the store thread."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.domain.snapshots.supplier_terms import SupplierVersions
from returns_desk.domain.terms import SupplierTerms
from returns_desk.domain.terms_said import TermsExample
from returns_desk.usecases import look_bench
from returns_desk.usecases.look_rules import currency_and_day
from returns_desk.usecases.look_terms import AskedTerms, terms_example, terms_of_suppliers
from returns_desk.usecases.set_terms import set_terms

if TYPE_CHECKING:
    from returns_desk.desk import Desk


@dataclass(frozen=True)
class SuppliersLook:
    """Every supplier with its terms, and who looks."""

    person: PersonSnapshot | None
    suppliers: tuple[SupplierVersions, ...]
    currency: str
    today: date


def look_at_suppliers(desk: "Desk") -> SuppliersLook:
    """All that the page shows."""
    person = desk.read(look_bench.bench, whole=False).person
    return SuppliersLook(person, desk.read(terms_of_suppliers), *desk.read(currency_and_day))


def look_at_thing(desk: "Desk", supplier: str, code: str) -> TermsExample | None:
    """A piece or a product to ask the terms about. Refuses ``NotFound``."""
    return desk.read(terms_example, supplier, AskedTerms(code))


def save_terms(desk: "Desk", supplier: str, terms: SupplierTerms) -> tuple[Event, ...]:
    """Write down the supplier's next version. Refuses ``TermsRefused``."""
    return desk.run(AT_THE_BENCH, set_terms, supplier, terms).events
