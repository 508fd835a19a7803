"""What a label of each kind says of a thing, and which number is what; bins' labels into the queue in one step."""

import pytest

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.items import StockStatus
from returns_desk.domain.labels import BinLabel, DamageLabel, HoldLabel, ToteLabel
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.place_refusals import UnknownPlace
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import ItemSnapshot, ParcelSnapshot
from returns_desk.exchange.rows import PlaceRow
from returns_desk.store.database import Database
from returns_desk.usecases.import_places import drop_place, import_places
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.look_labels import bin_labels, label_kind, label_thing
from returns_desk.usecases.queue_bin_labels import queue_bin_labels
from tests.builders import KETTLE, Station, decided_kettle
from tests.shops import OnBoth

K = PaperKind
BINS = (PlaceRow(2, "A-02-1", "מדף", StockStatus.AVAILABLE), PlaceRow(3, "RTV-1", status=StockStatus.SUPPLIER_RETURN))


def test_a_held_piece_says_why_who_and_since_when(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-HOLD", "DO-H-SAFETY")
    number = "IT-1-000001"
    label = station.do(label_thing, K.HOLD_LABEL, number)
    assert isinstance(label, HoldLabel)
    assert (label.number, label.reason, label.owner) == (number, "SAFETY", "")
    assert label.since is not None


@OnBoth
def test_a_damaged_piece_says_what_was_found_by_whom_and_when(either: Database) -> None:
    station = Station(either).begin()
    decided_kettle(station)
    number = "IT-1-000001"
    label = station.do(label_thing, K.DAMAGE_LABEL, number)
    assert isinstance(label, DamageLabel)
    assert label.findings == tuple(finding.value for finding in station.item(number).findings)
    assert label.seen_by
    assert label.seen_at is not None
    assert label.photos == 0


@OnBoth
def test_each_number_is_known_for_what_it_is(either: Database) -> None:
    station = Station(either).begin()
    decided_kettle(station)
    number = "IT-1-000001"
    station.do_as("avi", import_places, BINS)
    parcel = station.item(number).parcel
    for text, kind, sort in (
        (number, K.ITEM_LABEL, ItemSnapshot),
        (parcel, K.PARCEL_LABEL, ParcelSnapshot),
        ("SB-000001", K.TOTE_LABEL, ToteLabel),
        ("a-02-1", K.BIN_LABEL, BinLabel),
    ):
        assert station.do(label_kind, text) is kind
        assert isinstance(station.do(label_thing, kind, text), sort)
    assert isinstance(station.refusal(AT_THE_BENCH, label_kind, "IT-9-000009"), NotFound)


def test_a_tote_names_its_partner(station: Station) -> None:
    decided_kettle(station)
    label = station.do(label_thing, K.TOTE_LABEL, "SB-000001")
    assert isinstance(label, ToteLabel)
    assert label.kind is PartnerKind.SUPPLIER
    assert label.partner
    assert label.opened_at is not None


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind.is_label])
def test_what_is_nowhere_has_no_label_of_any_kind(station: Station, kind: PaperKind) -> None:
    assert isinstance(station.refusal(AT_THE_BENCH, label_thing, kind, "nothing"), NotFound | UnknownPlace)


@OnBoth
def test_places_in_use_get_their_labels_in_one_step(either: Database) -> None:
    station = Station(either).begin()
    station.do_as("avi", import_places, BINS)
    station.do_as("avi", drop_place, "RTV-1")
    assert [label.number for label in station.do(bin_labels)] == ["A-02-1"]
    station.do_as("avi", import_places, (*BINS, PlaceRow(4, "B-1")))
    wanted = [label.number for label in station.do(bin_labels)]
    assert station.do(queue_bin_labels) == len(wanted)
    assert sorted(job.number for job in station.do(jobs)) == sorted(wanted)
    assert station.do(queue_bin_labels, ("B-1",)) == 1
    assert isinstance(station.refusal(AT_THE_BENCH, queue_bin_labels, ("B-1", "nowhere")), UnknownPlace)
    assert len(station.do(jobs)) == len(wanted) + 1
