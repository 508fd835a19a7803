"""The clerk's path: four scans take a parcel's item to its decision."""

from returns_desk.domain.batches import BatchState
from returns_desk.domain.items import Disposition, ItemState, StockStatus
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.snapshots import NextStep
from tests.builders import KETTLE, Station


def test_four_scans_take_an_item_to_its_decision(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    item = station.item("IT-1-000001")
    assert (item.state, item.disposition, item.batch) == (ItemState.BATCHED, Disposition.SUPPLIER, "SB-000001")
    assert item.stock is StockStatus.SUPPLIER_RETURN
    assert station.bench.next_step is NextStep.NEXT_PARCEL
    assert station.bench.labels_waiting == 1
    assert station.batch("SB-000001").row.state is BatchState.COLLECTING


def test_a_free_desk_says_what_is_awaited_and_what_was_set_aside_first(station: Station) -> None:
    awaited = [parcel.number for parcel in station.bench.parcels_waiting]
    assert awaited
    station.scan("JD014600006281234567", "DO-NEXT")
    waiting = station.bench.parcels_waiting
    assert [parcel.number for parcel in waiting][1:] == awaited[: len(waiting) - 1]
    assert waiting[0].state is ParcelState.UNMATCHED
    station.scan(awaited[0])
    assert station.bench.parcels_waiting == ()
