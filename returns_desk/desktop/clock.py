"""What time it is at this station: the desktop's only clock, handed on so that tests can say when it is."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def station_time() -> datetime:
    """Now, in the time zone of this computer."""
    return datetime.now().astimezone()
