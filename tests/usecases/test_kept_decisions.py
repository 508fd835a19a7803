"""Each decision keeps what was asked of the rules, and counts until it is taken back."""

import json

from returns_desk.domain.decisions import as_it_was, case_from, terms_named
from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import StockStatus
from returns_desk.domain.options import recommend
from returns_desk.store.database import Database
from returns_desk.store.lookups.decisions_to_replay import newest_decisions
from returns_desk.usecases import look
from returns_desk.usecases.inspect_again import inspect_again
from returns_desk.usecases.submit_batch import pull_item
from returns_desk.usecases.verify_books import verify_books
from tests.builders import KETTLE, SHIRT, Station, decided_kettle, decided_shirts, rows
from tests.shops import OnBoth

NUMBER = "IT-1-000001"


def counted(station: Station) -> list[tuple[str, bool]]:
    """What was chosen and whether it was taken back, oldest first."""
    found = rows(station.database, "SELECT chosen, undone FROM decisions ORDER BY id")
    return [(chosen, bool(undone)) for chosen, undone in found]


@OnBoth
def test_what_was_asked_is_kept_and_answers_the_same_again(either: Database) -> None:
    station = Station(either).begin()
    decided_shirts(station)
    kept = station.desk.read(lambda work: newest_decisions(work.session, "", 10))
    assert [decision.item for decision in kept] == ["IT-1-000002", "IT-1-000001"]
    first = kept[1]
    assert terms_named(first.facts) == ("TAVOR", 1)
    asked = recommend(case_from(first.facts, first.terms))
    assert {option.becomes.value: option.net.minor for option in asked.options} == first.nets
    assert asked.advised is not None
    assert asked.advised.becomes is first.advised is first.chosen is StockStatus.SUPPLIER_RETURN
    assert not first.overridden


def test_the_facts_name_no_customer(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    [(facts, options)] = rows(station.database, "SELECT facts, nets FROM decisions")
    assert "שירה" not in facts
    assert len(facts) + len(options) < 500


def test_the_row_of_the_rules_the_advice_and_the_reason_against_it_are_kept(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-RECYCLE", "DO-O-OTHER")
    columns = "rule_version, rule, advised, chosen, override, supplier, category, currency"
    assert rows(station.database, f"SELECT {columns} FROM decisions") == [
        (1, "//", "supplier return", "recycling", "OTHER", "GALIL", "", "ILS")
    ]
    assert rows(station.database, "SELECT count(*) FROM decisions WHERE person_id IS NOT NULL") == [(1,)]


def test_the_journal_keeps_every_option_as_it_was(station: Station) -> None:
    station.scan("RR402101201IL", KETTLE, "DO-D")
    found = station.desk.read(look.recommendation, NUMBER)
    assert found is not None
    [event] = [event for event in station.scan("DO-OK") if isinstance(event, ItemDecided)]
    assert (event.rule_version, event.rule) == (1, "//")
    assert tuple(as_it_was(option, event.currency) for option in event.explanation) == found.options
    assert len(json.dumps(event.explanation)) < 2_000


def test_a_decision_that_was_undone_counts_no_more(station: Station) -> None:
    decided_kettle(station)
    station.scan("DO-UNDO")
    assert counted(station) == [("supplier return", True)]
    station.scan("DO-RECYCLE", "DO-O-OTHER")
    assert counted(station) == [("supplier return", True), ("recycling", False)]


def test_a_piece_inspected_again_has_no_decision_until_that_is_taken_back(station: Station) -> None:
    decided_kettle(station)
    station.scan("DO-PRINT")
    station.do(inspect_again, NUMBER)
    assert counted(station) == [("supplier return", True)]
    station.scan("DO-D", "DO-RECYCLE", "DO-O-OTHER")
    assert counted(station) == [("supplier return", True), ("recycling", False)]
    station.scan("DO-UNDO", "DO-UNDO", "DO-UNDO")
    assert counted(station) == [("supplier return", False), ("recycling", True)]
    assert station.desk.read(verify_books) == ()


def test_a_piece_taken_out_of_its_batch_waits_for_another_decision(station: Station) -> None:
    batch = decided_shirts(station)
    station.do(pull_item, batch, NUMBER)
    assert counted(station) == [("supplier return", True), ("supplier return", False)]
    assert station.desk.read(verify_books) == ()
