"""How a serial port stands, as a value that screens can show; no serial library is needed for it."""

from dataclasses import dataclass
from enum import StrEnum


class PortState(StrEnum):
    """What can be said of the scanner's port."""

    CONNECTED = "connected"
    MISSING = "missing"  # was not there since the start
    GONE = "gone"  # was there and was pulled out
    HELD = "held"  # another program has it
    FORBIDDEN = "forbidden"  # this computer's user may not open it
    FAULTY = "faulty"  # opened, but does not take the speed, or anything else


@dataclass(frozen=True)
class PortReport:
    """The port that was chosen, and how it stands."""

    name: str
    state: PortState
