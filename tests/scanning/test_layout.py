import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.scanning.layout import (
    KeyStroke,
    text_of_keys,
    type_in_hebrew,
    undo_hebrew,
    was_inverted,
    was_typed_in_hebrew,
)

_PRINTABLE = "".join(chr(code) for code in range(32, 127)) + "\x1d"
_ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'", 44: "zxcvbnm,./"}


def strokes_of(text: str) -> list[KeyStroke]:
    """The keys a scanner presses for letters, digits, hyphens and GS."""
    places = {sign: start + place for start, row in _ROWS.items() for place, sign in enumerate(row)}
    return [
        KeyStroke(places["]"], control=True) if sign == "\x1d" else KeyStroke(places[sign.lower()], sign.isupper())
        for sign in text
    ]


@given(st.text(_PRINTABLE))
def test_what_the_hebrew_layout_makes_of_a_scan_is_undone(text: str) -> None:
    assert undo_hebrew(type_in_hebrew(text)) == text


def test_the_measured_example_comes_back() -> None:
    assert undo_hebrew("[C1Rר)-.ץת") == "]C1Rr(-/.,"


def test_the_map_is_the_standard_layout(real_scans: Path) -> None:
    known = json.loads((real_scans / "hebrew_layout.json").read_text(encoding="utf-8"))["us_to_il"]
    assert {us: type_in_hebrew(us) for us in known} == known


def test_the_lost_separator_comes_back_as_gs() -> None:
    assert undo_hebrew("\x1b") == "\x1d"


def test_a_hebrew_letter_or_a_turned_identifier_gives_the_layout_away() -> None:
    assert was_typed_in_hebrew("12ש4")
    assert was_typed_in_hebrew("[C1ABC")
    assert not was_typed_in_hebrew("ABC-123")
    assert not was_typed_in_hebrew("]C1ABC")


def test_caps_lock_is_seen_in_the_identifier() -> None:
    assert was_inverted("]c10107290011234560")
    assert was_inverted("]D20107290011234560")
    assert not was_inverted("]C1")
    assert not was_inverted("]d2")
    assert not was_inverted("]E0")


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-\x1d"))
def test_keys_say_what_was_scanned_whatever_the_layout(text: str) -> None:
    assert text_of_keys(strokes_of(text)) == text


def test_shifted_signs_and_unknown_keys() -> None:
    assert text_of_keys([KeyStroke(10, shift=True), KeyStroke(11, shift=True)]) == "()"
    assert text_of_keys([KeyStroke(27)]) == "]"
    assert text_of_keys([KeyStroke(19)]) == "r"
    assert text_of_keys([KeyStroke(999), KeyStroke(59), KeyStroke(2, control=True)]) == ""
