"""Stand-ins made by hand: a clock that is told the time."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 11, 22, 7, 41, tzinfo=UTC)


class FakeClock:
    """A clock that stands still until somebody moves it; each look is a microsecond later than the last."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now

    def forward(self, **span: float) -> None:
        """Let time pass: ``forward(seconds=30)``."""
        self.now += timedelta(**span)
