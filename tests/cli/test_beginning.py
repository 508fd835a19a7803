"""``init``, and commands where nothing was begun."""

import pytest

from tests.cli.desk_at_hand import Commands


def test_the_sample_shop_has_all_that_the_issue_names(run: Commands) -> None:
    assert run.done("list", "products", "--json").json["total"] >= 60
    kinds = [row["kind"] for row in run.done("list", "suppliers", "--json").json["rows"]]
    assert (kinds.count("supplier"), kinds.count("charity"), kinds.count("recycler")) == (5, 1, 1)
    assert run.done("list", "rmas", "--json").json["total"] == 25
    assert [row["role"] for row in run.done("list", "people", "--json").json["rows"]].count("clerk") == 2


def test_a_shop_is_begun_once(run: Commands) -> None:
    before = (run.home / "returns.db").read_bytes()
    assert "already" in run.refused("init")
    assert "already" in run.refused("init", "--sample")
    assert run.done("verify").code == 0
    assert before[:100] == (run.home / "returns.db").read_bytes()[:100]


def test_an_empty_shop_bears_its_name_and_currency(run_empty: Commands) -> None:
    made = run_empty.done("init", "--company", 'דמו "בע״מ"', "--currency", "eur", "--json").json
    assert made["shop"] == 'דמו "בע״מ"'
    assert run_empty.done("list", "items", "--json").json == {"rows": [], "total": 0}


def test_a_currency_that_is_none_is_refused_and_nothing_is_begun(run_empty: Commands) -> None:
    run_empty.refused("init", "--currency", "shekel")
    run_empty.refused("list", "items")


@pytest.mark.parametrize(
    "command",
    [["list", "items"], ["show", "item", "X"], ["scan", "--badge", "ID-DANA-1"], ["verify"], ["export", "items"]],
)
def test_without_a_database_a_command_says_so_and_makes_none(run_empty: Commands, command: list[str]) -> None:
    assert "There is no database" in run_empty.refused(*command)
    assert not (run_empty.home / "returns.db").exists()
