"""What one station does is seen at the other, without a scan and without a timer that is left."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from returns_desk.desk import Desk
from returns_desk.desktop.other_stations import OtherStations
from returns_desk.desktop.runner import Runner
from returns_desk.store.database import Database, open_database
from returns_desk.usecases.look_news import news_since
from tests.builders import Station
from tests.fakes import FakeClock
from tests.shops import OnBoth

pytestmark = OnBoth


@pytest.fixture
def here(either_url: str) -> Iterator[Runner]:
    """The store thread of station 2."""
    runner = Runner(lambda: Desk(open_database(either_url), "2", FakeClock()))
    yield runner
    runner.stop()


def kinds(told: list[tuple[Any, ...]]) -> list[str]:
    return [type(event).__name__ for events in told for event in events]


def test_a_step_at_another_station_is_told_here(either: Database, here: Runner, qtbot: QtBot) -> None:
    there = Station(either, "1").begin()
    others = OtherStations(here, pause_ms=20)
    told: list[tuple[Any, ...]] = []
    here.happened.connect(told.append)
    here.opened.connect(others.listen)
    with qtbot.waitSignal(here.opened):
        here.start()
    qtbot.waitUntil(lambda: others._seen is not None)
    assert told == []  # what happened before is on the screens already
    with qtbot.waitSignal(others.heard):
        there.scan("1Z999AA10123456784")
    assert "ParcelReceived" in kinds(told)
    others.stop()


def test_what_a_station_did_itself_is_no_news_and_nothing_is_told_twice(either: Database) -> None:
    here, there = Station(either, "1").begin(), Station(either, "2").begin("omer")
    first = here.desk.read(news_since, None)
    there.scan("1Z999AA10123456784")
    here.scan("1Z12345E0205271688")
    news = here.desk.read(news_since, first.seen)
    assert {getattr(event, "tracking", "1Z999AA10123456784") for event in news.events} == {"1Z999AA10123456784"}
    assert here.desk.read(news_since, news.seen).events == ()


def test_a_stopped_listener_asks_no_more(either: Database, here: Runner, qtbot: QtBot) -> None:
    others = OtherStations(here, pause_ms=1)
    with qtbot.waitSignal(here.opened):
        here.start()
    others.stop()
    others.listen()
    assert others._seen is None
