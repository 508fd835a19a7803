"""Colours that can be read, in every theme; icons and sounds that are there."""

import re
import wave

import pytest
from pytestqt.qtbot import QtBot

from returns_desk.desktop.icons import draw_icon
from returns_desk.desktop.theme import THEMES, contrast, load_theme
from returns_desk.resources import resource

READ_ON = [
    *((ink, ground) for ink in ("ink", "muted", "brand") for ground in ("card", "ground")),
    *((name, f"{name}_ground") for name in ("ok", "warning", "bad")),
    *((way, ground) for way in ("restock", "supplier", "donate", "recycle") for ground in ("card", f"{way}_ground")),
    *(("on_fill", way) for way in ("restock", "supplier", "donate", "recycle", "brand", "brand_hover")),
    ("on_bar", "bar"),
    ("on_bar", "bar_chip"),
    ("brand", "brand_ground"),
    ("muted", "quiet"),
]


@pytest.mark.parametrize("name", THEMES)
def test_everything_that_is_read_stands_out_enough(name: str) -> None:
    theme = load_theme(name)
    weak = {(ink, ground): contrast(theme[ink], theme[ground]) for ink, ground in READ_ON}
    assert {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_names_only_colours_that_there_are(name: str) -> None:
    assert not re.search(r"\$\w", load_theme(name).style_sheet)


def test_an_unknown_theme_is_the_light_one() -> None:
    assert load_theme("no such theme").name == "light"


def test_every_shipped_icon_can_be_drawn_in_any_colour(qtbot: QtBot) -> None:
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    empty = [name for name in names if draw_icon(name, "#123456", 24).toImage().isNull()]
    assert (bool(names), empty) == (True, [])


def test_the_sounds_are_short_and_differ() -> None:
    seconds = {}
    for name in ("yes", "no"):
        with wave.open(str(resource("sounds", f"{name}.wav"))) as sound:
            seconds[name] = sound.getnframes() / sound.getframerate()
    assert 0.05 < seconds["yes"] < seconds["no"] < 0.5
