"""Serial numbers: demanded, read in any way, held against announcement, earlier returns and sales; never refused."""

import pytest

from returns_desk.domain.contents_refusals import SerialFirst, SerialNotAsked, SerialTwice
from returns_desk.domain.events import MarksRecorded, SerialRecorded
from returns_desk.domain.items import Disposition, SerialCheck
from returns_desk.domain.refusals import NotGradedYet
from returns_desk.domain.snapshots import NextStep
from returns_desk.store.lookups.catalogue import product_by_sku
from returns_desk.store.records import SaleRecord
from returns_desk.store.work import Work
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording import Words
from returns_desk.wording.band import band
from tests.builders import CABLE, PHONE, Station, ago, expected

UNKNOWN_BOX = "JD014600006281234567"


def sell(station: Station, *serials: str, days_ago: int = 400) -> None:
    """Let the shop have sold phones with these serials."""
    station.do(_sell, serials, days_ago)


def _sell(work: Work, serials: tuple[str, ...], days_ago: int) -> None:
    phone = product_by_sku(work.session, "PHONE")
    assert phone is not None
    for number, serial in enumerate(serials):
        order = f"SO-{days_ago}-{number}"
        work.add(
            SaleRecord(
                order_no=order,
                order_key=order,
                product_id=phone.id,
                serial=serial,
                quantity=1,
                currency="ILS",
                sold_on=ago(days_ago),
            )
        )


def check_of(station: Station) -> SerialCheck:
    item = station.bench.item
    assert item is not None
    return item.serial_check


def tone_of(station: Station, *scans: str) -> str:
    return band(Words("en"), station.scan(*scans), station.bench).tone


def test_a_piece_with_a_serial_is_decided_once_that_was_read(station: Station) -> None:
    station.scan("RR402104002IL", PHONE, "DO-A")
    assert station.refused("DO-OK") == SerialFirst("IT-1-000001")
    assert station.bench.next_step is NextStep.SCAN_SERIAL
    station.scan("SN-88121733", "DO-OK")
    assert station.item("IT-1-000001").disposition is Disposition.RESTOCK


def test_a_piece_without_its_serial_may_wait(station: Station) -> None:
    station.scan("RR402104002IL", PHONE, "DO-HOLD")
    assert station.item("IT-1-000001").held


def test_a_serial_that_nobody_can_read_is_said_so(station: Station) -> None:
    station.scan("RR402104002IL", PHONE, "DO-A", "DO-NOSERIAL")
    assert check_of(station) is SerialCheck.UNREADABLE
    assert station.bench.next_step is NextStep.DECIDE
    assert station.refused("DO-NOSERIAL") == SerialNotAsked("IT-1-000001")
    station.scan("DO-OK", "DO-UNDO", "DO-UNDO")
    assert check_of(station) is SerialCheck.NONE


def test_what_has_no_serial_is_asked_for_none(station: Station) -> None:
    station.scan(UNKNOWN_BOX, CABLE)
    assert station.refused("DO-NOSERIAL") == SerialNotAsked("IT-1-000001")


def test_the_announced_serial_fits_and_another_is_amber(station: Station) -> None:
    assert tone_of(station, "RR402104002IL", PHONE, "SN-88121733") == "ok"
    assert check_of(station) is SerialCheck.FITS
    station.scan("DO-UNDO")
    assert tone_of(station, "SN-77777777") == "ask"
    assert check_of(station) is SerialCheck.OTHER


def test_of_two_announced_phones_each_fills_its_own_line(station: Station) -> None:
    box = ("RR402105005IL",)
    lines = [expected(f"RMA-7{n}", "PHONE", tracking=box, serial=f"SN-7000{n}") for n in (1, 2)]
    station.do_as("avi", import_expected, lines)
    station.scan(*box, PHONE, "SN-70002")
    assert check_of(station) is SerialCheck.FITS
    assert (station.item("IT-1-000001").rma, station.rma("RMA-72").lines[0].received) == ("RMA-72", 1)
    station.scan("DO-UNDO")
    assert [station.rma(f"RMA-7{n}").lines[0].received for n in (1, 2)] == [1, 0]
    assert station.desk.read(verify_books) == ()


def test_a_serial_that_the_shop_never_sold_is_amber(station: Station) -> None:
    sell(station, "SN-1000001")
    assert tone_of(station, UNKNOWN_BOX, PHONE, "SN-1000001") == "ok"
    assert check_of(station) is SerialCheck.FITS
    station.scan("DO-A", "DO-OK", PHONE)
    assert tone_of(station, "SN-1000002") == "ask"
    assert check_of(station) is SerialCheck.NEVER_SOLD


def test_where_the_shop_tells_of_no_serials_none_is_doubted(station: Station) -> None:
    assert tone_of(station, UNKNOWN_BOX, PHONE, "SN-1000002") == "ok"
    assert check_of(station) is SerialCheck.UNKNOWN


def test_a_serial_that_came_back_before_is_amber_until_it_was_sold_again(station: Station) -> None:
    sell(station, "SN-1000001")
    station.scan(UNKNOWN_BOX, f"]C101{PHONE.zfill(14)}21SN-1000001", "DO-A", "DO-OK", "DO-NEXT")
    station.clock.forward(days=30)
    events = station.scan("JD014600006289999999", f"]C101{PHONE.zfill(14)}21SN-1000001")
    assert band(Words("en"), events, station.bench).tone == "ask"
    assert "IT-1-000001" in band(Words("en"), events, station.bench).detail
    assert check_of(station) is SerialCheck.RETURNED_BEFORE
    station.scan("DO-UNDO")
    sell(station, "SN-1000001", days_ago=-10)
    station.scan(f"]C101{PHONE.zfill(14)}21SN-1000001")
    assert check_of(station) is SerialCheck.FITS


def test_one_piece_read_twice_is_one_piece(station: Station) -> None:
    station.scan(UNKNOWN_BOX, f"]C101{PHONE.zfill(14)}21SN-1000001", "DO-A", "DO-OK")
    for again in (f"]C101{PHONE.zfill(14)}21SN-1000001", "SN-1000001"):
        assert station.refused(again) == SerialTwice("SN-1000001", "IT-1-000001")
    station.scan(PHONE)
    assert station.refused("SN-1000001") == SerialTwice("SN-1000001", "IT-1-000001")


def test_one_gs1_scan_says_product_serial_lot_and_last_day(station: Station) -> None:
    station.scan(UNKNOWN_BOX, f"]C101{PHONE.zfill(14)}1727113010L-5\x1d21SN-1000001")
    item = station.bench.item
    assert item is not None
    assert (item.product.sku, item.serial, item.lot, str(item.expires)) == ("PHONE", "SN-1000001", "L-5", "2027-11-30")


def test_a_gs1_scan_of_the_piece_in_hand_says_what_it_still_lacks(station: Station) -> None:
    station.scan("RR402104002IL", PHONE, "DO-D")
    (event,) = station.scan(f"]C101{PHONE.zfill(14)}10L-5\x1d21SN-88121733")
    assert isinstance(event, MarksRecorded)
    assert check_of(station) is SerialCheck.FITS
    assert station.item("IT-1-000001").lot == "L-5"
    station.scan("DO-UNDO")
    assert (station.item("IT-1-000001").lot, station.item("IT-1-000001").serial) == ("", "")
    assert station.rma("RMA-5").lines[0].received == 1


def test_the_plain_code_of_the_piece_in_hand_is_still_a_double_read(station: Station) -> None:
    station.scan("RR402104002IL", PHONE)
    assert isinstance(station.refused(PHONE), NotGradedYet)


def test_a_serial_read_by_another_code_is_the_next_piece(station: Station) -> None:
    station.scan(UNKNOWN_BOX, f"]C101{PHONE.zfill(14)}21SN-1000001", f"]C101{PHONE.zfill(14)}21SN-1000002")
    assert station.bench.item is not None
    assert (station.bench.item.number, station.bench.item.serial) == ("IT-1-000002", "SN-1000002")


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_band_says_what_is_wrong_with_a_serial(station: Station, language: str) -> None:
    events = station.scan("RR402104002IL", PHONE, "SN-77777777")
    (event,) = events
    assert isinstance(event, SerialRecorded)
    assert "SN-77777777" in band(Words(language), events, station.bench).title


def test_the_announced_serial_counts_over_one_that_was_read_before(station: Station) -> None:
    station.scan("RR402104002IL", PHONE, "SN-77777777", "SN-88121733")
    assert check_of(station) is SerialCheck.FITS
    assert station.refused("SN-88121733") == SerialTwice("SN-88121733", "IT-1-000001")


def test_the_announced_serial_of_a_piece_that_nobody_could_read_is_no_new_parcel(station: Station) -> None:
    station.scan("RR402104002IL", PHONE, "DO-A", "DO-NOSERIAL", "DO-OK")
    assert station.refused("SN-88121733") == SerialTwice("SN-88121733", "IT-1-000001")
