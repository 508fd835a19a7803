"""The print queue on its way out: every printer's jobs in their order, at any time later and as often as it takes."""

from returns_desk.outbox.draining import Drain, Drained, Task, drain, drains_due
from returns_desk.outbox.lines import Line, Place, lines_of

__all__ = [
    "Drain",
    "Drained",
    "Line",
    "Place",
    "Task",
    "drain",
    "drains_due",
    "lines_of",
]
