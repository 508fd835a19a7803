import csv
import logging
from pathlib import Path

import pytest

from returns_desk.documents.kit.fonts import BOX, Face, drawable, register_fonts, text_width
from returns_desk.documents.kit.looks import TEXT
from returns_desk.documents.kit.page import Pen


def test_letters_figures_and_the_shekel_are_there_in_every_weight() -> None:
    register_fonts()
    for sign in "אבת׳״־ABCxyz0123456789₪€$…–()":
        assert drawable(sign) == sign
        for face in Face:
            assert text_width(sign, face, 10) > 0


def test_figures_are_equally_wide_so_that_columns_stand() -> None:
    for face in Face:
        assert len({text_width(figure, face, 10) for figure in "0123456789"}) == 1


def test_a_sign_without_a_glyph_becomes_a_box_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert drawable("a\U0001f98bb") == f"a{BOX}b"
    assert "U+1F98B" in caplog.text


def test_points_selectors_and_control_signs_leave_no_box() -> None:
    assert drawable("שָׁלוֹם\ufe0f\x07\u200f") == "שלום"


def test_a_composed_letter_is_one_sign() -> None:
    assert drawable("e\u0301") == "é"


def test_isolates_take_no_room() -> None:
    assert text_width("\u2068ab\u2069", Face.BOLD, 9) == text_width("ab", Face.BOLD, 9)


def test_the_box_can_be_drawn() -> None:
    pen = Pen("box", right_to_left=True)
    pen.text(BOX, (50, 50), TEXT)
    assert pen.finished().startswith(b"%PDF")


def test_the_letters_of_five_thousand_real_products_are_all_there(shared_data: Path) -> None:
    with (shared_data / "products_he.csv").open(encoding="utf-8-sig") as file:
        names = [row["item_name"] for row in csv.DictReader(file)]
    assert len(names) > 5_000
    assert not [name for name in names if BOX in drawable(name) and "\ufffd" not in name]
