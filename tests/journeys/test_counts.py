"""Seconds per parcel, counted as scans and keys: what a parcel costs the clerk, from its scan to its last decision.

A scan is one, a key is one; the digits of a typed number are "a number", its Enter is a key. A finished parcel is
closed by the scan of the next one, which is the next one's first; so a count ends when the desk asks for that.
"""

from dataclasses import dataclass
from typing import Any

from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import NextStep
from returns_desk.exchange.rows import ProductRow
from returns_desk.scanning.product_codes import check_digit
from returns_desk.usecases import look
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_rows import import_products
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, expected


@dataclass
class Counted:
    """A station at which everything that hands do is counted."""

    station: Station
    hands: int = 0
    numbers: int = 0

    def scan(self, *texts: str) -> "Counted":
        for text in texts:
            self.hands += 1
            self.station.scan(text)
        return self

    def type_number(self, number: str) -> "Counted":
        """Digits, then Enter."""
        self.numbers += 1
        return self.scan(number)

    @property
    def done(self) -> bool:
        return self.station.bench.next_step is NextStep.NEXT_PARCEL


def test_a_known_parcel_with_one_item_takes_four(station: Station) -> None:
    counted = Counted(station).scan("RR402101201IL", KETTLE, "DO-A", "DO-OK")
    assert (counted.done, counted.hands) == (True, 4)
    counted.scan("RR402103114IL")
    assert station.desk.read(look.parcel, "RR402101201IL").state.value == "closed"


def test_a_known_parcel_whose_item_names_itself_by_its_serial_takes_four(station: Station) -> None:
    counted = Counted(station).scan("RR402104002IL", "SN-88121733", "DO-A", "DO-OK")
    assert (counted.done, counted.hands) == (True, 4)


def test_where_product_and_serial_are_two_codes_it_is_one_scan_more(station: Station) -> None:
    counted = Counted(station).scan("RR402104002IL", PHONE, "SN-88121733", "DO-A", "DO-OK")
    assert (counted.done, counted.hands) == (True, 5)


def test_each_more_item_takes_three(station: Station) -> None:
    counted = Counted(station).scan("RR402103114IL", SHIRT, "DO-A", "DO-OK")
    assert not counted.done
    before = counted.hands
    counted.scan(SHIRT, "DO-A", "DO-OK")
    assert (counted.done, counted.hands - before) == (True, 3)


def test_an_unknown_parcel_with_one_item_takes_at_most_six_its_return_found(station: Station) -> None:
    counted = Counted(station).scan("JD014600006281234567", CABLE, "RMA-6", "DO-A", "DO-OK")
    parcel = station.bench.parcel
    assert parcel is not None
    assert [rma.number for rma in parcel.rmas] == ["RMA-6"]
    assert counted.done
    counted.scan("DO-CLOSE")
    assert counted.hands <= 6


def test_an_unknown_parcel_that_stays_unmatched_takes_four_and_is_matched_later(station: Station) -> None:
    counted = Counted(station).scan("JD014600006281234567", CABLE, "DO-A", "DO-OK")
    assert (counted.done, counted.hands) == (True, 4)


def test_forty_of_one_thing_take_five_and_a_number(station: Station) -> None:
    box = ("RR402105005IL",)
    station.do_as("avi", import_expected, [expected("RMA-7", "CABLE", 40, tracking=box)])
    counted = Counted(station).scan(*box, CABLE).type_number("40").scan("DO-A", "DO-OK")
    assert station.item("IT-1-000001").quantity == 40
    assert (counted.done, counted.hands, counted.numbers) == (True, 5, 1)


def test_a_sealed_carton_takes_three(station: Station) -> None:
    box = ("RR402105005IL",)
    code = "17290011230019"
    facts: dict[str, Any] = {"codes": (SHIRT,), "price": Money(7_990), "place": "A-02-1"}
    carton = ProductRow(2, "SHIRT", "חולצה", carton_codes=(code,), carton_pieces=40, **facts)
    station.do_as("noa", import_products, [carton])
    station.do_as("avi", import_expected, [expected("RMA-7", "SHIRT", 40, tracking=box)])
    counted = Counted(station).scan(*box, code, "DO-OK")
    item = station.item("IT-1-000001")
    assert (item.quantity, item.carton) == (40, True)
    assert (counted.done, counted.hands, counted.numbers) == (True, 3, 0)


def test_a_carton_of_unknown_size_takes_one_more_and_a_number(station: Station) -> None:
    box = ("RR402105005IL",)
    station.do_as("avi", import_expected, [expected("RMA-7", "SHIRT", 40, tracking=box)])
    inside = "1" + SHIRT[:12]
    counted = Counted(station).scan(*box, inside + check_digit(inside)).type_number("40").scan("DO-OK")
    assert station.item("IT-1-000001").quantity == 40
    assert (counted.done, counted.hands, counted.numbers) == (True, 4, 1)
