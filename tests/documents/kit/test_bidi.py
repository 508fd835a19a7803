import ctypes
import ctypes.util
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.documents.kit.bidi import broken_lines, drawn_order, own_direction
from returns_desk.documents.kit.fonts import Face, drawable, text_width

SOME_TEXT = st.text(alphabet="אבגדש abcXY 0123 ()[]<>-.,/:₪%\"'\n😀\u202e\u2066\u2069", max_size=60)


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ("שלום", "םולש"),
        ("(שלום)", "(םולש)"),
        ("((ד))()", "()((ד))"),
        ("קומקום KX-17 (1.7 ל׳)", "(׳ל 1.7) KX-17 םוקמוק"),
        ("\u206650-XZ/7(B)\u2069", "50-XZ/7(B)"),
        ("סכום \u2068-10.88 ₪\u2069 לזכות", "תוכזל -10.88 ₪ םוכס"),
        ("[שלום](b)", "(b)[םולש]"),
    ],
)
def test_a_hebrew_line_is_drawn_from_right_to_left_with_its_brackets_turned(line: str, drawn: str) -> None:
    assert drawn_order(line, True) == drawn


def test_codes_and_negative_amounts_drawn_left_to_right_stay_as_they_are() -> None:
    for code in ("50-XZ/7(B)", "-3", "-10.88 ₪", "04-0000000", "WB 1234567"):
        assert drawn_order(code, False) == code


def test_directing_signs_never_reach_the_paper() -> None:
    assert drawn_order("a\u202eb\u2066c\u2069\u200f\u200bd", True) == "abcd"


@given(SOME_TEXT)
def test_no_sign_is_lost_or_added_when_a_line_is_put_into_order(text: str) -> None:
    line = text.replace("\n", " ")
    unseen = dict.fromkeys(map(ord, "\u2066\u2069"))
    mirrored = str.maketrans(")]>", "([<")
    expected = sorted(drawable(line).translate(unseen).translate(mirrored))
    assert sorted(drawn_order(line, True).translate(mirrored)) == expected


@given(SOME_TEXT, st.integers(20, 200))
def test_no_broken_line_is_wider_than_asked(text: str, width: int) -> None:
    for line in broken_lines(text, Face.REGULAR, 9, width):
        assert text_width(line, Face.REGULAR, 9) <= width


def test_lines_are_broken_in_reading_order() -> None:
    lines = broken_lines("אחת שתיים שלוש ארבע חמש", Face.REGULAR, 10, 60)
    assert " ".join(lines) == "אחת שתיים שלוש ארבע חמש"
    assert lines[0].startswith("אחת")


def test_a_word_wider_than_the_line_is_cut_and_a_text_too_long_ends_in_dots() -> None:
    lines = broken_lines("X" * 300, Face.REGULAR, 9, 100, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_no_break_space_keeps_words_together() -> None:
    assert broken_lines("a bb\u00a0₪", Face.REGULAR, 10, 24) == ("a", "bb\u00a0₪")


def test_an_isolated_text_gives_isolated_lines() -> None:
    lines = broken_lines("\u2066one two three four\u2069", Face.REGULAR, 10, 40)
    assert len(lines) > 1
    assert all(line.startswith("\u2066") and line.endswith("\u2069") for line in lines)


def test_the_order_is_that_of_fribidi() -> None:
    name = ctypes.util.find_library("fribidi")
    if name is None:
        pytest.skip("libfribidi is not on this machine")
    fribidi = ctypes.CDLL(name)

    def theirs(text: str, right_to_left: bool) -> str:
        shown = (ctypes.c_uint32 * len(text))()
        base = ctypes.c_uint32(0x111 if right_to_left else 0x110)
        signs = (ctypes.c_uint32 * len(text))(*map(ord, text))
        fribidi.fribidi_log2vis(signs, len(text), ctypes.byref(base), shown, None, None, None)
        return "".join(map(chr, shown))

    chance = random.Random(7)
    for _ in range(3_000):
        text = "".join(chance.choices("אבגד abcXY 0123 ()[]{}<>-.,/:₪%", k=chance.randint(1, 14)))
        for right_to_left in (True, False):
            assert drawn_order(text, right_to_left) == theirs(text, right_to_left), text


def test_a_foreign_name_keeps_its_brackets_in_a_hebrew_line() -> None:
    assert drawn_order(own_direction("<img> Kettle (1.7 l)."), True) == "<img> Kettle (1.7 l)."
    assert drawn_order(own_direction("קומקום (1.7 ל׳)."), False) == drawn_order("קומקום (1.7 ל׳).", True)
    assert own_direction("WH-300 אוזניות") == "WH-300 אוזניות"
    assert own_direction("12-3") == "12-3"
    assert own_direction("\u2067a\u2069\u2069b") == "\u2066ab\u2069"
