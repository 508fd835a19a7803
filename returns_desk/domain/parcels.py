"""The life of one box that arrives, announced or not."""

from dataclasses import dataclass
from enum import StrEnum


class ParcelState(StrEnum):
    """Where a parcel stands."""

    ANNOUNCED = "announced"
    ARRIVED = "arrived"
    OPENED = "opened"
    MATCHED = "matched"
    UNMATCHED = "unmatched"
    WORKED = "worked"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # its receipt was undone, or its announcement taken back
    NOT_OURS = "not ours"  # waits for the carrier who takes it back
    SENT_BACK = "sent back"  # left the house as it came


class RmaState(StrEnum):
    """Where an announced return stands; it follows from its lines and its boxes."""

    OPEN = "open"
    PARTLY = "partly received"
    RECEIVED = "received"


class OuterCondition(StrEnum):
    """How the box looks from outside."""

    INTACT = "intact"
    DENTED = "dented"
    TORN = "torn"
    WET = "wet"
    RESEALED = "resealed"
    OPENED = "opened"


@dataclass(frozen=True)
class ParcelFacts:
    """What can be seen of a box before it is opened; ``None`` or empty leaves what is known of it."""

    sender: str = ""
    condition: OuterCondition | None = None
    weight_g: int | None = None
    box_no: int | None = None
    box_count: int | None = None
    sscc: str = ""


# Boxes that are in the house and may still be matched, described or disowned.
HERE = frozenset(
    {
        ParcelState.ARRIVED,
        ParcelState.OPENED,
        ParcelState.MATCHED,
        ParcelState.UNMATCHED,
        ParcelState.WORKED,
        ParcelState.CLOSED,
    }
)
UNFINISHED = HERE - {ParcelState.CLOSED}
# One scan at the desk is arrival, opening and matching at once, so the first moves may skip.
PARCEL_MOVES: dict[ParcelState, frozenset[ParcelState]] = {
    ParcelState.ANNOUNCED: frozenset({ParcelState.ARRIVED, ParcelState.MATCHED, ParcelState.WITHDRAWN}),
    ParcelState.ARRIVED: frozenset({ParcelState.OPENED, ParcelState.MATCHED, ParcelState.UNMATCHED}),
    ParcelState.OPENED: frozenset({ParcelState.MATCHED, ParcelState.UNMATCHED}),
    ParcelState.MATCHED: frozenset(
        {ParcelState.WORKED, ParcelState.CLOSED, ParcelState.UNMATCHED, ParcelState.ANNOUNCED}
    ),
    ParcelState.UNMATCHED: frozenset(
        {ParcelState.WORKED, ParcelState.MATCHED, ParcelState.CLOSED, ParcelState.WITHDRAWN, ParcelState.NOT_OURS}
    ),
    ParcelState.WORKED: frozenset(
        {ParcelState.CLOSED, ParcelState.MATCHED, ParcelState.UNMATCHED, ParcelState.NOT_OURS}
    ),
    ParcelState.CLOSED: frozenset(
        {ParcelState.WORKED, ParcelState.MATCHED, ParcelState.UNMATCHED, ParcelState.NOT_OURS}
    ),
    ParcelState.WITHDRAWN: frozenset({ParcelState.ANNOUNCED}),  # announced once more
    ParcelState.NOT_OURS: frozenset(
        {ParcelState.UNMATCHED, ParcelState.WORKED, ParcelState.CLOSED, ParcelState.SENT_BACK}
    ),
    ParcelState.SENT_BACK: frozenset(),
}


def open_state(*, taken: bool, announced: bool) -> ParcelState:
    """Where an arrived parcel stands until it is closed, by what was taken out of it and announced for it."""
    if taken:
        return ParcelState.WORKED
    return ParcelState.MATCHED if announced else ParcelState.UNMATCHED


def parcel_may_move(now: ParcelState, then: ParcelState) -> bool:
    """Say whether a parcel may go from one state to another in one step."""
    return then in PARCEL_MOVES[now]
