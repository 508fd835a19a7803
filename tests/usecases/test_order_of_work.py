"""What is worked next: here before to come, VIP first, then the day for the refund, then age."""

from returns_desk.store.database import Database
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.order_of_work import parcels_waiting
from tests.builders import SHIRT, Station, ago, expected
from tests.shops import OnBoth


@OnBoth
def test_vip_first_then_the_nearest_refund_then_age(either: Database) -> None:
    station = Station(either).begin("noa")
    rows = [
        expected("RMA-81", "SHIRT", tracking=("RR818100000IL",), announced=ago(12)),
        expected("RMA-82", "SHIRT", tracking=("RR828200000IL",), announced=None),
        expected("RMA-83", "SHIRT", tracking=("RR838300000IL",), announced=ago(1), vip=True),
        expected("RMA-84", "SHIRT", tracking=("RR848400000IL",), announced=ago(8), channel="shop"),
    ]
    station.do(import_expected, rows)
    waiting = station.desk.read(parcels_waiting)
    numbers = [parcel.number for parcel in waiting]
    assert numbers[:4] == ["RR402103114IL", "RR838300000IL", "RR848400000IL", "RR818100000IL"]
    assert numbers[-1] == "RR828200000IL"
    # in a shop it counts seven days
    assert [parcel.due for parcel in waiting if parcel.number == "RR848400000IL"] == [ago(1)]
    assert [parcel.due for parcel in waiting if parcel.number == "RR828200000IL"] == [None]
    assert [parcel.number for parcel in station.desk.read(parcels_waiting, 2)] == numbers[:2]


def test_what_is_here_goes_before_what_is_to_come(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-HOLD", "DO-NEXT")
    waiting = station.desk.read(parcels_waiting)
    assert waiting[0].number == "RR402100166IL"
    assert not waiting[0].vip
    assert waiting[1].vip


def test_an_unknown_parcel_that_was_set_aside_waits_too(station: Station) -> None:
    station.scan("JD014600006281234567", "DO-NEXT")
    waiting = station.desk.read(parcels_waiting)
    assert waiting[0].due is None
    assert waiting[0].number.startswith("PA-")
