"""Whatever is scanned: a plain refusal, one row about it in the journal, nothing else changed, and a way on."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns_desk.domain import refusals as r
from returns_desk.domain.contents_refusals import InHandElsewhere
from returns_desk.domain.inspection_refusals import NothingAsked
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import NextStep, QuestionKind
from returns_desk.usecases import look
from tests.builders import BADGES, CABLE, KETTLE, PHONE, SHIRT, TWIN, Station, journal, rows, standing

BAD = {
    "empty": ("", r.NothingScanned),
    "blanks": (" \t\r\n", r.NothingScanned),
    "endless": ("7" * 10_000, r.UnreadableScan),
    "control signs": ("\x0f\x10\x1b", r.UnreadableScan),
    "half a sign": ("RR4021\ud800", r.UnreadableScan),
    "hebrew": ("שלום עולם", r.UnknownCode),
    "emoji": ("📦📦📦", r.UnknownCode),
    "right to left override": ("\u202e\u202e", (r.UnreadableScan, r.NothingScanned)),
    "wrong check digit": ("7290011232017", r.WrongCheckDigit),
    "no such command": ("DO-DANCE", r.UnknownCode),
    "too short": ("ab", r.UnknownCode),
    "markup": ("<b>&'\"=cmd|' /C calc'!A0", r.UnknownCode),
    "a grade with nothing in hand": ("DO-D", r.ItemFirst),
    "a decision with nothing in hand": ("DO-OK", r.ItemFirst),
    "a finding with nothing in hand": ("DO-F-LEAKS", r.ItemFirst),
    "an item with no parcel": (KETTLE, r.ParcelFirst),
    "nothing to undo": ("DO-UNDO", r.NothingToUndo),
    "next with nothing open": ("DO-NEXT", DeskError),
    "an unknown badge": ("ID-NOBODY-9", r.UnknownBadge),
    "a product nobody has": ("7290011239992", (r.ParcelFirst, r.UnknownCode)),
}  # fmt: skip


@pytest.mark.parametrize(("scanned", "kind"), BAD.values(), ids=BAD)
def test_a_bad_scan_is_refused_and_leaves_one_row(station: Station, scanned: str, kind: type[DeskError]) -> None:
    before, length = standing(station.database), len(journal(station.database))
    refusal = station.refused(scanned)
    assert isinstance(refusal, kind)
    told = journal(station.database)[length:]
    assert [name for name, _ in told] == ["Refused"]
    assert json.loads(told[0][1])["refusal"] == type(refusal).__name__
    assert standing(station.database) == before
    station.scan("RR402101201IL", KETTLE)


def test_a_reason_that_nobody_asked_for_is_told_so(station: Station) -> None:
    assert isinstance(station.refused("DO-O-VALUE"), r.ItemFirst)
    station.scan("RR402101201IL", KETTLE, "DO-D")
    assert isinstance(station.refused("DO-O-VALUE"), NothingAsked)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(max_size=80) | st.text("ID-DORA0123456789 \x1d\x00", max_size=30))
def test_any_text_is_a_step_or_a_refusal(station: Station, scanned: str) -> None:
    with suppress(DeskError):
        station.scan(scanned)
    station.scan(BADGES["dana"])


@pytest.mark.parametrize(
    "scanned",
    [
        "ID-DANA-1",
        "id-nobody-9",
        " ID-NOBODY-9\r\n",
        "]C0ID-NOBODY-9",
        "\x02ID-NOBODY-9\x03",
        "ID-NO\x01BODY-9",
        "ןג-מםנםגט-9",
    ],
)
def test_a_badge_never_stands_in_the_journal(station: Station, scanned: str) -> None:
    with suppress(DeskError):
        station.scan(scanned)
    whole = json.dumps(journal(station.database), ensure_ascii=False).upper()
    assert "NOBODY" not in whole
    assert "DANA-1" not in whole
    assert "BODY-9" not in whole


def test_nothing_is_done_before_somebody_signs_in(shop: object) -> None:
    station = Station(shop)  # type: ignore[arg-type]
    for scanned in ("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-UNDO", "IT-1-000001", "12345678"):
        assert station.refused(scanned) == r.NotSignedIn()
    assert station.bench.next_step is NextStep.SIGN_IN


def test_the_same_parcel_twice_is_said_and_stays_open(station: Station) -> None:
    station.scan("RR402101201IL")
    for again in ("RR402101201IL", "rr 4021 0120 1il", "RMA-1"):
        assert isinstance(station.refused(again), r.SameParcel)
    assert station.bench.parcel is not None


@pytest.mark.parametrize("scanned", ["RR402101201IL", "rr402101201il", "RMA-1", "rma-1", "SO-1"])
def test_a_parcel_is_known_by_its_tracking_authorization_or_order(station: Station, scanned: str) -> None:
    station.scan(scanned)
    assert station.bench.parcel is not None
    assert station.bench.parcel.number == "RR402101201IL"


def test_an_unknown_parcel_is_received_at_once_and_found_again(station: Station) -> None:
    station.scan("JD014600006281234567")
    parcel = station.bench.parcel
    assert parcel is not None
    assert (parcel.number, parcel.state, parcel.rmas) == ("PA-1-000001", ParcelState.UNMATCHED, ())
    station.scan(CABLE, "DO-A", "DO-OK", "DO-NEXT")
    station.scan("JD014600006281234567")
    assert station.bench.question is not None
    assert station.bench.question.kind is QuestionKind.REOPEN


def test_two_authorizations_in_one_box_are_one_job(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-A", "DO-OK", CABLE, "DO-A", "DO-OK", "RR402101201IL")
    assert [station.rma(number).state for number in ("RMA-2", "RMA-3", "RMA-1")] == ["received", "received", "open"]


def test_an_authorization_found_in_the_box_joins_it(station: Station) -> None:
    station.scan("RR402101201IL", "RMA-6")
    parcel = station.bench.parcel
    assert parcel is not None
    assert [rma.number for rma in parcel.rmas] == ["RMA-1", "RMA-6"]
    station.scan(CABLE)
    assert station.rma("RMA-6").lines[0].received == 1
    assert isinstance(station.refused("RR402103114IL"), r.ParcelStillOpen)


def test_an_item_that_was_not_announced_is_asked_about_once(station: Station) -> None:
    station.scan("RR402101201IL", SHIRT)
    assert station.bench.question is not None
    assert station.bench.item is None
    station.scan(SHIRT)
    assert station.bench.item is not None
    assert station.bench.item.outcome is ReceiptOutcome.UNEXPECTED


def test_a_question_is_dropped_by_any_other_scan(station: Station) -> None:
    station.scan("RR402101201IL", SHIRT, KETTLE)
    assert station.bench.item is not None
    assert station.bench.item.product.sku == "KETTLE"
    assert rows(station.database, "SELECT count(*) FROM items") == [(1,)]


def test_more_than_announced_is_a_normal_outcome_and_never_overfills_the_line(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", KETTLE, "DO-OK")
    assert station.bench.item is not None
    assert station.bench.item.outcome is ReceiptOutcome.OVER
    assert station.rma("RMA-1").lines[0].received == 1


def test_a_double_read_of_one_piece_takes_it_once(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT)
    assert isinstance(station.refused(SHIRT), r.NotGradedYet)
    assert rows(station.database, "SELECT count(*) FROM items") == [(1,)]


def test_a_code_of_two_products_is_asked_about(station: Station) -> None:
    station.scan("JD014600006281234567", TWIN)
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.choices) == (QuestionKind.WHICH_PRODUCT, ("TWIN-A", "TWIN-B"))
    station.scan("TWIN-B")
    assert station.bench.item is not None
    assert station.bench.item.product.sku == "TWIN-B"


def test_yes_is_no_answer_to_which_of_two(station: Station) -> None:
    station.scan("JD014600006281234567", SHIRT, "DO-A", TWIN)
    station.scan("DO-OK")
    assert station.bench.question is not None
    item = station.bench.item
    assert item is not None
    assert item.disposition is None


def test_a_code_that_is_in_no_catalogue_is_taken_when_asked_twice(station: Station) -> None:
    station.scan("RR402101201IL", "7290011239992")
    assert station.bench.question is not None
    station.scan("7290011239992", "DO-A")
    assert station.bench.item is not None
    assert (station.bench.item.product.sku, station.bench.item.product.category) == ("7290011239992", "unlisted")


def test_the_right_serial_takes_the_announced_piece(station: Station) -> None:
    station.scan("RR402104002IL", PHONE)
    assert station.bench.next_step is NextStep.SCAN_SERIAL
    station.scan("SN-88121733")
    assert station.bench.item is not None
    assert station.bench.item.serial == "SN-88121733"
    (event,) = station.desk.read(look.timeline_of, "item", "IT-1-000001")[-1:]
    assert getattr(event.event, "fits", None) is True
    assert [found.number for found in station.desk.read(look.find, "SN-88121733")][:1] == ["IT-1-000001"]


def test_a_serial_that_was_not_sold_is_noted_and_said(station: Station) -> None:
    station.scan("RR402104002IL", PHONE)
    (event,) = station.scan("SN-77777777")
    assert getattr(event, "fits", None) is False
    station.scan("DO-UNDO", "SN-88121733")
    assert station.desk.read(look.find, "SN-77777777") == ()


def test_the_announced_serial_alone_names_the_piece(station: Station) -> None:
    station.scan("RR402104002IL", "SN-88121733")
    assert station.bench.item is not None
    assert (station.bench.item.product.sku, station.bench.item.serial) == ("PHONE", "SN-88121733")


def test_a_closed_parcel_is_opened_again_when_scanned_twice(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK", "DO-NEXT")
    assert station.rma("RMA-1").state == "received"
    station.scan("RR402101201IL")
    assert station.bench.parcel is None
    station.scan("RR402101201IL")
    assert station.bench.parcel is not None
    assert (station.bench.parcel.state, station.rma("RMA-1").state) == (ParcelState.WORKED, "open")


def test_a_parcel_on_another_bench_is_left_there(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    other = Station(station.database, "2", station.clock).begin("omer")
    assert other.refused("RR402101201IL") == r.AlreadyReceived("RR402101201IL", "1", "Dana")
    assert other.refused("IT-1-000001") == InHandElsewhere("IT-1-000001", "1")


def test_a_piece_is_never_in_two_hands(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-HOLD", "DO-NEXT")
    station.scan("IT-1-000001")
    other = Station(station.database, "2", station.clock).begin("omer")
    assert other.refused("IT-1-000001") == InHandElsewhere("IT-1-000001", "1")


def test_a_parcel_that_was_withdrawn_is_not_opened_by_its_label(station: Station) -> None:
    station.scan("JD014600006281234567", "DO-UNDO")
    assert station.refused("PA-1-000001") == r.WrongState("parcel", "PA-1-000001", "withdrawn")


def test_an_unfinished_parcel_is_not_left_by_mistake(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE)
    assert station.refused("RR402103114IL") == r.ParcelStillOpen("RR402101201IL", ("IT-1-000001",), 0)


def test_a_burst_of_scans_loses_nothing(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT)
    for scanned in (SHIRT, "junk!", "", "7290011232017"):
        station.refused(scanned)
    station.scan("DO-D", "DO-OK", SHIRT, "DO-D", "DO-OK", "DO-NEXT")
    assert station.rma("RMA-4").state == "received"
    assert station.batch("SB-000001").row.lines == 2


def test_a_box_closed_short_notes_what_is_missing(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-A", "DO-OK", "DO-CLOSE")
    assert station.bench.question is not None
    station.scan("DO-CLOSE")
    assert station.rma("RMA-4").state == "partly received"
    station.scan("DO-UNDO")
    assert station.rma("RMA-4").state == "open"
    station.scan(SHIRT)
    assert station.rma("RMA-4").lines[0].received == 2


def test_the_serial_of_an_unexpected_piece_is_kept_when_ok_takes_it(station: Station) -> None:
    station.scan("RR402101201IL", f"]C1010{PHONE}21SN-77", "DO-OK")
    item = station.bench.item
    assert item is not None
    assert (item.serial, item.outcome) == ("SN-77", ReceiptOutcome.UNEXPECTED)
