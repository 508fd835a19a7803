"""The clock that camera and panel measure pauses with."""

from time import monotonic


def monotonic_ms() -> int:
    """Milliseconds that only ever go forward."""
    return int(monotonic() * 1000)
