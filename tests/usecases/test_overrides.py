"""How often the advice was not taken, counted by row of the rules, by clerk, by supplier and by reason."""

from returns_desk.domain.overrides import OverrideCount
from returns_desk.store.database import Database
from returns_desk.usecases.look_overrides import overrides
from tests.builders import KETTLE, SHIRT, Station, decided_shirts, rows
from tests.shops import OnBoth


def worked(database: Database) -> Station:
    """Dana decides two shirts as advised and a kettle otherwise, Omer a shirt otherwise."""
    station = Station(database).begin()
    decided_shirts(station)
    station.scan("DO-CLOSE", "RR402101201IL", KETTLE, "DO-D", "DO-RECYCLE", "DO-O-VALUE", "DO-CLOSE")
    station.begin("omer").scan("RR402100166IL", SHIRT, "DO-D", "DO-RECYCLE", "DO-O-OTHER")
    return station


@OnBoth
def test_decisions_and_overrides_are_counted_four_ways(either: Database) -> None:
    counts = worked(either).desk.read(overrides)
    assert (counts.days, counts.decisions, counts.overrides) == (90, 4, 2)
    assert [(row.key, row.decisions, row.overrides, row.share) for row in counts.rows] == [("//", 4, 2, 5_000)]
    assert [(clerk.name, clerk.decisions, clerk.overrides) for clerk in counts.clerks] == [
        ("Dana", 3, 1),
        ("Omer", 1, 1),
    ]
    assert [(each.key, each.decisions, each.overrides, each.name_in("en")) for each in counts.suppliers] == [
        ("TAVOR", 3, 1, "Tavor Audio"),
        ("GALIL", 1, 1, "Galil Electric"),
    ]
    assert [(each.key, each.overrides, each.share) for each in counts.reasons] == [
        ("OTHER", 1, 2_500),
        ("VALUE", 1, 2_500),
    ]


def test_what_was_taken_back_counts_nowhere(shop: Database) -> None:
    station = worked(shop)
    station.scan("DO-UNDO")
    counts = station.desk.read(overrides)
    assert (counts.decisions, counts.overrides) == (3, 1)
    assert [clerk.name for clerk in counts.clerks] == ["Dana"]


def test_only_the_last_days_count(shop: Database) -> None:
    station = worked(shop)
    station.clock.forward(days=30)
    assert station.desk.read(overrides, 31).decisions == 4
    assert station.desk.read(overrides, 29).decisions == 0


def test_a_row_that_decided_nothing_has_no_share(shop: Database) -> None:
    counts = worked(shop).desk.read(overrides)
    assert counts.of_row("Toys//") == OverrideCount("Toys//", 0, 0)
    assert counts.of_row("Toys//").share == 0
    assert counts.of_row("//").overrides == 2


def test_counting_reads_only_its_index(shop: Database) -> None:
    worked(shop)
    plan = rows(
        shop,
        "EXPLAIN QUERY PLAN SELECT rule, person_id, supplier, override, count(*) FROM decisions "
        "WHERE undone = 0 AND at >= '2026-01-01' GROUP BY rule, person_id, supplier, override",
    )
    assert "COVERING INDEX ix_decisions_undone" in plan[0][-1]
