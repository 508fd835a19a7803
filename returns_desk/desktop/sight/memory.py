"""What was seen and dealt with lately, so that a code lying under the camera is taken once and a misread not at all."""

from collections.abc import Iterable

STEADY_LOOKS = 2


class Memory:
    """Knows codes by their text; times are milliseconds of one clock.

    A code counts as steady after two looks in a row. One that was dealt with rests until it has been out of sight for
    ``again_ms``.
    """

    def __init__(self, again_ms: int) -> None:
        self._again_ms = again_ms
        self._looks: dict[str, int] = {}
        self._rests: dict[str, int] = {}

    def look(self, texts: Iterable[str], now: int, *, sure: bool = False) -> None:
        """Take note of what one look saw; a ``sure`` look needs no second one."""
        texts = tuple(texts)
        step = STEADY_LOOKS if sure else 1
        self._looks = {text: self._looks.get(text, 0) + step for text in texts}
        self._rests = {text: seen for text, seen in self._rests.items() if now - seen < self._again_ms}
        for text in texts:
            if text in self._rests:
                self._rests[text] = now

    def is_steady(self, text: str) -> bool:
        """Whether it is no fleeting misread."""
        return self._looks.get(text, 0) >= STEADY_LOOKS

    def rests(self, text: str, now: int) -> bool:
        """Whether it was dealt with and has not been out of sight long enough since."""
        seen = self._rests.get(text)
        return seen is not None and now - seen < self._again_ms

    def put_to_rest(self, texts: Iterable[str], now: int) -> None:
        """These are dealt with: taken, or left on purpose."""
        self._rests |= dict.fromkeys(texts, now)
