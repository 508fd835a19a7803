"""A book of rules is replayed over the last decisions: nothing is changed by it, and it stops when it is told to."""

from dataclasses import replace

import pytest

from returns_desk.domain.items import StockStatus
from returns_desk.domain.refusals import NotAllowed
from returns_desk.domain.replay import Replay
from returns_desk.domain.rules import BUILT_IN, Rule
from returns_desk.domain.snapshots.rule_books import BookState
from returns_desk.store.database import Database
from returns_desk.usecases import replay_rules
from returns_desk.usecases.look_rules import rule_books
from returns_desk.usecases.replay_rules import decisions_to_replay, kept_decisions, may_replay, replay
from returns_desk.usecases.set_rule_book import set_rule_book
from tests.builders import KETTLE, TODAY, Station, decided_shirts, journal, rows
from tests.shops import OnBoth

NO_CREDIT = replace(BUILT_IN, version=2, rules=(Rule(), Rule(supplier="TAVOR", figures=(("credit_chance", 0),))))


@pytest.fixture
def worked(station: Station) -> Station:
    """Two shirts that went to TAVOR, and a kettle that was recycled against the advice."""
    decided_shirts(station)
    station.scan("DO-CLOSE", "RR402101201IL", KETTLE, "DO-D", "DO-RECYCLE", "DO-O-OTHER")
    return station


@OnBoth
def test_other_rules_turn_what_they_concern(either: Database) -> None:
    station = Station(either).begin()
    decided_shirts(station)
    answer = station.desk.read(replay, NO_CREDIT)
    assert (answer.version, answer.decisions, answer.changed, answer.stopped) == (2, 2, 2, False)
    (turn,) = answer.turns
    assert (turn.was, turn.would) == (StockStatus.SUPPLIER_RETURN, StockStatus.RECYCLING)
    assert turn.sums.difference.minor > 0 > turn.sums.difference_then.minor
    assert {each.item for each in answer.largest} == {"IT-1-000001", "IT-1-000002"}


def test_the_rules_that_decided_change_nothing(worked: Station) -> None:
    answer = worked.desk.read(replay, worked.desk.read(rule_books)[0].book)
    assert (answer.decisions, answer.changed, answer.overrides, answer.agreed) == (3, 0, 1, 0)


def test_what_was_undone_is_not_replayed(worked: Station) -> None:
    worked.scan("DO-UNDO")
    assert worked.desk.read(replay, NO_CREDIT).decisions == 2


def test_only_the_last_are_replayed_in_pieces_with_progress(worked: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_rules, "PIECE", 1)
    told: list[tuple[int, int]] = []
    answer = worked.desk.read(replay, NO_CREDIT, 2, lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert (answer.decisions, answer.changed) == (2, 1), "the kettle and the second shirt"


def test_a_stop_ends_it_after_the_piece_with_what_was_found(worked: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_rules, "PIECE", 1)
    told: list[int] = []
    answer = worked.desk.read(replay, NO_CREDIT, 3, lambda done, of: told.append(done), lambda: len(told) > 2)
    assert told == [0, 1, 2]
    assert (answer.decisions, answer.stopped) == (2, True)


def test_a_window_takes_it_piece_by_piece(worked: Station) -> None:
    asked, before = Replay(NO_CREDIT), ""
    for _ in range(worked.desk.read(decisions_to_replay, 99)):
        piece = worked.desk.read(kept_decisions, before, 1)
        asked.take(piece)
        before = piece[-1].id
    assert asked.result() == worked.desk.read(replay, NO_CREDIT)


def test_a_replay_leaves_no_trace(worked: Station) -> None:
    before = (journal(worked.database), rows(worked.database, "SELECT * FROM decisions"))
    worked.desk.read(replay, NO_CREDIT)
    assert (journal(worked.database), rows(worked.database, "SELECT * FROM decisions")) == before


def test_the_version_that_decided_is_kept_when_another_counts(worked: Station) -> None:
    book = replace(NO_CREDIT, valid_from=TODAY)
    assert worked.do_as("noa", set_rule_book, book) == 2
    assert worked.desk.read(rule_books)[0].state is BookState.IN_FORCE
    worked.scan("DO-CLOSE", "RR402100166IL", "7290011233013", "DO-D", "DO-OK")
    assert rows(worked.database, "SELECT rule_version, rule, advised FROM decisions ORDER BY id") == [
        (1, "//", "supplier return"),
        (1, "//", "supplier return"),
        (1, "//", "supplier return"),
        (2, "/TAVOR/", "recycling"),
    ]
    assert worked.desk.read(replay, worked.desk.read(rule_books)[0].book).changed == 2


def test_only_who_sets_the_rules_may_replay(worked: Station) -> None:
    assert isinstance(worked.refusal(worked.signature("avi"), may_replay), NotAllowed)
    worked.do_as("noa", may_replay)


def test_there_may_be_nothing_to_replay(station: Station) -> None:
    answer = station.desk.read(replay, NO_CREDIT)
    assert (answer.decisions, answer.turns, answer.totals, answer.stopped) == (0, (), (), False)
