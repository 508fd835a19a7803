"""Gifts and recycling: what was wiped, what it weighs, what the recipient confirmed, what was kept from landfill."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.events import ItemWiped
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.giving_refusals import (
    AbsurdWeight,
    AlreadyWiped,
    CertificateUsedBefore,
    NoCertificate,
    NoRegistration,
    NotForSuppliers,
    NothingToWipe,
    NotWiped,
    OnlyRecycled,
)
from returns_desk.domain.grades import Finding
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import BadValue, CannotUndo, NotFound, WrongState
from returns_desk.domain.rules import Stream
from returns_desk.domain.slips import SlipContent
from returns_desk.exchange.rows import ProductRow, SupplierRow
from returns_desk.store.database import Database
from returns_desk.usecases import look
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.certify_batch import certify_batch
from returns_desk.usecases.credit_batch import close_batch
from returns_desk.usecases.import_rows import import_products, import_suppliers
from returns_desk.usecases.issue_slip import preview_slip
from returns_desk.usecases.look_landfill import export_landfill, landfill
from returns_desk.usecases.ship_batch import pack_batch, ship_batch
from returns_desk.usecases.submit_batch import pull_item, submit_batch
from returns_desk.usecases.undo import undo, undo_step
from returns_desk.usecases.weigh_streams import weigh_streams
from returns_desk.usecases.wipe_item import wipe_item
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, TODAY, Station, decided_kettle, journal, standing
from tests.shops import OnBoth

IT = "IT-1-000001"
E, M = Stream.ELECTRONIC, Stream.MIXED


@pytest.fixture
def desk(either: Database) -> Station:
    """Station 1 with Dana signed in, on either database; kettles weigh 1.2 kg, shirts 200 g, phones 180 g."""
    station = Station(either).begin()
    weights = {
        "KETTLE": (KETTLE, 1_200, True, False),
        "SHIRT": (SHIRT, 200, False, False),
        "PHONE": (PHONE, 180, True, True),
    }
    station.do_as(
        "noa",
        import_products,
        [
            ProductRow(
                2, sku, sku, sku.title(), (code,), cost=Money(6_100), supplier="GALIL", weight_g=grams,
                electrical=electrical, serialised=serialised,
            )
            for sku, (code, grams, electrical, serialised) in weights.items()
        ],
    )  # fmt: skip
    return station


def decide(station: Station, way: str) -> None:
    """Decide the piece in hand, with a reason where one is asked for."""
    station.scan(way)
    if station.bench.question is not None:
        station.scan("DO-O-OTHER")


def recycled_kettle(station: Station) -> str:
    """The kettle, destroyed, for the recycler; the batch's number."""
    station.scan("RR402101201IL", KETTLE, "DO-E")
    decide(station, "DO-RECYCLE")
    return station.item(IT).batch


def recycled_phone(station: Station) -> str:
    station.scan("RR402104002IL", PHONE, "SN-88121733", "DO-E")
    decide(station, "DO-RECYCLE")
    return station.item(IT).batch


def given_shirts(station: Station) -> str:
    """Two shirts for the charity; the batch's number."""
    for _ in range(2):
        station.scan("RR402103114IL") if not station.bench.parcel else None
        station.scan(SHIRT, "DO-C")
        decide(station, "DO-DONATE")
    return station.item(IT).batch


def approved(station: Station, number: str) -> str:
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    return number


def shipped(station: Station, number: str) -> str:
    approved(station, number)
    station.do(pack_batch, number, 1)
    station.do(ship_batch, number, "Rimon")
    return number


def paper(station: Station, number: str) -> SlipContent:
    return station.desk.read(preview_slip, number).content


@OnBoth
def test_the_paper_of_a_recycling_says_materials_and_weights(desk: Station) -> None:
    number = approved(desk, recycled_kettle(desk))
    content = paper(desk, number)
    assert content.number.startswith("RC-")
    assert [(each.stream, each.weight_g) for each in content.streams] == [("electronic", 1_200)]
    assert not content.weighed
    assert [line.stream for line in content.lines] == ["electronic"]


@OnBoth
def test_what_was_weighed_stands_on_a_new_paper_and_is_written_over_by_the_next_weighing(desk: Station) -> None:
    number = approved(desk, recycled_kettle(desk))
    first = paper(desk, number)
    desk.do(weigh_streams, number, {E: 1_000, Stream.PLASTIC: 240})
    content = paper(desk, number)
    assert content.number != first.number
    assert [(each.stream, each.weight_g) for each in content.streams] == [("electronic", 1_000), ("plastic", 240)]
    assert content.weighed
    desk.do(weigh_streams, number, {Stream.PLASTIC: 250, Stream.METAL: 900})
    assert desk.batch(number).streams == ((Stream.METAL, 900), (Stream.PLASTIC, 250))
    last = [body for kind, body in journal(desk.database) if kind == "StreamsWeighed"][-1]
    assert "electronic=1000" in last


@OnBoth
def test_the_recyclers_own_scale_counts_after_shipping_until_it_certifies(desk: Station) -> None:
    number = shipped(desk, recycled_kettle(desk))
    before = paper(desk, number)
    desk.do(weigh_streams, number, {E: 1_150})
    assert paper(desk, number) == before
    desk.do(certify_batch, number, "C-1")
    assert desk.refusal(AT_THE_BENCH, weigh_streams, number, {E: 1}) == WrongState("batch", number, "shipped")


@OnBoth
@pytest.mark.parametrize(
    ("streams", "refused"),
    [
        ({}, BadValue("weight", "")),
        ({E: 0}, BadValue("weight", "0")),
        ({E: -5}, BadValue("weight", "-5")),
        ({E: 10**12}, BadValue("weight", str(10**12))),
        ({"gold": 5}, BadValue("stream", "gold")),
    ],
)
def test_what_is_no_weight_is_refused(desk: Station, streams: Any, refused: BadValue) -> None:
    number = approved(desk, recycled_kettle(desk))
    assert desk.refusal(AT_THE_BENCH, weigh_streams, number, streams) == refused
    assert desk.batch(number).streams == ()


@OnBoth
def test_grams_taken_for_kilograms_are_refused(desk: Station) -> None:
    number = approved(desk, recycled_kettle(desk))
    assert desk.refusal(AT_THE_BENCH, weigh_streams, number, {E: 1_200_000}) == AbsurdWeight(number, 1_200_000, 1_200)
    assert isinstance(desk.refusal(AT_THE_BENCH, weigh_streams, number, {E: 1}), AbsurdWeight)


@OnBoth
def test_a_batch_is_weighed_once_its_lines_stand(desk: Station) -> None:
    number = recycled_kettle(desk)
    assert desk.refusal(AT_THE_BENCH, weigh_streams, number, {E: 1_200}) == WrongState("batch", number, "collecting")


@OnBoth
def test_a_supplier_gets_neither_weights_nor_gives_certificates(desk: Station) -> None:
    number = decided_kettle(desk)
    assert desk.refusal(AT_THE_BENCH, weigh_streams, number, {E: 1_200}) == NotForSuppliers(number)
    assert desk.refusal(AT_THE_BENCH, certify_batch, number, "C-1") == NotForSuppliers(number)
    assert desk.batch(number).given is None


@OnBoth
def test_a_device_goes_nowhere_before_it_is_wiped(desk: Station) -> None:
    number = recycled_phone(desk)
    assert desk.batch(number).given.unwiped == (IT,)  # type: ignore[union-attr]
    assert desk.refusal(AT_THE_BENCH, submit_batch, number) == NotWiped(number, (IT,))
    desk.do(wipe_item, IT, WipeHow.SHREDDED)
    item = desk.item(IT)
    assert (item.wiped, item.wiped_by) == (WipeHow.SHREDDED, "Dana")
    assert item.wiped_at is not None
    shipped(desk, number)
    line = paper(desk, number).lines[0]
    assert (line.wiped, line.wiped_by, line.wiped_on) == ("shredded", "Dana", TODAY.isoformat())


@OnBoth
def test_undoing_a_wipe_leaves_everything_as_it_was(desk: Station) -> None:
    recycled_phone(desk)
    before = standing(desk.database)
    desk.do(wipe_item, IT, WipeHow.RESET)
    desk.do(undo)
    assert standing(desk.database) == before
    assert desk.item(IT).wiped is None
    desk.do(wipe_item, IT, WipeHow.ERASED)


@OnBoth
def test_a_batch_that_was_approved_does_not_leave_with_a_device_whose_wiping_was_undone(desk: Station) -> None:
    number = recycled_phone(desk)
    desk.do(wipe_item, IT, WipeHow.RESET)
    approved(desk, number)
    entries = desk.desk.read(look.timeline_of, "item", IT)
    wiped = next(entry for entry in entries if isinstance(entry.event, ItemWiped))
    desk.do_as("avi", undo_step, wiped.step_id)
    assert desk.refusal(AT_THE_BENCH, ship_batch, number) == NotWiped(number, (IT,))


@OnBoth
def test_wiping_lifts_the_finding_so_that_the_piece_can_be_decided(desk: Station) -> None:
    desk.scan("RR402104002IL", PHONE, "SN-88121733", "DO-C", "DO-F-DATA")
    assert desk.item(IT).recommended is None
    desk.do(wipe_item, IT, WipeHow.RESET)
    item = desk.item(IT)
    assert Finding.PERSONAL_DATA not in item.findings
    desk.do(undo)
    assert desk.item(IT).findings == (Finding.PERSONAL_DATA,)
    desk.do(wipe_item, IT, WipeHow.RESET)
    decide(desk, "DO-RECYCLE")
    assert desk.refusal(AT_THE_BENCH, wipe_item, IT, WipeHow.RESET) == AlreadyWiped(IT)


@OnBoth
def test_what_is_no_device_has_nothing_to_wipe(desk: Station) -> None:
    given_shirts(desk)
    assert desk.refusal(AT_THE_BENCH, wipe_item, IT, WipeHow.RESET) == NothingToWipe(IT)
    assert desk.refusal(AT_THE_BENCH, wipe_item, "IT-9", WipeHow.RESET) == NotFound("item", "IT-9")


@OnBoth
def test_only_what_is_recycled_is_shredded(desk: Station) -> None:
    desk.scan("RR402104002IL", PHONE, "SN-88121733", "DO-B")
    assert desk.refusal(AT_THE_BENCH, wipe_item, IT, WipeHow.SHREDDED) == OnlyRecycled(IT)


@OnBoth
def test_a_certificate_lets_a_batch_close_and_is_taken_back_by_undo(desk: Station) -> None:
    number = shipped(desk, recycled_kettle(desk))
    assert desk.refusal(desk.signature("avi"), close_batch, number) == NoCertificate(number)
    desk.do(certify_batch, number, " C-4711 ")
    batch = desk.batch(number)
    assert (batch.certificate, batch.certificate_at) == ("C-4711", TODAY)
    desk.do(undo)
    assert desk.batch(number).certificate == ""
    desk.do(certify_batch, number, "C-4712", TODAY)
    desk.do_as("avi", close_batch, number)
    assert desk.batch(number).row.state is BatchState.CLOSED
    assert isinstance(desk.refusal(AT_THE_BENCH, undo), CannotUndo)


@OnBoth
def test_a_batch_closes_without_a_certificate_only_with_a_note_and_a_late_one_is_kept(desk: Station) -> None:
    number = shipped(desk, recycled_kettle(desk))
    desk.do_as("avi", close_batch, number, "the recycler gives none below 5 kg")
    assert any("gives none" in body for kind, body in journal(desk.database) if kind == "BatchClosed")
    desk.do(certify_batch, number, "C-1")
    assert desk.batch(number).certificate == "C-1"


@OnBoth
def test_a_certificate_that_was_used_before_is_asked_about(desk: Station) -> None:
    first = shipped(desk, recycled_kettle(desk))
    desk.do(certify_batch, first, "C-1")
    desk.scan("DO-CLOSE", "RR402104002IL", PHONE, "SN-88121733", "DO-E")
    decide(desk, "DO-RECYCLE")
    desk.do(wipe_item, "IT-1-000002", WipeHow.SHREDDED)
    second = shipped(desk, desk.item("IT-1-000002").batch)
    assert desk.refusal(AT_THE_BENCH, certify_batch, second, "c-1") == CertificateUsedBefore("c-1", first)
    desk.do(certify_batch, second, "C-1", again=True)
    assert desk.batch(second).certificate == "C-1"


@OnBoth
def test_a_certificate_has_a_number_and_a_day_that_can_be(desk: Station) -> None:
    number = approved(desk, recycled_kettle(desk))
    assert desk.refusal(AT_THE_BENCH, certify_batch, number, "C-1") == WrongState("batch", number, "approved")
    desk.do(ship_batch, number)
    assert desk.refusal(AT_THE_BENCH, certify_batch, number, " ") == BadValue("certificate", " ")
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        assert desk.refusal(AT_THE_BENCH, certify_batch, number, "C-1", day) == BadValue("date", day.isoformat())


@OnBoth
def test_a_gift_to_nobody_in_the_register_is_approved_only_with_a_note(desk: Station) -> None:
    desk.do_as("noa", import_suppliers, [SupplierRow(2, "GESHER", PartnerKind.CHARITY, "גשר לבית", "Bridge Home")])
    number = given_shirts(desk)
    desk.do(submit_batch, number)
    refused = desk.refusal(desk.signature("avi"), approve_batch, number)
    assert refused == NoRegistration(number, "גשר לבית", "Bridge Home")
    desk.do_as("avi", approve_batch, number, note="registered last week, number to come")
    assert paper(desk, number).number.startswith("DN-")


@OnBoth
def test_what_was_kept_from_landfill_is_counted_by_month_partner_and_material(desk: Station) -> None:
    weighed = shipped(desk, recycled_kettle(desk))
    desk.do(weigh_streams, weighed, {E: 1_000, Stream.PLASTIC: 150})
    desk.scan("DO-CLOSE")
    given_shirts(desk)
    shipped(desk, desk.item("IT-1-000002").batch)
    seen = desk.desk.read(landfill)
    month = TODAY.replace(day=1)
    assert seen.this_month == month
    assert [(row.month, row.kind, row.stream, row.weight_g) for row in seen.rows] == [
        (month, PartnerKind.CHARITY, M, 400),
        (month, PartnerKind.RECYCLER, E, 1_000),
        (month, PartnerKind.RECYCLER, Stream.PLASTIC, 150),
    ]
    assert seen.grams(PartnerKind.RECYCLER) == seen.grams(PartnerKind.RECYCLER, month) == 1_150
    assert desk.refusal(AT_THE_BENCH, landfill, 0) == BadValue("months", "0")


@OnBoth
def test_pieces_of_unknown_weight_are_told_apart(desk: Station) -> None:
    desk.scan("RR402100166IL", CABLE, "DO-E")
    decide(desk, "DO-RECYCLE")
    number = desk.item(IT).batch
    assert desk.batch(number).given.without_weight == 1  # type: ignore[union-attr]
    shipped(desk, number)
    assert [(row.weight_g, row.without_weight) for row in desk.desk.read(landfill).rows] == [(0, 1)]


@OnBoth
def test_a_month_ends_at_the_stations_midnight(desk: Station) -> None:
    number = approved(desk, recycled_kettle(desk))
    december = datetime(TODAY.year, 12, 1).astimezone()
    desk.clock.now = (december - timedelta(seconds=5)).astimezone(UTC)
    desk.do(ship_batch, number)
    desk.clock.now = december.astimezone(UTC)
    seen = desk.desk.read(landfill)
    assert seen.this_month == date(TODAY.year, 12, 1)
    assert [row.month for row in seen.rows] == [date(TODAY.year, 11, 1)]
    assert desk.desk.read(landfill, 1).rows == ()


@OnBoth
def test_the_export_has_the_same_rows(desk: Station) -> None:
    shipped(desk, recycled_kettle(desk))
    written: list[Any] = []
    desk.desk.read(export_landfill, lambda columns, cells: written.extend([tuple(columns), *map(tuple, cells)]))
    assert written == [
        ("month", "kind", "stream", "weight_g", "without_weight"),
        (f"{TODAY:%Y-%m}", "recycler", "electronic", 1_200, 0),
    ]


@OnBoth
def test_a_piece_that_is_not_wiped_can_be_taken_out_and_the_rest_goes(desk: Station) -> None:
    number = recycled_phone(desk)
    desk.scan("DO-CLOSE", "RR402101201IL", KETTLE, "DO-E")
    decide(desk, "DO-RECYCLE")
    assert desk.refusal(AT_THE_BENCH, submit_batch, number) == NotWiped(number, (IT,))
    desk.do(pull_item, number, IT)
    shipped(desk, number)
