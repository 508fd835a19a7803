"""Figures of rules as people read them."""

from dataclasses import asdict

import pytest

from returns_desk.domain.rule_figures import Figure
from returns_desk.domain.rules import Figures, Stream
from returns_desk.wording import Words
from returns_desk.wording.figures import Group, figure_title, figures_of, group_title, say_figures


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "").replace("\N{NO-BREAK SPACE}", " ")


def test_every_figure_stands_in_one_group() -> None:
    assert sorted(name for group in Group for name in figures_of(group)) == sorted(Figure)


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_figure_and_group_has_words(language: str) -> None:
    words = Words(language)
    assert all(figure_title(words, name) for name in Figure)
    assert all(group_title(words, group) for group in Group)
    assert len(say_figures(words, asdict(Figures()).items()).split("·")) == len(Figure)


def test_a_row_says_only_what_is_different() -> None:
    figures = (("giving", False), ("open_box_b", 8_550), ("stream", Stream.PLASTIC), ("resale_opened", False))
    assert plain(say_figures(Words("en"), figures)) == (
        "open box B 85.5% · opened ones reach nobody's hands again · not given away · recycled as Plastic"
    )
    assert say_figures(Words("en"), ()) == ""


def test_a_row_is_said_in_hebrew() -> None:
    assert plain(say_figures(Words("he"), (("as_new_a", 10_000), ("giving", False)))) == "כחדש A 100% · לא נתרם"
