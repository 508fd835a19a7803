"""What every event has: the ties to the timelines it belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened."""

    parcel_id: str = ""
    item_id: str = ""
    batch_id: str = ""
    rma_id: str = ""
