"""The clerk's path: four scans take a parcel's item to its decision."""

from returns_desk.domain.batches import BatchState
from returns_desk.domain.items import Disposition, ItemState, StockStatus
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
