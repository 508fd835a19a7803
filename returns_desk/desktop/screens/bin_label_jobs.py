"""What the window asks of the store thread about labels of bins; apart, because it brings all that draws paper."""

from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.usecases.queue_bin_labels import queue_bin_labels

if TYPE_CHECKING:
    from returns_desk.desk import Desk


def print_labels(desk: "Desk", codes: tuple[str, ...]) -> tuple[int, tuple[Event, ...]]:
    """Let the labels of these places (none: all) be printed, signed by whoever is signed in; gives how many too."""
    done = desk.run(AT_THE_BENCH, queue_bin_labels, codes)
    return done.answer, done.events
