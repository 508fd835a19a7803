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


FIRST = ("--supervisor", "Rut Shahar", "--badge", "ID-RUT-9", "--pin-stdin")


def test_alone_it_makes_the_database_and_begins_no_shop(run_empty: Commands) -> None:
    assert "no shop was begun" in run_empty.done("init").out
    assert (run_empty.home / "returns.db").exists()
    assert "No shop was begun" in run_empty.refused("list", "items")
    run_empty.done("init")
    run_empty.done("init", "--sample")


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_shop_of_ones_own_begins_with_somebody_who_may_do_everything(run_empty: Commands, language: str) -> None:
    made = run_empty.done(
        "init", "--name", "Hat House", "--company-number", "515123456", *FIRST, typed="40417\n", language=language
    )
    assert "Hat House" in made.out
    assert "40417" not in made.out + made.err
    assert [row["role"] for row in run_empty.done("list", "people", "--json").json["rows"]] == ["admin"]
    assert run_empty.done("export", "items", "--badge", "ID-RUT-9", "--pin-stdin", typed="40417\n").code == 0
    assert "already" in run_empty.refused("init", "--name", "Other", *FIRST, typed="40417\n")


@pytest.mark.parametrize(
    ("options", "typed", "said"),
    [
        (("--name", "Hats", "--supervisor", "Rut"), "", "together"),
        (("--name", "Hats", *FIRST), "12\n", "--pin-stdin: A PIN has 4 to 12 digits"),
        (("--name", "Hats", *FIRST), "", "--pin-stdin: This is needed"),
        (FIRST, "40417\n", "--name: This is needed"),
        (("--name", "Hats", "--phone", "ring", *FIRST), "40417\n", "--phone: Digits"),
        (("--name", "Hats", *FIRST[:3], "RUT", "--pin-stdin"), "40417\n", "--badge: A badge begins with ID-"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_made(
    run_empty: Commands, options: tuple[str, ...], typed: str, said: str
) -> None:
    line = run_empty.refused("init", *options, typed=typed)
    assert said in line
    assert "40417" not in line
    assert not (run_empty.home / "returns.db").exists()


@pytest.mark.parametrize(
    "command",
    [["list", "items"], ["show", "item", "X"], ["scan", "--badge", "ID-DANA-1"], ["verify"], ["export", "items"]],
)
def test_without_a_database_a_command_says_so_and_makes_none(run_empty: Commands, command: list[str]) -> None:
    assert "There is no database" in run_empty.refused(*command)
    assert not (run_empty.home / "returns.db").exists()
