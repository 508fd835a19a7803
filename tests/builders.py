"""A small shop to work in, stations at its desk, and looks at everything that is stored.

The shop is made once and copied for every test: Dana and Omer are clerks, Avi and Tal supervisors, Noa the admin.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import text

from returns_desk.desk import Desk
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.events import Event
from returns_desk.domain.grades import StatedReason, SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH, Role, Signature
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BatchSnapshot, BenchSnapshot, Company, ItemSnapshot, RmaSnapshot
from returns_desk.domain.terms import AuthorizationNeed, BelowMinimum, CreditMode, FreightPayer, SupplierTerms
from returns_desk.exchange.rows import ExpectedRow, PersonRow, ProductRow, SaleRow, SupplierRow
from returns_desk.store.database import Database
from returns_desk.store.work import Work
from returns_desk.usecases import look, look_batches, look_bench
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_rows import import_people, import_products, import_suppliers
from returns_desk.usecases.start_shop import start_shop
from tests.fakes import MORNING, FakeClock

P = ParamSpec("P")
A = TypeVar("A")

TODAY = MORNING.date()
COMPANY = Company("דמו סחר", "515123456", "רחוב הגפן 1, חיפה", name_en="Demo Trade")
BADGES = {"dana": "ID-DANA-1", "omer": "ID-OMER-2", "avi": "ID-AVI-3", "tal": "ID-TAL-5", "noa": "ID-NOA-4"}
PINS = {"avi": "2580", "tal": "3691", "noa": "1470"}
KETTLE, SHIRT, PHONE, CABLE, TWIN = "7290011232016", "7290011233013", "7290011234560", "7290011231088", "7290011230012"


def ago(days: int) -> date:
    """A day before the tests' today."""
    return TODAY - timedelta(days=days)


def people() -> list[PersonRow]:
    roles = {"avi": Role.SUPERVISOR, "tal": Role.SUPERVISOR, "noa": Role.ADMIN}
    return [
        PersonRow(line, badge, name.title(), roles.get(name, Role.CLERK), pin=PINS.get(name, ""))
        for line, (name, badge) in enumerate(BADGES.items(), start=2)
    ]


def suppliers() -> list[SupplierRow]:
    """GALIL asks for its own number, TAVOR does not and takes sound goods too, then a charity and a recycler."""
    galil = SupplierTerms(authorization=AuthorizationNeed.YES, fee_bp=500, opened_accepted=False, serials_needed=True)
    tavor = SupplierTerms(
        not_defective=CreditMode.RETURN,
        window_days=60,
        minimum_value=15_000,
        below_minimum=BelowMinimum.DONATE,
        credit_bp=9_000,
        fee_by_reason={SupplierReason.EXCESS_INVENTORY: 1_500},
        freight_payer=FreightPayer.US,
        freight_bp=300,
    )
    return [
        SupplierRow(2, "GALIL", PartnerKind.SUPPLIER, 'גליל חשמל בע"מ', "Galil Electric", terms=galil),
        SupplierRow(3, "TAVOR", PartnerKind.SUPPLIER, "תבור אודיו", "Tavor Audio", language="en", terms=tavor),
        SupplierRow(4, "GESHER", PartnerKind.CHARITY, "גשר לבית", "Bridge Home", "580111222"),
        SupplierRow(5, "SHFELA", PartnerKind.RECYCLER, "מיחזור השפלה", "Shfela Recycling"),
    ]


def products() -> list[ProductRow]:
    """A kettle, a shirt, a phone with a serial number, a cable; two more share one barcode."""

    def one(sku: str, code: str, name: str, cost: int, price: int, supplier: str, **more: Any) -> ProductRow:
        return ProductRow(
            2, sku, name, sku.title(), (code,), cost=Money(cost), price=Money(price), supplier=supplier, **more
        )

    return [
        one("KETTLE", KETTLE, "קומקום חשמלי", 6_100, 12_900, "GALIL", electrical=True, place="B-14-2"),
        one("SHIRT", SHIRT, 'חולצת טי "כחולה"', 3_333, 7_990, "TAVOR", place="A-02-1"),
        one("PHONE", PHONE, "טלפון חכם", 80_000, 149_900, "GALIL", serialised=True, electrical=True, place="B-14-9"),
        one("CABLE", CABLE, "כבל USB-C", 980, 2_990, "", place="A-11-1"),
        one("TWIN-A", TWIN, "תאומה א", 500, 1_000, "TAVOR"),
        one("TWIN-B", TWIN, "תאומה ב", 600, 1_200, "TAVOR"),
    ]


def expected(rma: str, sku: str, quantity: int = 1, **more: Any) -> ExpectedRow:
    """One announced line, delivered twenty days ago."""
    facts: dict[str, Any] = {"customer": "שירה אלון", "bought": ago(24), "delivered": ago(20), "announced": ago(4)}
    return ExpectedRow(2, rma, sku=sku, quantity=quantity, **facts | more)


def sale(order: str, sku: str, quantity: int = 1, **more: Any) -> SaleRow:
    """One sold line, sold and delivered as long ago as ``expected`` says."""
    facts: dict[str, Any] = {"customer": "שירה אלון", "sold": ago(24), "delivered": ago(20)}
    return SaleRow(2, order, sku, quantity, **facts | more)


def returns() -> list[ExpectedRow]:
    """One item; two RMAs in one box; two of the same; a phone with its serial; one without a box."""
    one, two, three, four = (("RR402101201IL",), ("RR402100166IL",), ("RR402103114IL",), ("RR402104002IL",))
    return [
        expected("RMA-1", "KETTLE", tracking=one, order="SO-1", stated=StatedReason.FAULTY),
        expected("RMA-2", "SHIRT", tracking=two, order="SO-2"),
        expected("RMA-3", "CABLE", tracking=two, order="SO-3", customer="Smith & Sons <b>"),
        expected("RMA-4", "SHIRT", 2, tracking=three, order="SO-4", vip=True),
        expected("RMA-5", "PHONE", tracking=four, order="SO-5", serial="SN-88121733"),
        expected("RMA-6", "CABLE", order="SO-6"),
    ]


def fill(database: Database) -> None:
    """Make the small shop in an empty, migrated database."""
    desk = Desk(database, "1", FakeClock(MORNING - timedelta(minutes=1)))  # all of it before the first scan
    desk.run(AT_THE_BENCH, start_shop, COMPANY)
    desk.run(AT_THE_BENCH, import_suppliers, suppliers())
    desk.run(AT_THE_BENCH, import_products, products())
    desk.run(AT_THE_BENCH, import_expected, returns())
    desk.run(AT_THE_BENCH, import_people, people())


class Station:
    """One scanning station with a clock of its own; everything goes through ``Desk``, as in the program."""

    def __init__(self, database: Database, name: str = "1", clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.desk = Desk(database, name, self.clock)
        self.database = database

    def scan(self, *texts: str) -> tuple[Event, ...]:
        """Scan one text after another; the events of the last."""
        events: tuple[Event, ...] = ()
        for scanned in texts:
            events = self.desk.run(AT_THE_BENCH, handle_scan, scanned).events
        return events

    def refused(self, scanned: str) -> DeskError:
        """Scan a text that must be refused; the refusal."""
        return self.refusal(AT_THE_BENCH, handle_scan, scanned)

    def do(self, usecase: Callable[Concatenate[Work, P], A], *args: P.args, **kwargs: P.kwargs) -> A:
        """Do a step for whoever is signed in; its answer."""
        return self.desk.run(AT_THE_BENCH, usecase, *args, **kwargs).answer

    def do_as(self, name: str, usecase: Callable[Concatenate[Work, P], A], *args: P.args, **kwargs: P.kwargs) -> A:
        """Do a step signed by a person with their PIN; its answer."""
        return self.desk.run(self.signature(name), usecase, *args, **kwargs).answer

    def refusal(
        self, who: Signature, usecase: Callable[Concatenate[Work, P], A], *args: P.args, **kwargs: P.kwargs
    ) -> DeskError:
        """Try a step that must be refused; the refusal."""
        try:
            self.desk.run(who, usecase, *args, **kwargs)
        except DeskError as refusal:
            return refusal
        raise AssertionError(f"{usecase.__name__} was not refused")

    def signature(self, name: str, *, proven: bool = True) -> Signature:
        """A person's signature, as after badge and PIN."""
        person = next(person for person in self.desk.read(look.people) if person.name == name.title())
        return Signature(person.id, proven)

    def begin(self, name: str = "dana") -> "Station":
        """Sign somebody in by badge."""
        self.scan(BADGES[name])
        return self

    @property
    def bench(self) -> BenchSnapshot:
        return self.desk.read(look_bench.bench)

    def item(self, number: str) -> ItemSnapshot:
        return self.desk.read(look.item, number)

    def batch(self, number: str) -> BatchSnapshot:
        return self.desk.read(look_batches.batch, number)

    def rma(self, number: str) -> RmaSnapshot:
        return self.desk.read(look.rma, number)


def decided_kettle(station: Station) -> str:
    """Receive the kettle's parcel and decide it for GALIL; the batch's number."""
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    return "SB-000001"


def decided_shirts(station: Station) -> str:
    """Receive the parcel of two shirts and decide both for TAVOR; the batch's number."""
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK", SHIRT, "DO-D", "DO-OK")
    return "SB-000001"


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    """What a query finds, read beside the program."""
    with database.engine.execution_options(reading=True).connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


_STANDING = {
    "parcels": "SELECT number, tracking, state, arrived_at, station_id, person_id, empty FROM parcels "
    "WHERE state != 'withdrawn'",
    "parcel_rmas": "SELECT parcel_id, rma_id FROM parcel_rmas",
    "rmas": "SELECT number, state FROM rmas",
    "lines": "SELECT id, quantity, received FROM rma_lines",
    "items": "SELECT number, state, carton, grade, findings, stated, note, recommended, disposition, override, net, "
    "held, hold_reason, found, liability, answers, inspector_id, inspected_at, second_look, hold_code, hold_owner_id, "
    "held_at, stock, place, batch_id, "
    "serial, line_id, rma_id, quantity, outcome, serial_check, lot, expires, agreed, agreed_amount, agreed_fee, "
    "recall_check, recall "
    "FROM items WHERE state != 'put back'",
    "decisions": "SELECT item_id, rule, advised, chosen, override, net, facts, nets FROM decisions WHERE undone = 0",
    "batch_lines": "SELECT item_id, batch_id, state FROM batch_lines WHERE state != 'pulled'",
    "benches": "SELECT station_id, parcel_id, item_id FROM benches",
    "photos": "SELECT sha256, kind, item_id, parcel_id FROM photos WHERE removed = 0",
    "recalls": "SELECT number, code, lot_key, serial_from, serial_to, reason, measure, withdrawn FROM recalls",
    "products": "SELECT sku, dropped FROM products WHERE category != 'unlisted'",
}


def standing(database: Database, *tables: str) -> dict[str, list[str]]:
    """Everything that stands, table by table, without what only grows (numbers used, versions)."""
    wanted = tables or tuple(_STANDING)
    return {table: sorted(map(repr, rows(database, _STANDING[table]))) for table in wanted}


def journal(database: Database) -> list[tuple[str, str]]:
    """Kind and body of every journal row, oldest first."""
    found = rows(database, "SELECT kind, body FROM journal ORDER BY at, station_id, seq")
    return [(kind, body) for kind, body in found]


def copied(template: Path, folder: Path) -> Path:
    """A copy of a database nobody has open."""
    target = folder / template.name
    target.write_bytes(template.read_bytes())
    return target
