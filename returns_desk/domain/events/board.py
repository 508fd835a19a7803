"""What happens to a batch on the board: made ready, opened again, turned to another partner, destroyed here."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class BatchReady(Event):
    """Nothing more flows into a batch; what its supplier wants to see is there."""

    number: str
    lines: int


@dataclass(frozen=True, kw_only=True)
class BatchReopened(Event):
    """A batch that was ready gathers again."""

    number: str


@dataclass(frozen=True, kw_only=True)
class BatchTurned(Event):
    """The pieces of a batch were given away or recycled instead; ``left`` may not go that way and stay."""

    number: str
    to: str
    moved: int
    left: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchDestroyed(Event):
    """The goods of a batch were destroyed here, before a witness; their credit is due on a day, if that is known."""

    number: str
    witness: str
    day: str
    lines: int
    credit_due: str = ""
