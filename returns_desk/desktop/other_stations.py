"""Hears what other stations do: a light look into the journal while this one is idle, told as if it had happened here.

So the bench, lists and counts are read again by the same signal, on either database, and no station needs to know of
another.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from returns_desk.desktop.alive import while_alive

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.runner import Runner
    from returns_desk.usecases.look_news import News

PAUSE_MS = 2_000
_TROUBLED_MS = 15_000  # a server that does not answer is not asked at every beat: scans wait behind the question


class OtherStations(QObject):
    """``heard`` tells that something happened elsewhere, after ``Runner.happened`` told what."""

    heard = Signal()

    def __init__(self, runner: "Runner", parent: QObject | None = None, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pause_ms = pause_ms
        self._seen: dict[str, int] | None = None
        self._database = 0  # counts moves: an answer from the one before says nothing of this one
        self._stopped = False
        self._beat = QTimer(self, singleShot=True)
        self._beat.timeout.connect(self.listen)
        runner.moved.connect(self._on_moved)

    def listen(self) -> None:
        """Look now, and again after a pause; while steps wait they go first."""
        self._beat.stop()
        if self._stopped:
            return
        if self._runner.count:
            self._beat.start(self._pause_ms)
            return
        seen, database = self._seen, self._database

        def hear(news: "News") -> None:
            if database == self._database:
                self._hear(news)
            self._look_later(self._pause_ms)

        def give_up(_refusal: object) -> None:  # whoever scans hears why; nobody else needs to
            self._look_later(_TROUBLED_MS)

        self._runner.do(lambda desk: _look(desk, seen), while_alive(self, hear), while_alive(self, give_up))

    def stop(self) -> None:
        """Listen no more."""
        self._stopped = True
        self._beat.stop()

    def _on_moved(self) -> None:
        """Another database has other stations."""
        self._seen = None
        self._database += 1

    def _hear(self, news: "News") -> None:
        self._seen = news.seen
        if news.events:
            self._runner.tell(news.events)
            self.heard.emit()

    def _look_later(self, pause_ms: int) -> None:
        if not self._stopped:
            self._beat.start(pause_ms)


def _look(desk: "Desk", seen: dict[str, int] | None) -> "News":
    from returns_desk.usecases.look_news import news_since  # noqa: PLC0415  in the store's thread

    return desk.read(news_since, seen)
