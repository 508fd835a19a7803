"""Tells a scanner that types from a person who types, by the times of the keys (SCANNING.md, "Scanners that type").

A scanner's keys come at most 35 ms apart on average, never over 100 ms apart, at least four of them, and end with
Enter, Tab or silence; the fastest people need 100 ms a key. Pure: times come from the key events, nothing waits here.
"""

from dataclasses import dataclass

LEAST_SIGNS = 4
MOST_STROKES = 5_000  # far above any code; what is longer is cut here and refused as too long later


@dataclass(frozen=True)
class Pace:
    """What counts as a scanner's speed: mean gap and longest pause between keys, in milliseconds."""

    gap_ms: int = 35
    pause_ms: int = 100


@dataclass(frozen=True)
class Stroke:
    """One key that was pressed. ``position`` is the key's place on the keyboard (Linux key code), 0 where not known."""

    at_ms: int
    text: str
    position: int = 0
    shift: bool = False
    control: bool = False

    @property
    def is_sign(self) -> bool:
        """Whether the key writes something (a letter, a digit, a control sign sent as Ctrl and a letter)."""
        return bool(self.text) or self.control


class Burst:
    """Keys that came close together and may turn out to be one scan."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self.strokes: list[Stroke] = []
        self._last_ms = 0
        self._gaps = 0
        self._gap_sum = 0
        self._last_gap = 0

    def add(self, stroke: Stroke) -> None:
        """Take one more key."""
        if self.strokes:
            self._last_gap = max(0, stroke.at_ms - self._last_ms)
            self._gaps += 1
            self._gap_sum += self._last_gap
        self._last_ms = stroke.at_ms
        if len(self.strokes) < MOST_STROKES:
            self.strokes.append(stroke)

    def is_over_at(self, at_ms: int) -> bool:
        """Whether a key at this time comes too late to belong to the burst."""
        return bool(self.strokes) and at_ms - self._last_ms > self._pace.pause_ms

    @property
    def is_machine_fast(self) -> bool:
        """Whether no person types so fast (two keys or more)."""
        return self._gaps > 0 and self._gap_sum <= self._pace.gap_ms * self._gaps

    @property
    def is_scan(self) -> bool:
        """Whether the keys so far are a scan, if they end here."""
        return sum(stroke.is_sign for stroke in self.strokes) >= LEAST_SIGNS and self.is_machine_fast

    @property
    def is_surely_typed(self) -> bool:
        """Whether a person types: slow from the start, or slow on the whole and slow just now.

        One slow gap is forgiven (some wireless scanners stumble), so that a scan is never cut in two.
        """
        if self._last_gap <= self._pace.gap_ms:
            return False
        slow_start = self._gaps == 2 and self._gap_sum - self._last_gap > self._pace.gap_ms
        return slow_start or (self._gaps >= LEAST_SIGNS - 1 and not self.is_machine_fast)
